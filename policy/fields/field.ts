/** How a value is read, checked and shown. `state` is a USPS code; `partial-date` may leave parts unknown (`1990-XX-XX`). */
export type FieldType =
  'text' | 'name' | 'datetime' | 'date' | 'partial-date' | 'boolean' | 'integer' | 'money' | 'code' | 'state' | 'list';

/** One field that a booking may hold. `proxy` fields are kept only in the reduced form that `notes` names. */
export interface ApprovedField {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly codes?: readonly string[];
  readonly required: boolean;
  readonly part: 'booking' | 'charge';
  readonly sensitivity: 'none' | 'pii' | 'proxy';
  readonly source: readonly string[];
  readonly notes: string;
}

/** Times are `YYYY-MM-DDThh:mm[:ss[.ff]]` with an offset, dates `YYYY-MM-DD`, money a decimal string, lists hold texts. */
export type FieldValue = string | number | boolean | readonly string[];
