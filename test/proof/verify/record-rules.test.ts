import { randomBytes, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { issueCertificates, type IssuedCertificates } from '../../../services/keys/certificates.ts';
import { checkRecord } from '../../../proof/verify/record.ts';
import { issue, leafOf, LOG, makeRecord, NOW, privateKeyOf, stored } from '../../services/export/made-record.ts';

let issued: IssuedCertificates;
beforeAll(async () => {
  issued = await issue();
});

type Fields = Readonly<Record<string, unknown>>;

function readFields(part: string): Fields {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function signed(text: string, pkcs8: Uint8Array): string {
  const key = privateKeyOf(pkcs8);
  return `${text}.${base64url(sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }))}`;
}

const textOf = (header: unknown): string => (typeof header === 'string' ? header : JSON.stringify(header));

interface Change {
  readonly header?: (header: Fields) => unknown;
  readonly entry?: Uint8Array;
  readonly parts?: readonly string[];
  readonly key?: Uint8Array;
}

/** Signs again with the station's own key after a change, so that only the changed rule can refuse. */
function resigned(change: Change): Uint8Array {
  const [jws = '', ...parts] = makeRecord(issued).split('~');
  const [head = '', entry = ''] = jws.split('.');
  const header = change.header === undefined ? readFields(head) : change.header(readFields(head));
  const text = textOf(header);
  const payload = change.entry === undefined ? entry : base64url(change.entry);
  const line = signed(`${base64url(Buffer.from(text))}.${payload}`, change.key ?? issued.signingPrivateKey);
  return Buffer.from([line, ...(change.parts ?? parts.slice(0, -1)), ''].join('~'));
}

async function badIn(file: Uint8Array): Promise<readonly string[]> {
  return (await checkRecord(file)).findings
    .filter((finding) => !finding.ok)
    .map(({ name, detail }) => `${name}: ${detail}`);
}

describe('header rules', () => {
  it('accepts the record that the cases below start from', async () => {
    expect(await badIn(resigned({}))).toEqual([]);
  });

  it.each<readonly [string, (header: Fields) => unknown, RegExp]>([
    ['algorithm none', (header) => ({ ...header, alg: 'none' }), /^algorithm: only ES256/],
    ['an HMAC algorithm', (header) => ({ ...header, alg: 'HS256' }), /^algorithm: only ES256/],
    ['another type', (header) => ({ ...header, typ: 'JWT' }), /^type: /],
    ['a key of its own', (header) => ({ ...header, jwk: {} }), /^header: not as the format says: members/],
    ['a critical member', (header) => ({ ...header, crit: ['b64'] }), /^header: not as the format says/],
    ['no recipient', (header) => ({ ...header, aud: '' }), /^header: not as the format says: aud/],
    ['one certificate', (header) => ({ ...header, x5c: [issued.rootPem] }), /^header: not as the format says: x5c/],
    ['another key id', (header) => ({ ...header, kid: 'A'.repeat(43) }), /^key: /],
    [
      'another log',
      (header) => ({ ...header, iss: 'elsewhere.invalid/log' }),
      /^entry: entry and header name different logs/,
    ],
    [
      'a repeated member',
      (header) => JSON.stringify(header).replace('{', '{"alg":"ES256",'),
      /^header: the header is not compact/,
    ],
    ['a space', (header) => JSON.stringify(header).replace(',', ', '), /^header: the header is not compact/],
  ])('refuses %s', async (_, header, reason) => {
    expect((await badIn(resigned({ header })))[0]).toMatch(reason);
  });

  it.each([
    ['before the certificates', NOW.getTime() / 1000 - 7_200],
    ['after the signing certificate', Date.parse('2029-12-01T00:00:00Z') / 1000],
    ['at no time', 1e15],
  ])('refuses a record signed %s', async (_, iat) => {
    const bad = await badIn(resigned({ header: (header) => ({ ...header, iat: Math.floor(iat) }) }));
    expect(bad).toHaveLength(1);
    expect(bad[0]).toMatch(/^validity: /);
  });
});

const b64 = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\n/g, '');

describe('certificate rules', () => {
  it('refuses a chain whose root did not issue the signing certificate', async () => {
    const other = await issueCertificates({
      stationName: 'Exampleton Police',
      ori: 'MA0EX0100',
      now: NOW,
      random: randomBytes,
    });
    const x5c = [b64(issued.signingPem), b64(other.rootPem)];
    expect((await badIn(resigned({ header: (header) => ({ ...header, x5c }) })))[0]).toMatch(
      /^certificates: the root did not issue/,
    );
  });

  it('refuses the root as signer, and the signing certificate as root', async () => {
    const roots = [b64(issued.rootPem), b64(issued.rootPem)];
    const asSigner = resigned({ header: (header) => ({ ...header, x5c: roots }), key: issued.rootPrivateKey });
    expect((await badIn(asSigner))[0]).toMatch(/^certificates: the signing certificate could issue others/);
    const x5c = [b64(issued.signingPem), b64(issued.signingPem)];
    const asRoot = resigned({ header: (header) => ({ ...header, x5c }) });
    expect((await badIn(asRoot))[0]).toMatch(/^certificates: the root may not issue certificates/);
  });

  it('refuses a signature by another key', async () => {
    const other = await issue();
    expect((await badIn(resigned({ key: other.signingPrivateKey })))[0]).toMatch(
      /^signature: header or entry were changed/,
    );
  });

  it.each([
    ['bytes behind its end', (der: Buffer) => Buffer.concat([der, Buffer.from('zz')]).toString('base64')],
    ['a line break', (der: Buffer) => `${der.toString('base64')}\n`],
    ['half of it missing', (der: Buffer) => der.subarray(0, 200).toString('base64')],
  ])('refuses a certificate with %s', async (_, change) => {
    const x5c = [change(Buffer.from(b64(issued.signingPem), 'base64')), b64(issued.rootPem)];
    expect((await badIn(resigned({ header: (header) => ({ ...header, x5c }) })))[0]).toBe(
      'certificates: a certificate cannot be read',
    );
  });
});

const part = stored('person', { bookingNumber: '2026-00042' });

describe('entry and disclosure rules', () => {
  it.each<readonly [string, Record<string, unknown>, RegExp]>([
    ['another digest algorithm', { _sd_alg: 'sha-512' }, /_sd_alg/],
    ['an unknown member', { hint: 'x' }, /members/],
    ['another kind of entry', { type: 'booking.saved' }, /type/],
    ['a gap in the number', { seq: -1 }, /seq/],
    ['a digest twice', { _sd: ['A'.repeat(43), 'A'.repeat(43)] }, /repeated/],
    ['unsorted digests', { _sd: ['B'.repeat(43), 'A'.repeat(43)] }, /sorted/],
  ])('refuses an entry with %s', async (_, changes, reason) => {
    expect((await badIn(resigned({ entry: leafOf([part], changes), parts: [] })))[0]).toMatch(reason);
  });

  it('refuses an entry that is not canonical', async () => {
    const text = Buffer.from(leafOf([part])).toString();
    const swapped = Buffer.from(text.replace(/^\{(.*),"v":1\}$/, '{"v":1,$1}'));
    expect(await badIn(resigned({ entry: swapped, parts: [part.text] }))).toEqual([
      'entry: the entry is not canonical JSON',
    ]);
    expect((await badIn(resigned({ entry: Buffer.from('{"log":"\\ud800"}'), parts: [] })))[0]).toMatch(/^entry: /);
  });

  const raw = (value: string): string => Buffer.from(value).toString('base64url');
  const salt = 'S'.repeat(43);
  const one = raw(`["${salt}","a",1]`);
  const two = raw(`["${salt}","a",2]`);
  const alone = (value: string): { readonly inEntry: string[]; readonly shown: string[] } => ({
    inEntry: [raw(value)],
    shown: [raw(value)],
  });
  it.each([
    {
      what: 'not in the entry',
      inEntry: [part.text],
      shown: [stored('notice', {}).text],
      reason: /1 is not in the signed entry/,
    },
    { what: 'shown twice', inEntry: [part.text], shown: [part.text, part.text], reason: /disclosure 2 is there twice/ },
    {
      what: 'under a name that another has',
      inEntry: [one, two],
      shown: [one, two],
      reason: /disclosure 2 is there twice/,
    },
    { what: 'named like a member', ...alone(`["${salt}","seq",1]`), reason: /takes the name/ },
    { what: 'named like the digests', ...alone(`["${salt}","_sd",[]]`), reason: /takes the name/ },
    { what: 'with a short salt', ...alone('["short","a",1]'), reason: /salt that is not 256 bits/ },
    { what: 'without a name', ...alone(`["${salt}",1]`), reason: /is not \[salt, name, value\]/ },
    { what: 'with digests inside', ...alone(`["${salt}","a",[{"_sd":[]}]]`), reason: /holds digests/ },
    { what: 'with a name twice inside', ...alone(`["${salt}","a",{"b":1,"b":2}]`), reason: /is not \[salt/ },
  ])('refuses a part $what', async ({ inEntry, shown, reason }) => {
    const entry = leafOf(inEntry.map((text) => ({ name: 'any', text })));
    expect((await badIn(resigned({ entry, parts: shown })))[0]).toMatch(reason);
  });

  it('accepts a copy from which parts were left out', async () => {
    const [jws = '', first = ''] = makeRecord(issued).split('~');
    const checked = await checkRecord(Buffer.from(`${jws}~${first}~`));
    expect(checked.findings.filter((finding) => !finding.ok)).toEqual([]);
    expect((await checkRecord(Buffer.from(`${jws}~`))).findings.at(-1)?.detail).toContain('no part is shown');
    expect(checked.header?.iss).toBe(LOG);
  });
});
