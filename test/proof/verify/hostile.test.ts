// Files that are made to do harm: each is refused with a sentence of its own, soon, and none ends the program.
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkpointText } from '../../../proof/checkpoint.ts';
import { leafHash } from '../../../proof/hash.ts';
import { signNote } from '../../../proof/note.ts';
import { logProofText } from '../../../proof/tlog-proof.ts';
import { filesInPdf } from '../../../proof/verify/pdf-files.ts';
import { checkPdf } from '../../../proof/verify/pdf.ts';
import { verify } from '../../../proof/verify/verify.ts';
import { readZip } from '../../../proof/verify/zip.ts';
import { ZipPieces } from '../../../services/export/zip.ts';
import type { IssuedCertificates } from '../../../services/keys/certificates.ts';
import { makePdf } from '../../services/export/made-pdf.ts';
import { issue, leafOf, LOG, makeRecord, privateKeyOf, toSign } from '../../services/export/made-record.ts';

let issued: IssuedCertificates;
beforeAll(async () => {
  issued = await issue();
});

/** A zip in which every entry of the list leads to the same packed file. */
function overlapping(entries: number): Buffer {
  const pieces = new ZipPieces();
  const first = pieces.add('a0000', Buffer.alloc(4_194_304));
  const end = pieces.end();
  const listed = end.subarray(0, end.length - 22);
  const all = Array.from({ length: entries }, (_, at) => {
    const one = Buffer.from(listed);
    one.write(`a${String(at).padStart(4, '0')}`, 46, 'latin1');
    return one;
  });
  const tail = Buffer.from(end.subarray(-22));
  tail.writeUInt16LE(entries, 8);
  tail.writeUInt16LE(entries, 10);
  tail.writeUInt32LE(entries * listed.length, 12);
  return Buffer.concat([first, ...all, tail]);
}

describe('a zip that would grow without end', () => {
  it('is refused before anything of it is unpacked', async () => {
    const bomb = overlapping(2_000);
    expect(bomb.length).toBeLessThan(200_000);
    const read = await readZip(bomb);
    expect('ok' in read && read.detail).toBe('its files together would become far too large');
    const { checks } = await verify([{ path: 'bomb.zip', content: bomb }]);
    expect(checks).toEqual([{ name: 'zip', ok: false, detail: 'its files together would become far too large' }]);
  });
});

describe('a PDF', () => {
  it('with thousands of files in it is refused without looking for each', async () => {
    const { pdf } = await makePdf(issued);
    const text = pdf.toString('latin1');
    const id = /\/EF <<\n\/F (\d+) 0 R/.exec(text)?.[1] ?? '';
    const spec = (name: string): string =>
      `/Type /Filespec\n/AFRelationship /Data\n/F (${name})\n/EF <<\n/F ${id} 0 R\n>>\n`;
    const withMore = (count: number): string =>
      text + Array.from({ length: count }, (_, at) => spec(`f${String(at)}`)).join('');
    const read = (told: string): ReturnType<typeof filesInPdf> => filesInPdf(Buffer.from(told, 'latin1'), told);
    expect((await read(withMore(1)))?.size).toBe(4);
    expect(await read(withMore(40_000))).toBeUndefined();
  });

  it('or anything else that is larger than a record is refused for that', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4_194_304)]);
    const { checks } = await verify([{ path: 'large.pdf', content }]);
    expect(checks).toEqual([{ name: 'format', ok: false, detail: 'far too large for a record' }]);
  });

  it('cut at any place is refused', async () => {
    const { pdf } = await makePdf(issued);
    for (let cut = 0; cut < pdf.length; cut += 2_503)
      expect([cut, (await checkPdf(pdf.subarray(0, cut))).findings.every(({ ok }) => ok)]).toEqual([cut, false]);
  });
});

describe('a proof', () => {
  it.each<{ readonly what: string; readonly name: string; readonly makeKey: () => KeyObject; readonly why: string }>([
    {
      what: 'of another log of the same station',
      name: 'sallyport.invalid/ma0ex0100/booking-log/ff',
      makeKey: () => privateKeyOf(issued.signingPrivateKey),
      why: 'log: the entry belongs to another log',
    },
    {
      what: 'that somebody else signed',
      name: LOG,
      makeKey: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
      why: 'checkpoint: the head of the log was changed, or another key signed it',
    },
  ])('$what is refused', async ({ name, makeKey, why }) => {
    const key = makeKey();
    const root = leafHash(leafOf(toSign(issued).disclosures));
    const checkpoint = signNote(checkpointText({ origin: name, size: 18, root }), {
      ...{ name, key },
      publicKey: createPublicKey(key),
    });
    const { ok, checks } = await verify([
      { path: 'record.sd-jwt', content: Buffer.from(makeRecord(issued)) },
      { path: 'record.tlog-proof', content: Buffer.from(logProofText({ index: 17, path: [], checkpoint })) },
    ]);
    expect(ok).toBe(false);
    expect(checks.filter((check) => !check.ok).map((check) => `${check.name}: ${check.detail}`)).toEqual([why]);
  });
});

describe('bytes that are no record', () => {
  it.each([0, 1, 2, 5, 64, 1_000, 100_000])(
    '%i of them, drawn by a rule, are refused with a sentence',
    async (length) => {
      const content = Buffer.alloc(length);
      let state = createHash('sha256').update(String(length)).digest();
      for (let at = 0; at < length; at += 1) {
        if (at % 32 === 0) state = createHash('sha256').update(state).digest();
        content[at] = state[at % 32] ?? 0;
      }
      for (const start of ['', 'PK', '%PDF-', 'c2sp.org/tlog-proof@v1\n', '{"copies":']) {
        const { ok, checks } = await verify([{ path: 'x', content: Buffer.concat([Buffer.from(start), content]) }]);
        expect([start, ok, (checks[0]?.detail ?? '').length > 5]).toEqual([start, false, true]);
      }
    },
  );
});
