import { hash, sign } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../../services/export/bundle.ts';
import { cmsOf, toBeSigned } from '../../../proof/cms.ts';
import { fillSignature } from '../../../services/export/pdf/signature.ts';
import { rootFingerprint, type IssuedCertificates } from '../../../services/keys/certificates.ts';
import { checkPdf } from '../../../proof/verify/pdf.ts';
import { verifyPath } from '../../../services/verify/verify-path.ts';
import { flipped } from '../../support/byte-flips.ts';
import { makePdf } from '../../services/export/made-pdf.ts';
import { issue, privateKeyOf } from '../../services/export/made-record.ts';

let issued: IssuedCertificates;
let other: IssuedCertificates;
let pdf: Buffer;
let record = '';

beforeAll(async () => {
  issued = await issue();
  other = await issue();
  ({ record, pdf } = await makePdf(issued));
});

const failures = async (bytes: Buffer, root?: string): Promise<readonly string[]> =>
  (await checkPdf(bytes, root)).findings.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);

async function folder(): Promise<string> {
  const into = await mkdtemp(join(tmpdir(), 'sallyport-pdf-'));
  const written = await writeBundle({ folder: into, exportNumber: 'EXP-2026-000001', record, pdf });
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value.folder;
}

const derOf = (pem: string): Buffer => Buffer.from(pem.split('\n').slice(1, -2).join(''), 'base64');

/** The same file with its signature made anew by somebody else. */
function signedBy({ signingPem, rootPem, signingPrivateKey }: IssuedCertificates): Buffer {
  const from = pdf.indexOf('/ByteRange');
  const empty = Buffer.from(pdf);
  empty.write('/ByteRange [0 9999999999 9999999999 9999999999]', from, 'latin1');
  const at = pdf.indexOf('/Contents <', from) + '/Contents <'.length;
  empty.fill('0', at, pdf.indexOf('>', at));
  return fillSignature(empty, 4_096, (digest) => {
    const signing = derOf(signingPem);
    const signed = { digest, signing, signingDigest: hash('sha256', signing, 'buffer'), issuers: [derOf(rootPem)] };
    return cmsOf(signed, sign('sha256', toBeSigned(signed), privateKeyOf(signingPrivateKey)));
  });
}

describe('a signed PDF', () => {
  it('is accepted by itself, and proves who signed only against a fingerprint', async () => {
    const { findings } = await checkPdf(pdf);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings[0]?.detail).toBe('one signature over the whole file, by the key of the certificate');
    expect(findings.find(({ name }) => name === 'root')?.detail).toContain('identity not proved');
    expect(await failures(pdf, rootFingerprint(issued.rootPem))).toEqual([]);
    expect((await failures(pdf, rootFingerprint(other.rootPem)))[0]).toMatch(
      /^root: another certificate than expected/,
    );
  });

  it('is refused for a flip in any place, its free room for the signature included', { timeout: 120_000 }, async () => {
    const room = pdf.indexOf('/Contents <');
    const places = Array.from(pdf.keys()).filter(
      (at) => at % 1_201 === 0 || (at > room && at < room + 9_000 && at % 401 === 0),
    );
    for (const at of places) expect([at, (await failures(flipped(pdf, at))).length > 0]).toEqual([at, true]);
    expect(places.length).toBeGreaterThan(60);
  });

  it('tells the byte where the signature itself was changed', async () => {
    const at = pdf.indexOf('/Contents <') + 300;
    const [finding] = (await checkPdf(flipped(pdf, at))).findings.filter(({ ok }) => !ok);
    expect(finding?.at).toBeGreaterThan(at - 3);
    expect(finding?.at).toBeLessThan(at + 3);
  });

  it.each<readonly [string, () => Buffer, string]>([
    ['cut short', () => pdf.subarray(0, -40), 'pdf: the signature does not cover the whole file'],
    ['added to', () => Buffer.concat([pdf, Buffer.from('\n')]), 'pdf: the signature does not cover the whole file'],
    ['signed twice', () => Buffer.concat([pdf, pdf]), 'pdf: there are 2 signatures in it; a record has one'],
    ['not signed', () => Buffer.from('%PDF-1.7\n%%EOF\n'), 'pdf: there is no signature in it'],
    ['changed', () => flipped(pdf, 40), 'pdf: the file was changed after it was signed'],
    ['signed by another station', () => signedBy(other), 'pdf: the signature is not the one of this station'],
  ])('has a sentence of its own when it is %s', async (_name, change, why) => {
    expect((await failures(change()))[0]).toContain(why);
  });

  it('signed anew with the same key is the same to a verifier', async () => {
    expect(await failures(signedBy(issued))).toEqual([]);
  });
});

describe('a folder with its PDF', () => {
  it('is accepted whole, and by the PDF alone', async () => {
    const at = await folder();
    const report = await verifyPath([at]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['pdf', 'pdf date', 'attachments']));
    expect((await verifyPath([join(at, 'EXP-2026-000001.pdf')])).ok).toBe(true);
  });

  it('is refused where PDF and record are of two exports, or one file is missing beside it', async () => {
    const at = await folder();
    const file = join(at, 'EXP-2026-000001.pdf');
    await writeFile(file, (await makePdf(issued, { leaveOut: ['person'] })).pdf);
    const mixed = await verifyPath([at]);
    expect(mixed.firstBad).toBe('EXP-2026-000001: attachments');
    await writeFile(file, pdf);
    await writeFile(join(at, 'EXP-2026-000002.pdf'), await readFile(file));
    expect((await verifyPath([at])).firstBad).toBe('EXP-2026-000001: pdf');
    await rm(join(at, 'EXP-2026-000002.pdf'));
    expect((await verifyPath([at])).ok).toBe(true);
  });
});
