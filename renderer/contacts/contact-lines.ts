import type { Contact, ContactVersion } from '../../contract/contact.ts';
import { daysUnchecked, isStale, type ContactKind } from '../../policy/contacts.ts';
import { showSince, stationDay } from '../time/show.ts';
import { words } from '../words/words.ts';

const text = words.contact;

/** Those on the list, of one kind. */
export function listed(contacts: readonly Contact[], kind: ContactKind): readonly Contact[] {
  return contacts.filter((one) => one.kind === kind && !one.retired);
}

/** `2026-03-02, M. Fiction` */
export function triedLine({ checkedAt, checkedBy }: Pick<Contact, 'checkedAt' | 'checkedBy'>): string {
  return checkedAt === null ? text.neverTried : text.triedOn(stationDay(new Date(checkedAt)), checkedBy ?? '');
}

/** What is said, quietly, of a number that nobody tried for long; null where it was tried lately, or never. */
export function staleLine({ checkedAt }: Pick<Contact, 'checkedAt'>, now: Date): string | null {
  const days = daysUnchecked(checkedAt, now.getTime());
  return days !== null && isStale(checkedAt, now.getTime()) ? text.triedLongAgo(String(days)) : null;
}

/** One line of what stood there: the numbers of a version, and who wrote it. */
export function versionLine(version: ContactVersion, now: Date): { readonly time: string; readonly text: string } {
  const numbers = [version.number, version.second].filter((one) => one !== null).join(', ');
  const told = version.retired ? text.versionRetired(version.changedBy) : text.version(numbers, version.changedBy);
  return { time: showSince(version.changedAt, now), text: told };
}
