import type { ReadDb } from '../db/database.ts';
import { listPersons } from '../db/person/reader.ts';
import type { Member } from './route.ts';

/** How long a second person's word waits for the form that asked for it. */
const COSIGN_MS = 15 * 60_000;

/** Forgets words that no longer count: those that waited too long, and those of people who were put out since. */
export async function dropStaleWords(member: Member, db: ReadDb): Promise<void> {
  const { cosigns, options } = member.state;
  if (cosigns.size === 0) return;
  const now = options.clock.now().getTime();
  const active = new Set((await listPersons(db)).filter((person) => person.active).map(({ id }) => id));
  for (const [id, cosign] of cosigns) {
    if (now - cosign.at > COSIGN_MS || !active.has(cosign.person.id)) cosigns.delete(id);
  }
}
