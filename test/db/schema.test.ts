import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDED_FIELDS, markedColumns, markTable } from '../../db/added-fields.ts';
import { MARK_RULES } from '../../db/mark-rules.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { classifyName } from '../../policy/fields/classify.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
let tables: ReadonlyMap<string, string>;
/** Tables of records; the others keep marks of fields that came later. */
let records: readonly (readonly [name: string, sql: string])[];
const markTables = ADDED_FIELDS.map(markTable);
beforeAll(async () => {
  station = await newStation();
  const connection = connectTo(station.place);
  const rows = connection
    .prepare(
      "select name, sql from sqlite_schema where type = 'table' and name not like 'kysely%' and name not like 'booking_words%'",
    )
    .raw()
    .all();
  tables = new Map(rows.map((row) => (Array.isArray(row) ? [String(row[0]), String(row[1])] : ['', ''])));
  connection.close();
  records = [...tables].filter(([name]) => !markTables.includes(name));
});
afterAll(() => station.end());

const columnsOf = (table: string): readonly string[] => {
  const connection = connectTo(station.place);
  const names = connection.prepare('select name from pragma_table_xinfo(?)').pluck().all(table);
  connection.close();
  return names.map(String);
};

describe('the schema', () => {
  it('has the tables that the types name', () => {
    expect([...tables.keys()].sort()).toEqual([...Object.keys(MARK_RULES), ...markTables].sort());
  });

  it('is strict and marked in every table', () => {
    for (const [name, sql] of tables) expect(sql, name).toMatch(/\) strict(?:, without rowid)?$/i);
    for (const [name, sql] of records) {
      expect(sql, name).toContain('mark text not null generated always as (app_mark(');
    }
  });

  it('marks every column, in the order of the rules', () => {
    for (const [name, sql] of records) {
      const later = ADDED_FIELDS.filter(({ table }) => table === name).flatMap(({ columns }) =>
        columns.map(([of]) => of),
      );
      const marked = /app_mark\('(\w+)',([^)]*)\)/.exec(sql);
      const columns = (marked?.[2] ?? '').split(',').map((column) => column.trim().replaceAll('"', ''));
      expect(marked?.[1]).toBe(name);
      expect(columns, name).toEqual(columnsOf(name).filter((column) => ![...later, 'mark'].includes(column)));
      expect(columns, name).toEqual(
        Object.entries(MARK_RULES)
          .find(([table]) => table === name)?.[1]
          .map(([column]) => column),
      );
    }
  });

  it('has the fields that came later, each marked in a table beside', () => {
    const connection = connectTo(station.place);
    const triggers = connection.prepare(
      "select coalesce(group_concat(sql), '') from sqlite_schema where type = 'trigger'",
    );
    const sql = String(triggers.pluck().get());
    connection.close();
    for (const fields of ADDED_FIELDS) {
      expect(columnsOf(fields.table)).toEqual(expect.arrayContaining(fields.columns.map(([name]) => name)));
      const marked = markedColumns(fields).map(([name]) => `new.${name}`);
      expect(sql.split(`app_mark('${markTable(fields)}', ${marked.join(', ')})`)).toHaveLength(2);
    }
  });

  it('has a column for every approved field', () => {
    for (const { name, part } of APPROVED_FIELDS) {
      expect(columnsOf(part === 'booking' ? 'booking_version' : 'charge')).toContain(name);
    }
  });

  it('has no column whose name tells status or hints at it', () => {
    const told = [...tables.keys()].flatMap((table) =>
      [table, ...columnsOf(table)]
        .filter((name) => classifyName(name).kind === 'protected')
        .map((name) => `${table}.${name}`),
    );
    expect(told).toEqual([]);
    expect(classifyName('citizenship').kind).toBe('protected');
  });

  it('has no status column in a booking', () => {
    const names = ['booking', 'booking_version', 'charge', 'booking_event'].flatMap(columnsOf);
    expect(names.filter((name) => /citizen|nation|birth(?!.*date)|immig|alien|visa/.test(name))).toEqual([]);
  });
});
