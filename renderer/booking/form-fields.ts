import { APPROVED_FIELDS, type BookingFieldName, type ChargeFieldName } from '../../policy/fields/approved-fields.ts';
import type { ApprovedField, FieldType } from '../../policy/fields/field.ts';
import { words } from '../words/words.ts';

/** Two boxes of the first page hold several fields each, written as one writes them on paper. */
export type FormFieldName = BookingFieldName | 'address' | 'arresting_officer';

export interface FormField<N extends string = FormFieldName | ChargeFieldName> {
  readonly name: N;
  readonly label: string;
  readonly type: FieldType | 'address' | 'officer';
  readonly codes: readonly string[] | null;
  /** Columns of six. */
  readonly span: 1 | 2 | 3 | 4 | 6;
  /** More than one line. */
  readonly long: boolean;
}

/** What the station fills in by itself, or what only an import knows. */
export const NOT_TYPED: readonly BookingFieldName[] = [
  'record_action',
  'source_system',
  'source_record_id',
  'agency_name',
  'agency_ori',
  'booking_no',
  'booking_datetime',
  'booking_officer_name',
  'booking_officer_badge',
  'subject_id',
];

/** Which fields a box holds. */
export const PARTS = {
  address: ['address_street', 'address_city', 'address_state', 'address_zip'],
  arresting_officer: ['arresting_officer_name', 'arresting_officer_badge'],
} as const satisfies Partial<Record<FormFieldName, readonly BookingFieldName[]>>;

const LONG: readonly string[] = [
  'narrative',
  'property_items',
  'medical_notes',
  'caution_text',
  'aliases',
  'scars_marks_tattoos',
];

const approved: ReadonlyMap<string, ApprovedField> = new Map(APPROVED_FIELDS.map((field) => [field.name, field]));
const labels: Readonly<Partial<Record<string, string>>> = words.booking.labels;

function typeOf(name: string): FormField['type'] {
  if (name === 'address') return 'address';
  return name === 'arresting_officer' ? 'officer' : (approved.get(name)?.type ?? 'text');
}

function field<N extends FormFieldName | ChargeFieldName>(name: N, span: FormField['span']): FormField<N> {
  const found = approved.get(name);
  return {
    name,
    label: labels[name] ?? found?.label ?? name,
    type: typeOf(name),
    codes: found?.codes ?? null,
    span,
    long: LONG.includes(name),
  };
}

/** Labels of the boxes that hold these fields, each once. */
export function boxLabels(names: readonly string[]): readonly string[] {
  const boxOf = (name: string): string =>
    Object.entries(PARTS).find(([, parts]) => parts.some((part) => part === name))?.[0] ?? name;
  const labelOf = (name: string): string => labels[name] ?? approved.get(name)?.label ?? name;
  return [...new Set(names.map((name) => labelOf(boxOf(name))))];
}

/** The first page; charges stand between arrest and narrative. */
export const FIRST_PAGE = {
  person: [
    field('last_name', 2),
    field('first_name', 2),
    field('dob', 1),
    field('sex', 1),
    field('driver_license_no', 2),
    field('driver_license_state', 1),
    field('address', 3),
  ],
  arrest: [field('arrest_datetime', 2), field('arresting_agency', 2), field('arresting_officer', 2)],
  narrative: field('narrative', 6),
  property: field('property_items', 6),
} as const;

/** The rest of the dictionary. */
export const MORE_GROUPS = {
  person: [
    field('middle_name', 2),
    field('name_suffix', 1),
    field('age', 1),
    field('phone', 2),
    field('race', 2),
    field('ethnicity', 2),
    field('resident_status', 2),
    field('height', 1),
    field('weight', 1),
    field('eye_color', 2),
    field('hair_color', 2),
    field('state_id', 3),
    field('fbi_no', 3),
    field('employer', 3),
    field('occupation', 3),
    field('aliases', 3),
    field('scars_marks_tattoos', 3),
    field('interpreter_needed', 3),
    field('interpreter_language', 3),
  ],
  arrest: [
    field('incident_no', 2),
    field('arrest_no', 2),
    field('arrest_sequence', 2),
    field('arrest_type', 3),
    field('arrest_location', 3),
    field('warrant_no', 2),
    field('warrant_court', 2),
    field('armed_with', 2),
    field('juvenile_disposition', 3),
    field('booking_category', 3),
  ],
  care: [
    field('booking_facility', 2),
    field('cell', 2),
    field('photo_taken', 2),
    field('fingerprinted_datetime', 2),
    field('phone_call_datetime', 2),
    field('rights_read', 2),
    field('suicide_risk', 2),
    field('medical_notes', 6),
    field('caution_text', 6),
  ],
  court: [
    field('custody_status', 2),
    field('bail_amount', 2),
    field('bail_type', 2),
    field('court', 3),
    field('arraignment_datetime', 3),
    field('hold_for_agency', 3),
    field('release_datetime', 3),
    field('released_to', 3),
    field('release_reason', 3),
  ],
} as const;
export type MoreGroup = keyof typeof MORE_GROUPS;

/** What a charge asks beyond its offense. */
export const CHARGE_FIELDS = {
  statute: field('charge_statute', 2),
  title: field('charge_description', 4),
  counts: field('charge_counts', 1),
  offenseDate: field('offense_date', 2),
  disposition: field('charge_disposition', 3),
} as const;

export const FORM_FIELDS: readonly FormField<FormFieldName>[] = [
  ...FIRST_PAGE.person,
  ...FIRST_PAGE.arrest,
  FIRST_PAGE.narrative,
  FIRST_PAGE.property,
  ...Object.values(MORE_GROUPS).flat(),
];

export const MORE_GROUP_NAMES = ['person', 'arrest', 'care', 'court'] as const satisfies readonly MoreGroup[];

/** Times of these may lie ahead; all others lie behind. */
export const AHEAD: readonly string[] = ['arraignment_datetime'];

const firstPage: readonly string[] = [
  ...FIRST_PAGE.person,
  ...FIRST_PAGE.arrest,
  FIRST_PAGE.narrative,
  FIRST_PAGE.property,
  ...Object.values(CHARGE_FIELDS),
].map((one) => one.name);

export function isOnFirstPage(name: string): boolean {
  return firstPage.includes(name);
}
