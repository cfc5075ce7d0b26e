import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { ACTS, GROUNDS } from '../policy/decision.ts';
import { PROTECTED_FIELDS } from '../policy/fields/protected-fields.ts';
import { CHOICES, INSTRUMENT_KINDS, SOURCE_KINDS, WARRANT_KINDS } from '../policy/decide/fact-names.ts';
import { screenFieldOf } from '../policy/gate/screened-as.ts';
import { SCREEN_CATEGORIES, type ScreenCategory, type ScreenField } from '../policy/screen/verdict.ts';
import { isSafeDetail } from './detail-guard.ts';
import type { Guards } from './guards.ts';

/** Deeper nesting is refused as it stands. */
const DEEPEST = 32;
const NONE: ReadonlySet<ScreenCategory> = new Set();
/** A contact with a federal agency is about it and its papers: these may be named, a person's status may not. */
export const ABOUT_THE_CONTACT: ReadonlySet<ScreenCategory> = new Set<ScreenCategory>(['agency', 'detainer', 'form']);

/** Keys beside the dictionary's that hold a number or a file's name. */
const OTHER_FIELDS: readonly (readonly [name: string, field: ScreenField])[] = [
  ['number', 'code'],
  ['bookingNumber', 'code'],
  ['file', 'file-name'],
];
const FIELDS: ReadonlyMap<string, ScreenField> = new Map([
  ...OTHER_FIELDS,
  ...APPROVED_FIELDS.map((field): readonly [string, ScreenField] => [field.name, screenFieldOf(field)]),
]);
const NAMES = ['name', 'displayName', 'family', 'given', 'middle', 'suffix', 'decidedBy', 'cosignedBy', 'affiant'];
/** Keys under which a contact with a federal agency, or its paper, is told. */
const CONTACTS: ReadonlySet<string> = new Set([
  ...['agency', 'unit', 'recipient', 'reachedAt', 'verifiedHow', 'purpose', 'reason', 'audience'],
  ...['units', 'official', 'form', 'kind', 'arrestingAgency', 'basis', 'issuer'],
]);
/** Keys whose value is one word out of a list of the policy, and those lists. */
const LISTED_KEYS: ReadonlySet<string> = new Set([...Object.keys(CHOICES), 'kind', 'act', 'acts', 'opens', 'ground']);
const LISTED: ReadonlySet<string> = new Set<string>([
  ...Object.values(CHOICES).flat(),
  ...[...ACTS, ...GROUNDS, ...INSTRUMENT_KINDS, ...SOURCE_KINDS, ...WARRANT_KINDS],
]);
/** Keys that name a field or a rule, as an import report does; their words are names, not what somebody said. */
const NAMING: ReadonlySet<string> = new Set(['heading', 'headings']);
const LABELS: ReadonlySet<string> = new Set(['category', 'categories', 'clause']);

/** The value of a JSON text, null where it is none. */
export function fromJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Our own words for what is refused; some of them name the topic. */
const OWN_LABELS: ReadonlySet<string> = new Set<string>([
  ...SCREEN_CATEGORIES,
  ...PROTECTED_FIELDS.flatMap((field) => [field.id, field.category]),
  ...FIELDS.keys(),
]);

/** A short word of our own: a category, a clause, a field's id. Another one tells no status. */
export function isLabel(value: string, guards: Guards): boolean {
  if (OWN_LABELS.has(value)) return true;
  return /^[\w().,:;'/ &§-]{1,120}$/.test(value) && !guards.blocks(value, 'reason', NONE);
}

/** A heading of a foreign file: one that the lists know word for word, or one that tells nothing. */
export function isHeading(value: string, guards: Guards): boolean {
  return value.length <= 200 && (guards.isListedName(value) || !guards.blocks(value, 'title', NONE));
}

function isSafeText(text: string, key: string, guards: Guards): boolean {
  if (LISTED_KEYS.has(key) && LISTED.has(text)) return true;
  if (NAMING.has(key)) return isHeading(text, guards);
  if (LABELS.has(key)) return isLabel(text, guards);
  if (CONTACTS.has(key)) return !guards.blocks(text, 'reason', ABOUT_THE_CONTACT);
  const field = FIELDS.get(key) ?? (NAMES.includes(key) ? 'name' : 'reason');
  return !guards.blocks(text, field, NONE);
}

function isSafeKey(key: string, parent: string, guards: Guards): boolean {
  if (FIELDS.has(key)) return true;
  return LABELS.has(parent) ? isLabel(key, guards) : !guards.isProtectedName(key) && !guards.blocks(key, 'title', NONE);
}

/** The catalogue's own words for a charge that was picked, not typed. */
function isPicked(record: object, value: unknown, guards: Guards): boolean {
  const offense = 'offense' in record ? record.offense : undefined;
  if (typeof offense !== 'string' || typeof value !== 'string') return false;
  return guards.catalogueTexts(offense)?.includes(value) === true;
}

interface Place {
  /** The nearest key above; '' at the top. */
  readonly key: string;
  readonly depth: number;
}

/** An object under `detail` holds the boxes of a matter's event or of a duty. */
function isDetail(key: string, value: unknown): value is object {
  return key === 'detail' && typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSafeRecord(record: object, at: Place, guards: Guards): boolean {
  return Object.entries(record).every(([key, value]: readonly [string, unknown]) => {
    if (isDetail(key, value)) return isSafeDetail(value, guards);
    if (!isSafeKey(key, at.key, guards)) return false;
    return isPicked(record, value, guards) || isSafeJson(value, { key, depth: at.depth + 1 }, guards);
  });
}

/** Whether a JSON value holds no protected name and no text that tells status, at any depth. */
export function isSafeJson(value: unknown, at: Place, guards: Guards): boolean {
  if (at.depth > DEEPEST) return false;
  if (typeof value === 'string') return isSafeText(value, at.key, guards);
  if (typeof value !== 'object' || value === null) return true;
  if (!Array.isArray(value)) return isSafeRecord(value, at, guards);
  return value.every((item) => isSafeJson(item, { ...at, depth: at.depth + 1 }, guards));
}
