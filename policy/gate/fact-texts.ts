// How the text of each fact is read, by the nearest key above it. The gate and the records both go by this one table,
// so that what passes the one is never thrown out by the other. Status is never a fact: policy 2, exceptions 1 and 2.
import {
  CHOICES,
  INSTRUMENT_KINDS,
  MATCHES,
  SIGNERS,
  SOURCE_KINDS,
  SOURCES,
  WARRANT_KINDS,
  WARRANT_STATUSES,
} from '../decide/fact-names.ts';
import { OFFENSES } from '../offenses/catalogue.ts';
import type { ScreenField } from '../screen/verdict.ts';

/** One kind of text. `about` is as with the boxes of a matter; `words` are the policy's own and pass as they stand. */
export interface FactText {
  readonly field: ScreenField;
  readonly about: 'contact' | 'plain';
  readonly words: ReadonlySet<string>;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * Every fact that is not named below: it may name neither status nor an agency, and be no code of one. `USC`, which
 * could be a court or a code of laws, is refused because it is also the code of a citizen: write U.S. District Court.
 */
const STRICT: FactText = { field: 'title', about: 'plain', words: NO_WORDS };
/** A federal agency of the request, its people and its papers; a person's status may not stand there either. */
const CONTACT: FactText = { field: 'reason', about: 'contact', words: NO_WORDS };

const listed = (words: readonly string[]): FactText => ({ ...STRICT, words: new Set(words) });
const each = (text: FactText, keys: readonly string[]): readonly (readonly [string, FactText])[] =>
  keys.map((key) => [key, text]);

const TEXTS: ReadonlyMap<string, FactText> = new Map<string, FactText>([
  ...each(CONTACT, ['arrestingAgency', 'agency', 'unit', 'units', 'official', 'form', 'issuer']),
  // As the court of a booking is read.
  ['court', { ...STRICT, field: 'agency' }],
  // A kind of paper that was asked for, such as a passport: alone it says nothing of whose it is.
  ['standardIdSought', { ...STRICT, field: 'reason' }],
  ...Object.entries(CHOICES).map(([key, words]): readonly [string, FactText] => [key, listed(words)]),
  ['kind', listed([...SOURCE_KINDS, ...INSTRUMENT_KINDS, ...WARRANT_KINDS])],
  // Out of the catalogue, some of which name the topic: picked, never written.
  ...each(listed(OFFENSES.map(({ id }) => id)), ['offense', 'convictedOffense', 'targetOffense']),
  ['sources', listed(SOURCES)],
  ['role', listed(SIGNERS)],
  ['status', listed(WARRANT_STATUSES)],
  ['matchedOn', listed(MATCHES)],
]);

/** How the text under this key of a ground's facts is read. */
export function factText(key: string): FactText {
  return TEXTS.get(key) ?? STRICT;
}
