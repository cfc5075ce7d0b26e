import { constants } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readKeyring, textOf, withSlot, type Keyring, type Slot } from './keyring.ts';
import { type Outcome, bad, good } from './outcome.ts';
import { stageFile, systemCode, writeRefusal, type StagedFile } from './safe-files.ts';

/** What became of the keyring: it was there, it was missing, or it was damaged and put aside. */
export type KeyringFate = 'kept' | 'made' | 'replaced';

/** A keyring that lies ready with the way in that was won back. */
export interface RecoveredKeyring extends StagedFile {
  readonly fate: KeyringFate;
  /** Ids of those who have a slot in it. */
  readonly personIds: ReadonlySet<string>;
}

const FILE = 'keyring.json';
const ASIDE = 'keyring-unreadable.json';
const EMPTY: Keyring = { format: 1, slots: [] };

/** A damaged keyring may still be of use to somebody who knows: the first one stays beside the new one. */
async function copyAside(path: string): Promise<void> {
  try {
    await copyFile(path, join(dirname(path), ASIDE), constants.COPYFILE_EXCL);
  } catch (thrown) {
    if (systemCode(thrown) !== 'EEXIST') throw thrown;
  }
}

function fateOf(read: Outcome<Keyring | null>): KeyringFate {
  if (!read.ok) return 'replaced';
  return read.value === null ? 'made' : 'kept';
}

/** Makes the keyring ready that lets somebody in again, whatever is left of the one of before. */
export async function stageRecoveredKeyring(path: string, slot: Slot): Promise<Outcome<RecoveredKeyring>> {
  const read = await readKeyring(path);
  const fate = fateOf(read);
  const keyring = withSlot(read.ok && read.value !== null ? read.value : EMPTY, slot);
  try {
    if (fate === 'replaced') await copyAside(path);
    const staged = await stageFile(path, textOf(keyring));
    return good({ ...staged, fate, personIds: new Set(keyring.slots.map(({ personId }) => personId)) });
  } catch (thrown) {
    const refusal = writeRefusal(thrown, FILE);
    if (refusal === undefined) throw thrown;
    return refusal;
  }
}

/** The last step failed after the records had taken the new passphrase: to be done once more. */
export function notPlaced(): ReturnType<typeof bad> {
  const what = 'The new passphrase is on record, but it opens nothing yet.';
  const next = 'Make the station folder writable, then recover once more.';
  return bad('unreadable-file', { field: FILE, params: { file: FILE, cannot: 'written', what, next } });
}
