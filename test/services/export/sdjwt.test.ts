import { X509Certificate, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { RecordNotSigned, signRecord } from '../../../services/export/sdjwt.ts';
import type { IssuedCertificates } from '../../../services/keys/certificates.ts';
import { thumbprint } from '../../../services/keys/thumbprint.ts';
import { issue, leafOf, LOG, NOW, stored, toSign } from './made-record.ts';

let issued: IssuedCertificates;
beforeAll(async () => {
  issued = await issue();
});

const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());

describe('signing a record', () => {
  it('signs the ledger entry byte for byte and hands the stored parts out as they are', () => {
    const toBe = toSign(issued);
    const [jws = '', ...parts] = signRecord(toBe).split('~');
    const [header = '', entry = '', signature = ''] = jws.split('.');
    expect(Buffer.from(entry, 'base64url').equals(toBe.leaf)).toBe(true);
    expect(parts.at(-1)).toBe('');
    const names = parts.slice(0, -1).map((part) => JSON.stringify(read(part)).split('"')[3]);
    expect(names).toEqual(['station', 'person', 'charge', 'custody', 'notice', 'authority', 'times']);
    expect(toBe.disclosures.map((one) => one.text)).toEqual(expect.arrayContaining(parts.slice(0, -1)));
    const { publicKey } = new X509Certificate(issued.signingPem);
    const raw = Buffer.from(signature, 'base64url');
    expect(raw).toHaveLength(64);
    const key = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from(`${header}.${entry}`), key, raw)).toBe(true);
  });

  it('says in its header who signed, for whom and when, and no more', () => {
    const [header = ''] = signRecord(toSign(issued)).split('.');
    const base64 = (pem: string): string => new X509Certificate(pem).raw.toString('base64');
    expect(read(header)).toEqual({
      alg: 'ES256',
      typ: 'notification-record+sd-jwt',
      kid: thumbprint(new X509Certificate(issued.signingPem).publicKey),
      iss: LOG,
      aud: 'Counsel for Alex Testperson',
      jti: 'EXP-2026-000001',
      iat: Math.floor(NOW.getTime() / 1000),
      x5c: [base64(issued.signingPem), base64(issued.rootPem)],
    });
  });

  it.each(['A', 'AB', 'ABC', 'Späth', 'Gericht für Sünder', '€'])('says it letter by letter to %s', (audience) => {
    const [header = ''] = signRecord(toSign(issued, { audience })).split('.');
    const [usual = ''] = signRecord(toSign(issued)).split('.');
    const text = (part: string): string => Buffer.from(part, 'base64url').toString();
    expect(text(header)).toBe(text(usual).replace('Counsel for Alex Testperson', audience));
    expect(Buffer.from(text(header)).toString('base64url')).toBe(header);
  });

  it('leaves out what it is told to, and always what stays in the house', () => {
    const record = signRecord(toSign(issued, { leaveOut: ['person', 'charge'] }));
    const shown = record
      .split('~')
      .slice(1, -1)
      .map((part) => Buffer.from(part, 'base64url').toString());
    expect(shown).toHaveLength(5);
    expect(shown.join()).not.toMatch(/Testperson|dangerous weapon|Kept in the house/);
    const all = signRecord(toSign(issued))
      .split('~')
      .slice(1, -1)
      .map((part) => Buffer.from(part, 'base64url').toString());
    expect(all.join()).not.toContain('inHouse');
  });

  it.each<readonly [string, unknown]>([
    ['a member that has no place', { bookingNumber: '2026-00042', birthplace: 'elsewhere' }],
    ['a member deep down', { name: { family: 'Testperson', maiden: 'Sampleton' } }],
    ['a null', { dob: null }],
    ['another make of value', ['2026-00042']],
  ])('signs nothing when a stored part holds %s', (_, value) => {
    const disclosures = [stored('person', value)];
    const record = toSign(issued, { disclosures, leaf: leafOf(disclosures) });
    expect(() => signRecord(record)).toThrow(RecordNotSigned);
  });

  it('signs nothing when a part is stored under a name that is not its own', () => {
    const disclosures = [{ name: 'person', text: stored('times', { enteredAt: 'x' }).text }];
    expect(() => signRecord(toSign(issued, { disclosures }))).toThrow(RecordNotSigned);
  });

  it('signs nothing without the certificate of its key', async () => {
    const other = await issue();
    expect(() => signRecord(toSign(issued, { certificates: other.certificates }))).toThrow(RecordNotSigned);
    const rootOnly = issued.certificates.filter((certificate) => certificate.kind === 'root');
    expect(() => signRecord(toSign(issued, { certificates: rootOnly }))).toThrow(RecordNotSigned);
  });

  it('picks the certificate of the key where the station has had several', async () => {
    const older = await issue();
    const certificates = [...older.certificates, ...issued.certificates];
    expect(signRecord(toSign(issued, { certificates })).split('.')[0]).toBe(signRecord(toSign(issued)).split('.')[0]);
  });
});
