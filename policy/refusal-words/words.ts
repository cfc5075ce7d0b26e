import { APPROVED_FIELDS } from '../fields/approved-fields.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';

/** `text` is one sentence that says what and where, `next` one that says what to do. */
export interface RefusalWords {
  readonly text: (refusal: Refusal) => string;
  readonly next: (refusal: Refusal) => string;
  /** Clause that every refusal of this code rests on, where it carries none of its own. */
  readonly cite: string | null;
}

/** Words of some codes; all of them together are in `refusal-words.ts`. */
export type SomeWords = Partial<Readonly<Record<RefusalCode, RefusalWords>>>;

/** Labels of what is typed outside a booking. */
const OTHER_LABELS: readonly (readonly [name: string, label: string])[] = [
  ['agency', 'Agency'],
  ['at', 'The time'],
  ['audience', 'Handed to'],
  ['badge', 'Badge'],
  ['contactedAt', 'The time of the contact'],
  ['detail', 'The detail'],
  ['digest', 'The digest of the version'],
  ['displayName', 'Name as shown'],
  ['folder', 'The folder'],
  ['lastName', 'Last name'],
  ['name', 'Name'],
  ['ori', 'ORI'],
  ['passphrase', 'Passphrase'],
  ['path', 'The name of the file'],
  ['purpose', 'Purpose'],
  ['reachedAt', 'Number or address used'],
  ['reason', 'Reason'],
  ['recipient', 'Person reached'],
  ['recordNumber', 'Number of the record'],
  ['recoveryFolder', 'The recovery folder'],
  ['unit', 'Unit'],
  ['verifiedHow', 'How you made sure who it was'],
];
const LABELS: ReadonlyMap<string, string> = new Map([
  ...OTHER_LABELS,
  ...APPROVED_FIELDS.map((field): readonly [string, string] => [field.name, field.label]),
]);

/** Label of the field at the end of a path, the name itself where the dictionary has none. */
export function placeOf(refusal: Refusal): string {
  const parts = (refusal.field ?? '').split('.').filter((part) => !/^\d+$/.test(part));
  const name = parts.at(-1) ?? '';
  return LABELS.get(name) ?? (name === '' ? 'This' : name);
}

/** What the sentence is told beside; '' where it is not. */
export function param(refusal: Refusal, name: string): string {
  return String(refusal.params?.[name] ?? '');
}

/** The same words each time. */
export function say(text: string): () => string {
  return () => text;
}
