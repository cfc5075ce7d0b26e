import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { classifyName, isListedName, type ApprovedName } from '../../policy/fields/classify.ts';
import { fieldOfHeading } from '../../policy/fields/headings.ts';
import { compact } from '../../policy/screen/fold.ts';
import { screen } from '../../policy/screen/screen.ts';
import type { ImportProfile } from './profile.ts';
import type { Field } from './values.ts';

/** One column of the file and what becomes of it. */
export interface Column {
  readonly index: number;
  /** The heading as it may be shown: what looks like a value is named by its place. */
  readonly heading: string;
  readonly field: Field | null;
  readonly verdict: 'mapped' | 'refused' | 'unknown' | 'screened';
  readonly category?: string;
  readonly clause?: string;
}

const FIELDS: ReadonlyMap<string, Field> = new Map(APPROVED_FIELDS.map((field) => [field.name, field]));
const NAMES: ReadonlyMap<string, Field> = new Map(
  APPROVED_FIELDS.flatMap((field) => [field.name, field.label].map((name) => [compact(name), field] as const)),
);

/** Fields in which officers write sentences. */
const FREE_TEXT: ReadonlySet<ApprovedName> = new Set<ApprovedName>([
  'narrative',
  'medical_notes',
  'caution_text',
  'property_items',
  'scars_marks_tattoos',
  'release_reason',
  'released_to',
  'hold_for_agency',
  'charge_description',
  'charge_disposition',
]);

/** A heading that is longer is no heading. */
const LONGEST = 200;

export function findField(name: ApprovedName): Field | undefined {
  return FIELDS.get(name);
}

/**
 * Says of every heading what becomes of its column. A protected heading is refused whatever the profile says; a
 * heading that is neither in the profile nor recognised is dropped by name.
 */
export function readColumns(headings: readonly string[], profile: ImportProfile): readonly Column[] {
  const columns = headings.map((heading, index) => readColumn({ heading, index, profile }));
  const recognised = columns.some((column) => column.verdict !== 'unknown');
  return columns.map((column) => ({ ...column, heading: shown(headings[column.index] ?? '', column, recognised) }));
}

interface Given {
  readonly heading: string;
  readonly index: number;
  readonly profile: ImportProfile;
}

function readColumn({ heading, index, profile }: Given): Column {
  const verdict = classifyName(heading);
  if (verdict.kind === 'protected') {
    const { category, clause } = verdict;
    return { index, heading, field: null, verdict: 'refused', category, clause };
  }
  const field = fieldOf(heading, profile);
  if (field === null) return { index, heading, field, verdict: 'unknown' };
  return { index, heading, field, verdict: FREE_TEXT.has(field.name) ? 'screened' : 'mapped' };
}

function fieldOf(heading: string, profile: ImportProfile): Field | null {
  const key = compact(heading);
  const named = profile.columns.get(key);
  if (named !== undefined) return FIELDS.get(named) ?? null;
  if (key === '' || profile.ignore.has(key)) return null;
  const field = recognisedField(heading, key);
  const taken = [...profile.columns.values()].some((name) => name === field?.name);
  return taken ? null : field;
}

function recognisedField(heading: string, key: string): Field | null {
  const recognised = fieldOfHeading(heading);
  return (recognised === undefined ? NAMES.get(key) : FIELDS.get(recognised)) ?? null;
}

/** Headings stand in the report, in its sentences and in what is kept apart: none of these may tell a status. */
function tells(name: string): boolean {
  return name.length > LONGEST || screen(name, 'title').blocked || screen(name, 'reason').blocked;
}

function isLikeAValue(name: string): boolean {
  return name === '' || name.length > 60 || /\d{5}/.test(name) || /[.!?]\s|[.!?]$/.test(name);
}

/**
 * A file without headings would put its first row into the report: such cells are named by their place. So is a
 * heading that tells a status in words of its own; the lists' own words may be repeated where no field is fed.
 */
function mayBeShown(name: string, column: Column, recognised: boolean): boolean {
  if (column.field === null && isListedName(name)) return true;
  if (tells(name)) return false;
  return column.field !== null || (recognised && !isLikeAValue(name));
}

function shown(heading: string, column: Column, recognised: boolean): string {
  const name = heading.trim();
  return mayBeShown(name, column, recognised) ? name : `column ${String(column.index + 1)}`;
}

export function isFreeText(name: ApprovedName): boolean {
  return FREE_TEXT.has(name);
}
