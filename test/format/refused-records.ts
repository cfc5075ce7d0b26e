// Records with one thing wrong: most are signed again after the change, so that only the changed rule can refuse them.
import { createHmac, createPublicKey } from 'node:crypto';
import { rootFingerprint, type IssuedCertificates } from '../../services/keys/certificates.ts';
import { issue, leafOf, LOG, makeRecord, stored } from '../services/export/made-record.ts';
import { refusedCertificates, refusedProofs } from './refused-proofs.ts';
import { again, base64url, fieldsOf, type Fields } from './sign-again.ts';
import { writeVector } from './vector.ts';

const FILE = 'record.sd-jwt';
/** What a library would take that lets the header choose: the public key as the secret of an HMAC. */
function byHmac(issued: IssuedCertificates): string {
  const signed = again(issued, { header: (header) => ({ ...header, alg: 'HS256' }) })
    .split('.')
    .slice(0, 2)
    .join('.');
  const spki = createPublicKey(issued.signingPem).export({ format: 'pem', type: 'spki' });
  return `${signed}.${createHmac('sha256', spki).update(signed).digest('base64url')}~`;
}

function byNobody(issued: IssuedCertificates): string {
  const record = again(issued, { header: (header) => ({ ...header, alg: 'none' }) });
  return record.replace(/\.[^.~]+~/, '.~');
}

function flip(record: string, at: number): string {
  return `${record.slice(0, at)}${record[at] === 'A' ? 'B' : 'A'}${record.slice(at + 1)}`;
}

function forAnother(record: string): string {
  const [header = '', ...rest] = record.split('.');
  return [base64url(JSON.stringify({ ...fieldsOf(header), aud: 'Somebody Else' })), ...rest].join('.');
}

type Case = readonly [name: string, what: string, record: string, expected: string];

const withHeader = (issued: IssuedCertificates, more: Fields): string =>
  again(issued, { header: (header) => ({ ...header, ...more }) });

function headers(issued: IssuedCertificates, other: IssuedCertificates): readonly Case[] {
  return [
    ['alg-none', 'A header that asks for no signature, and none.', byNobody(issued), 'algorithm'],
    ['alg-hs256', 'A header that asks for an HMAC, made with the public key.', byHmac(issued), 'algorithm'],
    ['alg-es384', 'Another algorithm in the header.', withHeader(issued, { alg: 'ES384' }), 'algorithm'],
    ['other-type', 'Another kind of token.', withHeader(issued, { typ: 'JWT' }), 'type'],
    ['own-key', 'A header that brings a key of its own.', withHeader(issued, { jwk: {} }), 'header'],
    ['critical', 'A header with a critical member.', withHeader(issued, { crit: ['b64'], b64: false }), 'header'],
    [
      'other-kid',
      'A header that names another key than its certificate.',
      withHeader(issued, { kid: 'A'.repeat(43) }),
      'key',
    ],
    ['other-iss', 'Header and entry name different logs.', withHeader(issued, { iss: `${LOG}0` }), 'entry'],
    [
      'member-twice',
      'A header with one member twice.',
      again(issued, { header: (header) => JSON.stringify(header).replace('{', '{"alg":"ES256",') }),
      'header',
    ],
    [
      'other-key',
      'Signed by another key than that of the certificate.',
      again(issued, { key: other.signingPrivateKey }),
      'signature',
    ],
  ];
}

function entries(issued: IssuedCertificates): readonly Case[] {
  const part = stored('person', { bookingNumber: '2026-00042' });
  const entry = (changes: Fields): string =>
    again(issued, { entry: leafOf([part], changes), parts: () => [part.text] });
  const spaced = Buffer.from(String(leafOf([part])).replace(',', ', '));
  return [
    [
      'entry-spaced',
      'An entry that is not canonical JSON.',
      again(issued, { entry: spaced, parts: () => [part.text] }),
      'entry',
    ],
    ['entry-more', 'An entry with a member that the format does not have.', entry({ hint: 'x' }), 'entry'],
    ['entry-other', 'An entry of another type.', entry({ type: 'booking.saved' }), 'entry'],
    ['digest-twice', 'An entry with one digest twice.', entry({ _sd: ['A'.repeat(43), 'A'.repeat(43)] }), 'entry'],
    [
      'digests-unsorted',
      'An entry whose digests are not sorted.',
      entry({ _sd: ['B'.repeat(43), 'A'.repeat(43)] }),
      'entry',
    ],
  ];
}

function disclosures(issued: IssuedCertificates): readonly Case[] {
  const strange = stored('person', { bookingNumber: '2026-00043' });
  const nested = stored('person', { _sd: ['A'.repeat(43)] });
  const named = stored('seq', 4);
  const short = stored('person', {}, 'AAAA');
  const own = (part: typeof strange): string => again(issued, { entry: leafOf([part]), parts: () => [part.text] });
  const good = makeRecord(issued);
  return [
    [
      'part-unreferenced',
      'A part that is not in the entry.',
      again(issued, { parts: (parts) => [...parts, strange.text] }),
      'disclosures',
    ],
    [
      'part-twice',
      'A part that is there twice.',
      again(issued, { parts: (parts) => [...parts, parts[0] ?? ''] }),
      'disclosures',
    ],
    ['part-changed', 'A part in which one letter was changed.', flip(good, good.length - 20), 'disclosures'],
    ['part-nested', 'A part that holds digests of its own.', own(nested), 'disclosures'],
    ['part-takes-name', 'A part with the name of a member of the entry.', own(named), 'disclosures'],
    ['part-short-salt', 'A part with a salt of a few bits.', own(short), 'disclosures'],
    ['header-changed', 'Another recipient in the header, under the old signature.', forAnother(good), 'signature'],
    ['entry-changed', 'One letter of the entry was changed.', flip(good, good.indexOf('.') + 20), 'signature'],
    ['line-break', 'A line break at the end.', `${good}\n`, 'format'],
    ['cut', 'The end was cut off.', good.slice(0, -9), 'format'],
  ];
}

export async function refusedRecords(): Promise<void> {
  const issued = await issue();
  const other = await issue();
  const root = rootFingerprint(issued.rootPem);
  const all = [...headers(issued, other), ...entries(issued), ...disclosures(issued)];
  for (const [name, what, record, expected] of all)
    await writeVector({ name: `refused/${name}`, what, give: [FILE], root, expected }, { [FILE]: record });
  await writeVector(
    {
      name: 'refused/other-root',
      what: 'A good record of another station.',
      give: [FILE],
      root: rootFingerprint(other.rootPem),
      expected: 'root',
    },
    { [FILE]: makeRecord(issued) },
  );
  await refusedProofs(issued, other);
  await refusedCertificates(issued);
}
