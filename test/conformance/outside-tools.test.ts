import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '../../services/export/bundle.ts';
import { issueCertificates, rootFingerprint, type IssuedCertificates } from '../../services/keys/certificates.ts';
import { has, run, type Ran } from '../support/outside-program.ts';
import { makePdf } from '../services/export/made-pdf.ts';
import { issue, makeRecord, NOW } from '../services/export/made-record.ts';

const RECIPE = join(import.meta.dirname, 'verify-with-openssl.sh');
const SHARED = resolve(import.meta.dirname, '../../../shared/tools/verify/verify-jws-openssl.sh');
const SAMPLE = resolve(import.meta.dirname, '../vectors/sample-record');

let issued: IssuedCertificates;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  issued = await issue();
  const into = mkdtempSync(join(tmpdir(), 'sallyport-outside-'));
  const written = await writeBundle({
    folder: into,
    exportNumber: 'EXP-2026-000001',
    ...(await makePdf(issued)),
  });
  if (!written.ok) throw new Error(written.refusal.code);
  folder = written.value.folder;
});

/** The record with one byte changed, in a file of its own. */
function changed(offset: number): string {
  const bytes = readFileSync(at('record.sd-jwt'));
  bytes[offset] = bytes[offset] === 0x41 ? 0x42 : 0x41;
  const file = join(mkdtempSync(join(tmpdir(), 'sallyport-outside-')), 'record.sd-jwt');
  writeFileSync(file, bytes);
  return file;
}

/** Places in the header, the entry, the signature and the last part. */
function places(): readonly number[] {
  const text = readFileSync(at('record.sd-jwt'), 'latin1');
  const entry = text.indexOf('.');
  const signature = text.indexOf('.', entry + 1);
  return [12, entry + 9, signature + 5, text.length - 20];
}

// Each recipe starts some sixty processes.
describe('openssl and a shell', { timeout: 60_000 }, () => {
  const recipe = (record: string, from: string = folder): Ran =>
    run('sh', [RECIPE, record, join(from, 'station-signing.pem'), join(from, 'station-root.pem')]);

  it('accept a record, and name the root', () => {
    const ran = recipe(at('record.sd-jwt'));
    expect(ran.text).toContain(`ok: signature, certificates and 7 parts\ncompare: ${rootFingerprint(issued.rootPem)}`);
    expect(ran.status).toBe(0);
  });

  it('accept the record of another implementation', () => {
    expect(recipe(join(SAMPLE, 'record.sd-jwt'), SAMPLE)).toMatchObject({ status: 0 });
  });

  it('refuse a changed header, entry, signature and part, and another root', () => {
    for (const place of places()) expect(recipe(changed(place)).text).toMatch(/^FAILED|error/);
    expect(
      run('sh', [RECIPE, at('record.sd-jwt'), at('station-signing.pem'), join(SAMPLE, 'station-root.pem')]).text,
    ).toBe('FAILED: the root is not the one in the header\n');
  });

  it.each([0, 32])('accept a signature whose number at byte %i begins with a zero', (place) => {
    const file = join(mkdtempSync(join(tmpdir(), 'sallyport-outside-')), 'r');
    const leaveOut = ['station', 'person', 'charge', 'custody', 'notice', 'authority', 'times'];
    let record = '';
    const begins = (): number | undefined => Buffer.from(record.split('.')[2]?.slice(0, -1) ?? '', 'base64url')[place];
    while (record === '' || begins() !== 0) record = makeRecord(issued, { leaveOut });
    writeFileSync(file, record);
    expect(recipe(file)).toMatchObject({ status: 0 });
  });

  it.skipIf(!existsSync(SHARED))(
    'and the shared JWS script accept and refuse alike (skipped where it is absent)',
    () => {
      const jws = join(mkdtempSync(join(tmpdir(), 'sallyport-outside-')), 'r.jws');
      const part = (file: string): void => {
        writeFileSync(jws, readFileSync(file, 'latin1').split('~', 1)[0] ?? '');
      };
      part(at('record.sd-jwt'));
      expect(run('sh', [SHARED, jws, at('station-signing.pem')])).toMatchObject({ status: 0 });
      for (const place of places().slice(0, 3)) {
        part(changed(place));
        expect(run('sh', [SHARED, jws, at('station-signing.pem')]).status).not.toBe(0);
      }
    },
  );
});

describe('certificates in openssl', () => {
  it('pass the strict check, also for a name that is long, quoted or not Latin', async () => {
    for (const stationName of ['Exampleton Police', `"Ex", +=<>#;\\ ${'ñ'.repeat(80)}`, '例町 警察 👮']) {
      const made = await issueCertificates({
        stationName,
        ori: 'MA0EX0100',
        now: NOW,
        random: (size) => new Uint8Array(size),
      });
      const into = mkdtempSync(join(tmpdir(), 'sallyport-outside-'));
      writeFileSync(join(into, 'root.pem'), made.rootPem);
      writeFileSync(join(into, 'signing.pem'), made.signingPem);
      const when = String(Math.floor(NOW.getTime() / 1000));
      const args = [
        'verify',
        '-x509_strict',
        '-attime',
        when,
        '-CAfile',
        join(into, 'root.pem'),
        join(into, 'signing.pem'),
      ];
      expect(run('openssl', args)).toMatchObject({ status: 0 });
      expect(new X509Certificate(made.rootPem).subject).toContain(
        Array.from(stationName).slice(-3, -1).join('').slice(0, 1),
      );
    }
  });

  it('say what they are for and how long', () => {
    const read = (name: string): string => run('openssl', ['x509', '-in', at(name), '-noout', '-text']).text;
    const root = read('station-root.pem');
    expect(root).toMatch(/CA:TRUE, pathlen:0/);
    expect(root).toMatch(/Certificate Sign, CRL Sign/);
    expect(root).toMatch(/Not Before: Nov 25 05:41:07 2026 GMT\s+Not After : Nov 25 05:41:07 2041 GMT/);
    const signing = read('station-signing.pem');
    expect(signing).toMatch(/CA:FALSE/);
    expect(signing).toMatch(/Digital Signature, Non Repudiation/);
    expect(signing).toMatch(/1\.3\.6\.1\.5\.5\.7\.3\.36, E-mail Protection/);
    expect(signing).toMatch(/Not After : Nov 25 05:41:07 2029 GMT/);
  });
});

describe.skipIf(!has('jose'))('latchset jose (skipped where it is not installed)', () => {
  it('accepts a record and refuses a changed one', () => {
    const work = mkdtempSync(join(tmpdir(), 'sallyport-outside-'));
    const jwk = new X509Certificate(issued.signingPem).publicKey.export({ format: 'jwk' });
    writeFileSync(join(work, 'key.jwk'), JSON.stringify(jwk));
    const check = (file: string): Ran => {
      writeFileSync(join(work, 'r.jws'), readFileSync(file, 'latin1').split('~', 1)[0] ?? '');
      return run('jose', ['jws', 'ver', '-i', join(work, 'r.jws'), '-k', join(work, 'key.jwk'), '-O-']);
    };
    expect(check(at('record.sd-jwt'))).toMatchObject({ status: 0 });
    for (const place of places().slice(0, 3)) expect(check(changed(place)).status).not.toBe(0);
  });
});
