// Whom the desk may have to call: the task force, the State Police, courts, counsel, consulates. Requirements U17, U4.
import { choice, contact } from './matters/boxes.ts';
import type { MatterField } from './matters/matter.ts';

export const CONTACT_KINDS = ['jttf', 'state-police', 'court', 'counsel', 'consulate', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What stands on the card of a contact; null where it was left empty. */
export interface ContactCard {
  readonly kind: ContactKind;
  readonly name: string;
  readonly agency: string | null;
  readonly number: string;
  /** Where the first number does not answer. */
  readonly second: string | null;
  /** Hours, and whatever helps to get through. */
  readonly notes: string | null;
}

/** The boxes of a card. They may name an agency and its papers, never anybody's status. */
export const CONTACT_BOXES: readonly MatterField[] = [
  choice('kind', 'required', CONTACT_KINDS),
  contact('name', 'required', 120),
  contact('agency', 'optional', 120),
  contact('number', 'required', 60),
  contact('second', 'optional', 60),
  contact('notes', 'optional', 400),
];

/** A number that nobody tried for so many days may have changed. */
const STALE_DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** Whole days since a number was last tried; null where it never was. */
export function daysUnchecked(checkedAt: string | null, now: number): number | null {
  return checkedAt === null ? null : Math.floor((now - Date.parse(checkedAt)) / DAY_MS);
}

/** Whether somebody should try the number again: never tried, or more than 90 days ago. */
export function isStale(checkedAt: string | null, now: number): boolean {
  const days = daysUnchecked(checkedAt, now);
  return days === null || days > STALE_DAYS;
}
