import { listCertificates } from '../db/station/reader.ts';
import type { Reply } from '../contract/reply.ts';
import type { CheckReport } from '../contract/system.ts';
import { rootFingerprint } from './keys/certificates.ts';
import { done, refuse } from './reply.ts';
import type { Member } from './route.ts';
import { checkStation } from './check-station.ts';

/** Integrity of the store, the ledger and the decisions, in plain words. */
export async function checkSystem(member: Member): Promise<Reply<CheckReport>> {
  return done(await checkStation(member.open, member.state.options.folder));
}

/** Fingerprint of the certificate by which outsiders know this station: the newest root. */
export async function getRoot({ open }: Member): Promise<Reply<{ readonly rootFingerprint: string }>> {
  const root = (await listCertificates(open.store.read)).findLast(({ kind }) => kind === 'root');
  return root === undefined ? refuse('not-found') : done({ rootFingerprint: rootFingerprint(root.pem) });
}
