// Reads stored JSON key by key. What a text may say hangs on the record it stands in: a notice may name the agency and
// its papers, a booking may not.
import { ACTS, GROUNDS } from '../policy/decision.ts';
import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { factText, type FactText } from '../policy/gate/fact-texts.ts';
import { ABOUT_THE_CONTACT } from '../policy/gate/records.ts';
import { screenFieldOf } from '../policy/gate/screened-as.ts';
import type { ScreenCategory, ScreenField } from '../policy/screen/verdict.ts';
import type { Guards } from './guards.ts';
import { isHeading, isLabel } from './label-guard.ts';

/**
 * What a record is about. `plain`: no agency, no paper. `charges`: the catalogue's own words pass besides. `contact`:
 * the agency and its papers may be named under the keys that tell of a contact. `request`: what was put to the policy;
 * under its key `facts` stand `facts`. `report`: what an import refused, with headings and categories.
 */
export type About = 'plain' | 'charges' | 'contact' | 'request' | 'facts' | 'report';

/** Deeper nesting is refused as it stands. */
const DEEPEST = 32;
const NONE: ReadonlySet<ScreenCategory> = new Set();

/** Keys beside the dictionary's that hold a number, a code or a file's name. */
const OTHER_FIELDS: readonly (readonly [name: string, field: ScreenField])[] = [
  ['number', 'code'],
  ['bookingNumber', 'code'],
  ['badge', 'code'],
  ['ori', 'code'],
  ['file', 'file-name'],
];
/** Keys that hold somebody's name. */
const NAMES = ['name', 'displayName', 'family', 'given', 'middle', 'suffix', 'decidedBy', 'cosignedBy', 'by'];
const FIELDS: ReadonlyMap<string, ScreenField> = new Map([
  ...NAMES.map((name): readonly [string, ScreenField] => [name, 'name']),
  ...OTHER_FIELDS,
  ...APPROVED_FIELDS.map((field): readonly [string, ScreenField] => [field.name, screenFieldOf(field)]),
]);
/** Keys that hold a list of a booking. */
const LISTS: ReadonlyMap<string, ScreenField> = new Map(
  APPROVED_FIELDS.filter(({ type }) => type === 'list').map((field) => [field.name, screenFieldOf(field)]),
);
/** Keys under which a contact with a federal agency, or its paper, is told. */
const OF_A_CONTACT: ReadonlySet<string> = new Set([
  ...['agency', 'unit', 'recipient', 'reachedAt', 'verifiedHow', 'purpose', 'reason', 'audience'],
]);
/** Keys whose value is one word of the policy, and those words; some of them name the topic. */
const LISTED: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...['act', 'acts', 'opens'].map((key) => [key, new Set<string>(ACTS)] as const),
  ['ground', new Set<string>(GROUNDS)],
]);
const NO_WORDS: ReadonlySet<string> = new Set();
/** Keys that name a field or a rule, as an import report does; their words are names, not what somebody said. */
const HEADINGS: ReadonlySet<string> = new Set(['heading', 'headings']);
const LABELS: ReadonlySet<string> = new Set(['category', 'categories', 'clause']);

/** The value of a JSON text, null where it is none. */
export function fromJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** An id, a digest or a fingerprint: letters of hexadecimal digits are no words, whatever they spell. */
const MADE = /^(?:[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}|[\da-f]{64}|[\dA-F]{2}(?::[\dA-F]{2}){31})$/;

interface Place {
  readonly about: About;
  /** The nearest key above; absent at the top. */
  readonly key?: string;
  readonly depth?: number;
}

function textAt({ about, key = '' }: Place): FactText {
  if (about === 'facts') return factText(key);
  const isContact = about === 'contact' && OF_A_CONTACT.has(key);
  const field = isContact ? 'reason' : (FIELDS.get(key) ?? 'reason');
  return { field, about: isContact ? 'contact' : 'plain', words: LISTED.get(key) ?? NO_WORDS };
}

/** A name in a report; undefined where it is none and is read as a text. */
function isSafeName(text: string, { about, key = '' }: Place, guards: Guards): boolean | undefined {
  if (about !== 'report') return undefined;
  if (HEADINGS.has(key)) return isHeading(text, guards);
  return LABELS.has(key) ? isLabel(text, guards) : undefined;
}

function isSafeText(text: string, at: Place, guards: Guards): boolean {
  if (MADE.test(text)) return true;
  const named = isSafeName(text, at, guards);
  if (named !== undefined) return named;
  const { words, field, about } = textAt(at);
  return words.has(text) || !guards.blocks(text, field, about === 'contact' ? ABOUT_THE_CONTACT : NONE);
}

const isText = (item: unknown): item is string => typeof item === 'string';

function isSafeKey(key: string, { about, key: parent = '' }: Place, guards: Guards): boolean {
  if (FIELDS.has(key)) return true;
  if (about === 'report' && LABELS.has(parent)) return isLabel(key, guards);
  return !guards.isProtectedName(key) && !guards.blocks(key, 'title', NONE);
}

/** The catalogue's own words for a charge that was picked, not typed. */
function isPicked(record: object, value: unknown, guards: Guards): boolean {
  const offense = 'offense' in record ? record.offense : undefined;
  if (typeof offense !== 'string' || typeof value !== 'string') return false;
  return guards.catalogueTexts(offense)?.includes(value) === true;
}

function isSafeRecord(record: object, at: Place & { readonly depth: number }, guards: Guards): boolean {
  return Object.entries(record).every(([key, value]: readonly [string, unknown]) => {
    if (!isSafeKey(key, at, guards)) return false;
    if (at.about === 'charges' && isPicked(record, value, guards)) return true;
    const about = at.about === 'request' && key === 'facts' ? 'facts' : at.about;
    return isSafeJson(value, { about, key, depth: at.depth + 1 }, guards);
  });
}

/** The entries of a list of a booking tell nothing side by side. */
function isSafeList(list: readonly unknown[], { key = '' }: Place, guards: Guards): boolean {
  const field = LISTS.get(key);
  return field === undefined || !guards.blocksTogether(list.filter(isText), field);
}

/** Whether a JSON value holds no protected name and no text that tells status, at any depth. */
export function isSafeJson(value: unknown, at: Place, guards: Guards): boolean {
  const { depth = 0 } = at;
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') return isSafeText(value, at, guards);
  if (typeof value !== 'object' || value === null) return true;
  if (!Array.isArray(value)) return isSafeRecord(value, { ...at, depth }, guards);
  return value.every((item) => isSafeJson(item, { ...at, depth: depth + 1 }, guards)) && isSafeList(value, at, guards);
}
