// Checks the fields of one part of a booking, one by one: name, text, value.
import { APPROVED_FIELDS } from '../fields/approved-fields.ts';
import { approvedNamed, type ApprovedName } from '../fields/classify.ts';
import type { ApprovedField, FieldValue } from '../fields/field.ts';
import type { Refusal } from '../refusal.ts';
import type { TaughtList } from '../screen/taught.ts';
import type { Finding } from '../screen/verdict.ts';
import { refuseName, refuseStructure, screenEntries, screenText, type Screening } from './refusals.ts';
import { screenFieldOf } from './screened-as.ts';
import { fitsField, hasControls } from './values.ts';

export type Part = ApprovedField['part'];
type NamedField = ApprovedField & { readonly name: ApprovedName };

const FIELDS: ReadonlyMap<ApprovedName, NamedField> = new Map(APPROVED_FIELDS.map((field) => [field.name, field]));

/** A warning and the path of the field it stands in. */
export interface Warning extends Finding {
  readonly field: string;
}

/** What one field came to: kept with its value, left empty, or refused. */
export interface FieldCheck {
  readonly name: ApprovedName | null;
  readonly value: FieldValue | null;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** The approved field of exactly this name in this part, undefined for every other name. */
export function findField(part: Part, name: string): NamedField | undefined {
  const approved = approvedNamed(name);
  const field = approved === undefined ? undefined : FIELDS.get(approved);
  return field?.part === part ? field : undefined;
}

/** Where a value stands, and whether it is one of the catalogue's own. */
interface Kept {
  readonly path: string;
  readonly trusted: boolean;
  readonly taught: TaughtList | undefined;
}

function screenAll(field: NamedField, value: unknown, { path, taught }: Kept): Screening {
  const at = { path, field: screenFieldOf(field), taught };
  if (typeof value === 'string') return screenText(value, at);
  return screenEntries(Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [], at);
}

/** Something that can be seen: neither space nor a mark without a shape. */
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return !VISIBLE.test(value) && !hasControls(value);
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isFieldValue(value: unknown): value is FieldValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function refused(refusals: readonly Refusal[]): FieldCheck {
  return { name: null, value: null, refusals, warnings: [] };
}

/** Options of one check: `trusted` texts come from the catalogue word for word and are not screened; `taught`: see `screen`. */
export interface FieldPlace {
  readonly part: Part;
  readonly prefix: string;
  readonly trusted?: ReadonlySet<string>;
  readonly taught?: TaughtList | undefined;
}

/** An unknown key that wraps a protected one is refused for what is inside. */
export function refuseKey(prefix: string, key: string, value: unknown): Refusal {
  const named = refuseName(prefix, key);
  const inside = named.code === 'unknown-field' ? refuseStructure(named.field ?? prefix, value) : named;
  return inside.code === 'protected-field' ? inside : named;
}

function keep(field: NamedField, value: FieldValue, place: Kept): FieldCheck {
  const screening = place.trusted ? { refusals: [], warnings: [] } : screenAll(field, value, place);
  if (screening.refusals.length > 0) return refused(screening.refusals);
  if (!fitsField(field, value)) {
    return refused([{ code: 'wrong-value', field: place.path, params: { label: field.label, type: field.type } }]);
  }
  const warnings = screening.warnings.map((warning) => ({ ...warning, field: place.path }));
  return { name: field.name, value, refusals: [], warnings };
}

/** Checks one key and its value. An empty value is no value. Never repeats what was refused. */
export function checkField(place: FieldPlace, key: string, value: unknown): FieldCheck {
  const field = findField(place.part, key);
  if (field === undefined) return refused([refuseKey(place.prefix, key, value)]);
  const path = place.prefix === '' ? key : `${place.prefix}.${key}`;
  if (isEmpty(value)) return { name: field.name, value: null, refusals: [], warnings: [] };
  if (!isFieldValue(value)) return refused([refuseStructure(path, value)]);
  const trusted = typeof value === 'string' && place.trusted?.has(value) === true;
  return keep(field, value, { path, trusted, taught: place.taught });
}
