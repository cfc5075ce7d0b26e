import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD_TABLES } from '../../db/order/holdings.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
let columns: ReadonlyMap<string, readonly string[]>;
let references: readonly (readonly [table: string, parent: string])[];
beforeAll(async () => {
  station = await newStation();
  const connection = connectTo(station.place);
  const list = (sql: string): readonly (readonly string[])[] =>
    connection
      .prepare(sql)
      .raw()
      .all()
      .map((row) => (Array.isArray(row) ? row.map(String) : []));
  const tables = "sqlite_schema t where t.type = 'table' and t.name not like 'kysely%'";
  const rows = list(
    `select t.name, group_concat(c.name) from pragma_table_xinfo(t.name) c join ${tables} group by t.name`,
  );
  columns = new Map(rows.map(([name = '', names = '']) => [name, names.split(',')]));
  references = list(`select t.name, f."table" from pragma_foreign_key_list(t.name) f join ${tables}`).map(
    ([table = '', parent = '']) => [table, parent],
  );
  connection.close();
});
afterAll(() => station.end());

/** Tables under entries of the ledger that hold nothing of anybody who was booked; rows kept apart go besides. */
const OF_NOBODY = [
  'treaty_list',
  'blank_form', // numbers of paper, and of the record that took it over
  'certificate',
  'contact',
  'expunge',
  'import_run',
  'person',
  'person_event',
  'policy_acknowledgement',
]
  .concat('policy_adoption', 'policy_pack', 'quarantine', 'station', 'log_origin')
  .concat('recall') // goes once somebody was told
  .concat('audit_event') // who came and went, and by which rule something was refused
  .concat(
    'review',
    'town_chain',
    'key_walk',
    'account_event',
    'account_review',
    'second_factor',
    'second_factor_event',
    'security_key',
    'security_key_event',
    'station_setting',
  )
  .concat('taught_phrase', 'taught_phrase_event'); // words of the station's list, which outlive where they were met
/** Gone with the booking though no entry covers a row of it. */
const BY_THEIR_BOOKING = ['charge', 'draft', 'draft_cut', 'ground_draft', 'matter_draft', 'unreleased', 'open_duty'];
const AFTER_A_RELEASE = /_mark_\d{4}$/;

describe('what an order destroys', () => {
  it('is every table whose rows stand under an entry, unless it holds nothing of anybody', () => {
    const covered = [...columns].filter(([, names]) => names.includes('entry_seq')).map(([table]) => table);
    const left = covered.filter((table) => !AFTER_A_RELEASE.test(table) && !OF_NOBODY.includes(table));
    expect(left.sort()).toEqual([...HELD_TABLES].sort());
  });

  it('is every table that points at a booking, a matter, a notice, a ground or a duty', () => {
    const roots = ['booking', 'booking_version', 'matter', 'notification', 'determination', 'duty', 'sealing'];
    const pointing = references.filter(([, parent]) => roots.includes(parent)).map(([table]) => table);
    const known: readonly string[] = [...HELD_TABLES, ...BY_THEIR_BOOKING];
    expect(pointing.filter((table) => !known.includes(table) && !AFTER_A_RELEASE.test(table))).toEqual([]);
  });

  it('goes children first', () => {
    const place = (table: string): number => HELD_TABLES.findIndex((held) => held === table);
    const wrong = references.filter(
      ([table, parent]) => table !== parent && place(table) >= 0 && place(parent) >= 0 && place(table) > place(parent),
    );
    expect(wrong).toEqual([]);
  });

  it('is out of every word index, which must be set to forget: FTS5 keeps words of deleted rows otherwise', () => {
    const indexes = [...columns.keys()].filter(
      (table) => table.endsWith('_config') && columns.has(table.replace(/_config$/, '_idx')),
    );
    const connection = connectTo(station.place);
    for (const table of indexes) {
      expect(connection.prepare(`select v from ${table} where k = 'secure-delete'`).pluck().get()).toBe(1);
    }
    connection.close();
  });
});
