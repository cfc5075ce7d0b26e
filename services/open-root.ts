import type { Reply } from '../contract/reply.ts';
import { listCertificates } from '../db/station/reader.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { OpenedRoot } from './keys/next-certificate.ts';
import { openDatabaseRecovery, openRootRecovery } from './keys/recovery-files.ts';
import { wipeStationKey } from './keys/station-key.ts';
import { thenWiped } from './keys/wipe.ts';
import { refused } from './reply.ts';
import type { Member } from './route.ts';

export const OTHER_ROOT: Refusal = {
  code: 'unreadable-file',
  field: 'recoveryFolder',
  params: {
    file: 'root-recovery.jwe',
    cannot: 'used here',
    what: 'It holds the root of another station.',
    next: 'Take the recovery files of this station.',
  },
};

interface Recovery {
  readonly recoveryFolder: string;
  readonly recoveryKey: string;
}

/** The root out of the recovery files, which have to be those of this station. */
async function openRoot(
  { open }: Member,
  { recoveryFolder, recoveryKey }: Recovery,
): Promise<OpenedRoot | readonly Refusal[]> {
  const ours = await openDatabaseRecovery(recoveryFolder, recoveryKey, open.station.name);
  if (!ours.ok) return [ours.refusal];
  wipeStationKey(ours.value);
  const privateKey = await openRootRecovery(recoveryFolder, recoveryKey);
  if (!privateKey.ok) return [privateKey.refusal];
  const root = (await listCertificates(open.store.read)).findLast(({ kind }) => kind === 'root');
  return root === undefined ? [{ code: 'damaged-database' }] : { pem: root.pem, privateKey: privateKey.value };
}

/** Does something with the root, whose key is wiped after it. */
export async function withRoot<T>(
  member: Member,
  recovery: Recovery,
  work: (root: OpenedRoot) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const root = await openRoot(member, recovery);
  return 'pem' in root ? thenWiped(root.privateKey, () => work(root)) : refused(...root);
}
