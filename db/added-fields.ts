// Approved fields that came after a release: their columns carry a mark of their own (migrations/added-fields.ts).
import { APPROVED_FIELDS } from '../policy/fields/approved-fields.ts';
import { dictionary } from './dictionary-check.ts';
import { offense, plain, type Check } from './mark-check.ts';

type Field = (typeof APPROVED_FIELDS)[number];
type Column = readonly [name: string, check: Check];

/** By the number of the migration that brought them, in the order in which it names them. */
const ADDED: Readonly<Record<string, readonly Field['name'][]>> = {};

/** What one migration added to one table. */
export interface AddedFields {
  readonly step: string;
  readonly table: 'booking_version' | 'charge';
  readonly columns: readonly Column[];
}

/** What a mark is bound to besides, in the order of `RECORDS` in the migrations; the offense stands fourth, as in `charge`. */
const BOUND: Readonly<Record<AddedFields['table'], readonly Column[]>> = {
  booking_version: [
    ['entry_seq', plain],
    ['booking_id', plain],
    ['version', plain],
  ],
  charge: [
    ['booking_id', plain],
    ['version', plain],
    ['position', plain],
    ['offense', offense],
  ],
};

function addedTo(part: Field['part'], step: string, names: readonly Field['name'][]): AddedFields {
  const fields = names.flatMap((name) => APPROVED_FIELDS.filter((field) => field.name === name && field.part === part));
  const table = part === 'booking' ? 'booking_version' : 'charge';
  return { step, table, columns: fields.map((field) => [field.name, dictionary(field)]) };
}

export const ADDED_FIELDS: readonly AddedFields[] = Object.entries(ADDED)
  .flatMap(([step, names]) => [addedTo('booking', step, names), addedTo('charge', step, names)])
  .filter(({ columns }) => columns.length > 0);

/** Whether the field was there when its table was made, and so is part of the row's first mark. */
export function isFirst({ name }: Pick<Field, 'name'>): boolean {
  return !Object.values(ADDED).flat().includes(name);
}

/** The table that keeps the marks of these columns, which is also what `app_mark` knows them by. */
export function markTable({ table, step }: AddedFields): string {
  return `${table}_mark_${step}`;
}

/** Every value that the mark is made of, in its order. */
export function markedColumns({ table, columns }: AddedFields): readonly Column[] {
  return [...BOUND[table], ...columns];
}
