import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { screenFieldOf } from '../policy/gate/screened-as.ts';
import { fitsField } from '../policy/gate/values.ts';
import type { ScreenCategory } from '../policy/screen/verdict.ts';
import type { Guards } from './guards.ts';
import { fromJson } from './json-guard.ts';
import type { Check, Stored } from './mark-check.ts';

type Field = (typeof APPROVED_FIELDS)[number];

const NONE: ReadonlySet<ScreenCategory> = new Set();
const TIMES: readonly Field['type'][] = ['datetime', 'date', 'partial-date'];
/** Place of `offense` among the columns of `charge`. */
const OFFENSE = 3;

/** The value of a field as the gate saw it, back from its column. */
function fromColumn(field: Field, value: Stored): unknown {
  if (field.type === 'boolean' && (value === 0 || value === 1)) return value === 1;
  return field.type === 'list' && typeof value === 'string' ? fromJson(value)?.value : value;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isSafeField(field: Field, value: unknown, guards: Guards): boolean {
  if (!fitsField(field, value)) return false;
  if (TIMES.includes(field.type)) return true;
  const kind = screenFieldOf(field);
  const texts = textsIn(value);
  return texts.every((one) => !guards.blocks(one, kind, NONE)) && !guards.blocksTogether(texts, kind);
}

/** The catalogue's own words for a charge that was picked; they pass whatever they say. */
function pickedTexts(offense: unknown, guards: Guards): readonly unknown[] {
  return typeof offense === 'string' ? (guards.catalogueTexts(offense) ?? []) : [];
}

/** One approved field: of its type, within its list, and free of status. */
export function dictionary(field: Field): Check {
  const isCharge = field.part === 'charge';
  return (value, row, guards) => {
    const found = fromColumn(field, value);
    if (isCharge && pickedTexts(row[OFFENSE], guards).includes(found)) return fitsField(field, found);
    return isSafeField(field, found, guards);
  };
}

function isSafeDraft(record: unknown, part: Field['part'], guards: Guards): boolean {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const picked = 'offense' in record ? pickedTexts(record.offense, guards) : [];
  return Object.entries(record).every(([key, value]: readonly [string, unknown]) => {
    if (part === 'charge' && key === 'offense') return picked.length > 0;
    const field = APPROVED_FIELDS.find((one) => one.name === key && one.part === part);
    if (field === undefined) return false;
    return picked.includes(value) ? fitsField(field, value) : isSafeField(field, value, guards);
  });
}

/** JSON of a draft's fields, or a list of its charges: approved names only, each with a value that fits. */
export function kept(part: Field['part']): Check {
  return (value, _row, guards) => {
    const found = typeof value === 'string' ? fromJson(value)?.value : undefined;
    if (part === 'booking') return isSafeDraft(found, part, guards);
    return Array.isArray(found) && found.every((one) => isSafeDraft(one, part, guards));
  };
}
