import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0440-hand-over-shifts');
});
afterAll(() => made.end());

describe('migration 0440-hand-over-shifts', () => {
  it('makes the table of shifts that were handed over and nothing else', () => {
    expect(made.tables).toEqual(['handover']);
    expect(Object.keys(made.columns('handover'))).toEqual([
      ...['entry_seq', 'id', 'in_custody', 'clocks', 'unfinished', 'due', 'drafts', 'waiting', 'kept_apart'],
      ...['note', 'taken_by', 'at', 'by', 'mark'],
    ]);
  });

  it('takes it from two people of the desk, and lets it go by order of a court alone', () => {
    expect(made.guards('handover')).toEqual([
      ...['from_the_desk', 'key_once_entry_seq', 'key_once_id', 'known_entry_seq', 'known_taken_by', 'no_delete'],
      ...['no_update', 'readable_times', 'to_the_desk', 'two_people'],
    ]);
    const sql = "select sql from sqlite_schema where name = 'expunge_records_of_somebody_only'";
    expect(String(made.connection.prepare(sql).pluck().get())).toContain('from handover r');
  });
});
