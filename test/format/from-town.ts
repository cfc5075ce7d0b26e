// Records under the root of a town's authority, which openssl plays: RSA at the root, P-384 between.
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf } from '../../services/export/bundle.ts';
import { recordPdf } from '../../services/export/record-pdf.ts';
import { certificateRequest } from '../../services/keys/certificate-request.ts';
import { issue, makeRecord, privateKeyOf } from '../services/export/made-record.ts';
import { Town } from '../support/town.ts';
import { writeVector, type FilesOfVector } from './vector.ts';

const NAMES = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid:always'];
const CA = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign', ...NAMES];
const EXPORT = 'EXP-2026-000001';
const FILE = 'record.sd-jwt';

interface Chains {
  readonly town: Town;
  readonly folder: string;
  /** Fingerprint of the town's root. */
  readonly root: string;
  readonly signing: string;
  /** A record with this chain. */
  readonly signed: (...pems: readonly string[]) => string;
}

async function brokenChains({ town, folder, root, signing, signed }: Chains): Promise<void> {
  writeFileSync(join(folder, 'deep.pem'), town.issue('issuing.csr', { extensions: CA }));
  writeFileSync(join(folder, 'deep.key'), town.read('issuing.key'));
  const below = town.issue('our.csr', { by: 'deep' });
  const broken: readonly (readonly [name: string, what: string, record: string])[] = [
    ['town-issuer-missing', 'A chain that lacks the issuer between.', signed(signing, town.root)],
    [
      'town-link-broken',
      'An issuer between that the next one did not issue.',
      signed(below, town.read('deep.pem'), town.root),
    ],
    [
      'town-too-deep',
      'More issuers below the root than it allows.',
      signed(below, town.read('deep.pem'), town.issuing, town.root),
    ],
    ['town-turned-round', 'A chain whose root does not stand last.', signed(signing, town.root, town.issuing)],
  ];
  for (const [name, told, text] of broken)
    await writeVector(
      { name: `refused/${name}`, what: told, give: [FILE], root, expected: 'certificates' },
      { [FILE]: text },
    );
}

export async function townVectors(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-town-'));
  const own = await issue();
  const key = privateKeyOf(own.signingPrivateKey);
  const of = { stationName: 'Exampleton Police', ori: 'MA0EX0100' };
  writeFileSync(join(folder, 'our.csr'), await certificateRequest(of, key));
  const town = new Town(folder);
  const root = new X509Certificate(town.root).fingerprint256;
  const issuedAt = new Date();
  const signed = (...pems: readonly string[]): string => {
    const certificates = [{ kind: 'town' as const, pem: pems.join('') }];
    return makeRecord(own, { certificates, issuedAt });
  };
  const signing = town.issue('our.csr');
  const record = signed(signing, town.issuing, town.root);
  const pdf = await recordPdf({ record, purpose: 'Docket 26-0412', leftOut: [], key });
  const all = await filesOf({ record, exportNumber: EXPORT, pdf });
  const whole: FilesOfVector = Object.fromEntries(
    all.filter(([name]) => name !== 'verify.html').map(([name, content]) => [`${EXPORT}/${name}`, content]),
  );
  const give = [EXPORT];
  const what = 'A record under the root of a town’s authority, with one issuer between.';
  await writeVector({ name: 'good/town', what, give, root }, whole);
  const station = new X509Certificate(own.rootPem).fingerprint256;
  const other = { give, root: station, expected: 'root' };
  await writeVector(
    { name: 'refused/town-own-root', what: 'The same, held against the station’s own root.', ...other },
    whole,
  );

  await brokenChains({ town, folder, root, signing, signed });
  rmSync(folder, { recursive: true, force: true });
}
