// Good records with a proof of something else, or signed with a certificate that must not be taken.
import { createPublicKey } from 'node:crypto';
import { checkpointText } from '../../proof/checkpoint.ts';
import { leafHash } from '../../proof/hash.ts';
import { signNote } from '../../proof/note.ts';
import { logProofText } from '../../proof/tlog-proof.ts';
import { rootFingerprint, type IssuedCertificates } from '../../services/keys/certificates.ts';
import { revocationList } from '../../services/keys/next-certificate.ts';
import { thumbprint } from '../../services/keys/thumbprint.ts';
import { issue, LOG, makeRecord, NOW, privateKeyOf } from '../services/export/made-record.ts';
import { badCertificates } from './bad-certificates.ts';
import { again, type Fields } from './sign-again.ts';
import { writeVector } from './vector.ts';

const FILE = 'record.sd-jwt';
const derOf = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\n/g, '');

type Case = readonly [name: string, what: string, proof: string, expected: string];

export async function refusedProofs(issued: IssuedCertificates, other: IssuedCertificates): Promise<void> {
  const record = makeRecord(issued);
  const leaf = Buffer.from(record.split('.')[1] ?? '', 'base64url');
  const proof = (by: IssuedCertificates, origin: string, index = 17): string => {
    const key = privateKeyOf(by.signingPrivateKey);
    const text = checkpointText({ origin, size: 18, root: leafHash(leaf) });
    const checkpoint = signNote(text, { name: origin, key, publicKey: createPublicKey(key) });
    return logProofText({ index, path: [], checkpoint });
  };
  const cases: readonly Case[] = [
    ['proof-other-log', 'A proof from another log of the same station.', proof(issued, `${LOG}0`), 'log'],
    ['proof-other-key', 'A proof whose head another key signed.', proof(other, LOG), 'checkpoint'],
    ['proof-other-place', 'A proof for another place.', proof(issued, LOG, 16), 'log'],
    ['proof-no-path', 'A proof whose hashes do not lead to the root.', proof(issued, LOG), 'log'],
    ['proof-unreadable', 'A proof of another version.', proof(issued, LOG).replace('@v1', '@v2'), 'log'],
  ];
  const root = rootFingerprint(issued.rootPem);
  for (const [name, what, text, expected] of cases)
    await writeVector(
      { name: `refused/${name}`, what, give: [FILE, 'record.tlog-proof'], root, expected },
      { [FILE]: record, 'record.tlog-proof': text },
    );
}

export async function refusedCertificates(issued: IssuedCertificates): Promise<void> {
  for (const { name, what, signing, root, privateKey, iat } of await badCertificates(issued)) {
    const x5c = [derOf(signing), derOf(root)];
    const kid = toKid(privateKey);
    const header = (told: Fields): Fields => ({ ...told, x5c, kid, iat: iat ?? told['iat'] });
    const record = again(issued, { header, key: privateKey });
    const expected = iat === undefined ? 'certificates' : 'validity';
    await writeVector(
      { name: `refused/${name}`, what, give: [FILE], root: rootFingerprint(root), expected },
      { [FILE]: record },
    );
  }
}

/** Lists of what a root called back: the record's own certificate before it signed, another root's list, none at all. */
export async function refusedCalledBack(): Promise<void> {
  const issued = await issue();
  const other = await issue();
  const day = 86_400_000;
  const list = async (by: IssuedCertificates): Promise<string> => {
    const called = [{ pem: issued.signingPem, compromised: true, at: new Date(NOW.getTime() - day / 48) }];
    const root = { pem: by.rootPem, privateKey: by.rootPrivateKey };
    return (await revocationList(called, root, NOW)) ?? '';
  };
  const root = rootFingerprint(issued.rootPem);
  const cases = [
    ['called-back', 'A record signed after its certificate was called back.', await list(issued)],
    ['crl-other-root', 'A list of called-back certificates of another station.', await list(other)],
    ['crl-unreadable', 'A list of called-back certificates that is none.', 'nothing\n'],
  ] as const;
  for (const [name, what, text] of cases)
    await writeVector(
      { name: `refused/${name}`, what, give: [FILE], root, crl: 'crl.pem', expected: 'called back' },
      { [FILE]: makeRecord(issued), 'crl.pem': text },
    );
}

function toKid(privateKey: Uint8Array): string {
  return thumbprint(createPublicKey(privateKeyOf(privateKey)));
}
