// Fields that a released table of records gets later. Frozen like the migrations that use it: a change needs a new file.
import { appendOnly, guard } from './guards.ts';
import { ENTRY_OF_CHARGE, goesByOrder } from './order-way.ts';

/** What names a row, and what its mark of a later field is bound to besides. */
const RECORDS = {
  booking_version: { key: ['entry_seq integer'], bound: ['entry_seq', 'booking_id', 'version'] },
  charge: {
    key: ['booking_id text', 'version integer', 'position integer'],
    bound: ['booking_id', 'version', 'position', 'offense'],
  },
} as const;

const nameOf = (column: string): string => column.split(' ')[0] ?? '';
const list = (columns: readonly string[], prefix = ''): string => columns.map((name) => prefix + name).join(', ');

/**
 * Statements that add columns to bookings or charges. SQLite adds no stored generated column to a table that is there,
 * and a virtual one is computed at every look: it proves nothing, and other programs could not read the row any more.
 * So the mark of the new columns rests in a table beside, one for each row, written by a trigger. Rows from before keep
 * their own mark untouched and get one that says that the new columns are empty.
 * @param step number of the migration, as `0200`; `columns` as `locker text`
 */
export function addFields(table: keyof typeof RECORDS, step: string, columns: readonly string[]): readonly string[] {
  const { bound } = RECORDS[table];
  const key = RECORDS[table].key.map(nameOf);
  const marks = `${table}_mark_${step}`;
  const marked = [...bound, ...columns.map(nameOf)];
  const seal = `app_seal('${marks}', ${list(marked)})`;
  const same = key.map((name) => `${name} = new.${name}`).join(' and ');
  return [
    ...columns.map((column) => `alter table ${table} add column ${column}`),
    `create table ${marks} (
  ${RECORDS[table].key.map((column) => `${column} not null`).join(',\n  ')},
  mark text not null,
  primary key (${list(key)}),
  foreign key (${list(key)}) references ${table} (${list(key)})
) strict`,
    `insert into ${marks} select ${list(key)}, ${seal} from ${table}`,
    `create trigger ${table}_mark_of_${step} after insert on ${table} begin
  insert into ${marks} values (${list(key, 'new.')}, app_mark('${marks}', ${list(marked, 'new.')}));
end`,
    // Refuses where the fields got no mark: INSERT OR IGNORE would pass over the NOT NULL and keep the row, not over RAISE.
    // And nobody lays a mark ready for a row to come.
    guard(marks, 'of_its_row', `new.mark = (select ${seal} from ${table} where ${same})`),
    ...appendOnly(marks, [key]),
    // They go with the row that they are of.
    `drop trigger ${marks}_no_delete`,
    goesByOrder(marks, table === 'charge' ? ENTRY_OF_CHARGE : 'old.entry_seq'),
  ];
}
