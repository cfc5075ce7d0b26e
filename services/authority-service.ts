import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { certifyKeyInput, ownRootInput, requestCertificateInput, WrittenRequest } from '../contract/authority.ts';
import type { StationKeys } from '../contract/keys.ts';
import type { Reply } from '../contract/reply.ts';
import { listCertificates } from '../db/station/reader.ts';
import { insertTownChain } from '../db/station/writer.ts';
import { clearText } from '../policy/gate.ts';
import type { Refusal } from '../policy/refusal.ts';
import { textOf } from '../proof/bytes.ts';
import { certificatesPem } from '../proof/pem.ts';
import { shownName } from '../proof/verify/certificate-name.ts';
import type { Holder } from './keys/holder-name.ts';
import { townChainsAt } from './keys/in-force.ts';
import { judgeChain, type SoundChain } from './keys/judge-chain.ts';
import { writeNewFile, writeRefusal } from './keys/safe-files.ts';
import { loadSigningKey } from './keys/signing-key.ts';
import { fileStamp } from './keys/station-files.ts';
import { thumbprintOfPrivate } from './keys/thumbprint.ts';
import { stationKeys } from './key-lines.ts';
import { digestOfText } from './ledger/digest.ts';
import { cover } from './record.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';
import { readSmall } from './verify/read-small.ts';

const FOR_OTHERS = 0o644;
/** Far more than four certificates. */
const MOST_BYTES = 262_144;

/** Whom a certificate of the key has to name. */
const holderOf = ({ station }: Member['open']): Holder => ({ stationName: station.name, ori: station.ori });

/** Writes a request for a certificate of the key that signs today, for a town's authority. */
export async function requestCertificate(
  member: Member,
  { folder }: z.output<typeof requestCertificateInput>,
): Promise<Reply<WrittenRequest>> {
  const { state, open } = member;
  const key = await loadSigningKey(state.options.folder, open.key);
  if (!key.ok) return refused(key.refusal);
  const { certificateRequest } = await import('./keys/certificate-request.ts');
  const text = await certificateRequest(holderOf(open), key.value);
  const kid = thumbprintOfPrivate(key.value);
  const file = join(folder, `station-request-${fileStamp(state.options.clock.now())}.csr`);
  const request = { kid, sha256: digestOfText(text) };
  try {
    // No request lies there that the log does not know, and none is in the log that could not be written.
    await open.store.transaction(async (tx) => {
      await cover(tx, member, { type: 'key.requested', disclosures: { request } });
      await writeNewFile(file, text, FOR_OTHERS);
    });
  } catch (thrown) {
    const refusal = writeRefusal(thrown, 'folder');
    if (refusal === undefined) throw thrown;
    return refused(refusal.refusal);
  }
  return done({ file, kid });
}

function notTaken(file: string, { what, next }: { readonly what: string; readonly next: string }): Refusal {
  return {
    code: 'unreadable-file',
    field: 'file',
    params: { file: basename(file), cannot: 'put in force', what, next },
  };
}

/** Names stand in what is kept: the screen reads them as it reads any agency's. */
function namesRefused({ certificates }: SoundChain): boolean {
  return certificates.some(({ subject }) => {
    const name = shownName(subject);
    return name !== '' && !clearText(name, 'agency').ok;
  });
}

/** Takes the chain that a town's authority issued for the key that signs, once every question about it is answered. */
export async function certifyKey(
  member: Member,
  { file }: z.output<typeof certifyKeyInput>,
): Promise<Reply<StationKeys>> {
  const { state, open } = member;
  const content = await readSmall(file, MOST_BYTES);
  if (!(content instanceof Uint8Array))
    return refused(notTaken(file, { what: 'It cannot be read, or is far too large.', next: '' }));
  const key = await loadSigningKey(state.options.folder, open.key);
  if (!key.ok) return refused(key.refusal);
  const kid = thumbprintOfPrivate(key.value);
  const roots = (await listCertificates(open.store.read)).filter(({ kind }) => kind === 'root');
  const own = roots.map(({ fingerprint }) => fingerprint);
  const holder = holderOf(open);
  const judged = await judgeChain(textOf(content), { kid, own, holder, now: state.options.clock.now() });
  if (!('certificates' in judged)) return refused(notTaken(file, judged));
  if (namesRefused(judged))
    return refused(notTaken(file, { what: 'A name in it may not stand in the records.', next: '' }));
  const pem = certificatesPem(judged.certificates.map(({ raw }) => raw));
  const chain = { kid, sha256: digestOfText(pem), root: judged.root.fingerprint };
  await open.store.transaction(async (tx) => {
    const meta = await cover(tx, member, { type: 'key.certified', disclosures: { chain } });
    await insertTownChain(tx, { kid, pem, sha256: chain.sha256 }, meta);
  });
  return done(await stationKeys(member));
}

/** The station's own root vouches for its key again: the authority was broken into, or its term ends. */
export async function goBackToOwnRoot(
  member: Member,
  { reason }: z.output<typeof ownRootInput>,
): Promise<Reply<StationKeys>> {
  const cleared = clearText(reason, 'reason');
  if (!cleared.ok) return refused(...cleared.refusals.map((refusal) => ({ ...refusal, field: 'reason' })));
  const { state, open } = member;
  const key = await loadSigningKey(state.options.folder, open.key);
  if (!key.ok) return refused(key.refusal);
  const kid = thumbprintOfPrivate(key.value);
  const inForce = (await townChainsAt(open.store.read, state.options.clock.now())).find((one) => one.kid === kid);
  if (inForce === undefined) return refused({ code: 'not-found', field: 'chain' });
  const chain = { kid, sha256: null };
  await open.store.transaction(async (tx) => {
    const meta = await cover(tx, member, { type: 'key.own-root', disclosures: { chain, reason: cleared.value } });
    await insertTownChain(tx, { ...chain, pem: null }, meta);
  });
  return done(await stationKeys(member));
}
