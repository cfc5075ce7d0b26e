import type { ColumnType } from 'kysely';
import type { FieldType } from '../../policy/fields/field.ts';

/** A column that the database computes itself: an HMAC of the row, which is also its refusal. */
export type Mark = ColumnType<string, never, never>;

/** How a value of the dictionary rests in a STRICT table: yes/no as 1/0, lists as JSON, the rest as written. */
export type ColumnOf<T extends FieldType> = T extends 'boolean' | 'integer' ? number | null : string | null;
