// Whom a sealed paper opens to. A paper may hold anything, somebody's status too, so it opens to the fewest who need it:
// a supervisor and the chief, who answer for what is decided on it, and whoever took it in or sealed it. M21, S16.
import type { Scan } from '../contract/matter.ts';
import type { StoredScan } from '../db/matter/reader.ts';
import type { Role } from '../policy/people.ts';
import type { Member } from './route.ts';

const OPEN_EVERY: ReadonlySet<Role> = new Set<Role>(['supervisor', 'chief']);
const OPEN_THEIR_OWN: ReadonlySet<Role> = new Set<Role>(['booking-officer', 'records-clerk']);

/** @param openerId who opened the matter that the paper belongs to */
export function opensTo({ person }: Member, { sealerId }: Pick<StoredScan, 'sealerId'>, openerId: string): boolean {
  if (OPEN_EVERY.has(person.role)) return true;
  return OPEN_THEIR_OWN.has(person.role) && [sealerId, openerId].includes(person.id);
}

/** A paper as a page shows it to this member. */
export function showScan(member: Member, scan: StoredScan, openerId: string): Scan {
  const { sha256, size, mediaType, at, by } = scan;
  return { sha256, size, mediaType, at, by, readable: opensTo(member, scan, openerId) };
}
