import type { BookingFieldName, ChargeFieldName } from './fields/approved-fields.ts';
import type { FieldValue } from './fields/field.ts';

/** Keys are the names of the field dictionary, so that a file's column, a form's field and a stored column are one word. */
export type BookingFields = Readonly<Partial<Record<BookingFieldName, FieldValue>>>;

/** `offense` is an id of the offense catalogue where the charge came from the picker. */
export type ChargeFields = Readonly<Partial<Record<ChargeFieldName, FieldValue>>> & { readonly offense?: string };

export interface BookingDraft {
  readonly fields: BookingFields;
  readonly charges: readonly ChargeFields[];
}

/** What can happen between arrest and release; each is an event of its own and never overwrites another. */
export const BOOKING_EVENTS = [
  'in-custody',
  'cell-changed',
  'rights-read',
  'phone-call',
  'consular-notice',
  'prints-sent',
  'bail-set',
  'release-eligible',
  'released',
] as const;
export type BookingEventKind = (typeof BOOKING_EVENTS)[number];

export interface BookingEventDraft {
  readonly kind: BookingEventKind;
  /** When it happened, with offset. */
  readonly at: string;
  /** Free text: cell, amount, to whom. Screened. */
  readonly detail?: string;
}
