import { findPerson } from '../db/person/reader.ts';
import type { Person } from '../policy/people.ts';
import { keepSlot, makeSlot, readKeyring, removeSlot } from './keys/keyring.ts';
import { keyringPath } from './keys/station-files.ts';
import type { StationState } from './state.ts';

/**
 * Gives somebody who just proved their passphrase the slot back that was lost with a keyring: next time they open the
 * records by themselves. Where the keyring cannot be changed they are in all the same. Whoever was put out meanwhile
 * keeps nothing.
 */
export async function restoreLostSlot(state: StationState, person: Person, passphrase: string): Promise<void> {
  const { open, options } = state;
  const ring = keyringPath(options.folder);
  const read = await readKeyring(ring);
  if (open === null || !read.ok || read.value === null) return;
  if (read.value.slots.some(({ personId }) => personId === person.id)) return;
  const { id, name } = person;
  await keepSlot(ring, await makeSlot({ personId: id, name, passphrase, key: open.key }, options));
  if ((await findPerson(open.store.read, id))?.active !== true) await removeSlot(ring, id);
}
