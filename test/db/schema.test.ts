import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARK_RULES } from '../../db/mark-rules.ts';
import { classifyName } from '../../policy/fields/classify.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
let tables: ReadonlyMap<string, string>;
beforeAll(async () => {
  station = await newStation();
  const connection = connectTo(station.place);
  const rows = connection
    .prepare("select name, sql from sqlite_schema where type = 'table' and name not like 'kysely%'")
    .raw()
    .all();
  tables = new Map(rows.map((row) => (Array.isArray(row) ? [String(row[0]), String(row[1])] : ['', ''])));
  connection.close();
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
    expect([...tables.keys()].sort()).toEqual(Object.keys(MARK_RULES).sort());
  });

  it('is strict and marked in every table', () => {
    for (const [name, sql] of tables) {
      expect(sql, name).toMatch(/\) strict(?:, without rowid)?$/i);
      expect(sql, name).toContain('mark text not null generated always as (app_mark(');
    }
  });

  it('marks every column, in the order of the rules', () => {
    for (const [name, sql] of tables) {
      const marked = /app_mark\('(\w+)',([^)]*)\)/.exec(sql);
      const columns = (marked?.[2] ?? '').split(',').map((column) => column.trim().replaceAll('"', ''));
      expect(marked?.[1]).toBe(name);
      expect(columns, name).toEqual(columnsOf(name).filter((column) => column !== 'mark'));
      expect(columns, name).toEqual(
        Object.entries(MARK_RULES)
          .find(([table]) => table === name)?.[1]
          .map(([column]) => column),
      );
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
