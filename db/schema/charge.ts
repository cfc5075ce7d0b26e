import type { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import type { ColumnOf, Mark } from './column.ts';

type ChargeField = Extract<(typeof APPROVED_FIELDS)[number], { part: 'charge' }>;

/** One column per approved field of a charge, under the field's own name. */
export type ChargeColumns = { [F in ChargeField as F['name']]: ColumnOf<F['type']> };

export interface ChargeTable extends ChargeColumns {
  booking_id: string;
  version: number;
  /** From 0, in the order of the form. */
  position: number;
  /** Id of the offense catalogue. */
  offense: string | null;
  mark: Mark;
}
