import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0310-carry-out-orders');
});
afterAll(() => made.end());

const SHARED = ['clock', 'entry_that_tells_nothing', 'key_once_entry_seq', 'known_by', 'known_entry_seq'];
const ORDERED = [...SHARED, 'newest_entry', 'no_delete', 'no_update', 'order_told'];

describe('migration 0310-carry-out-orders', () => {
  it('makes the tables of orders, and nothing else', () => {
    expect(made.tables).toEqual(['expunge', 'recall', 'sealing', 'sealing_event']);
  });

  it('keeps of an order who carried it out and when, and nothing that tells of whom', () => {
    expect(Object.keys(made.columns('expunge'))).toEqual(['entry_seq', 'at', 'by', 'cosigned_by', 'mark']);
  });

  it.each([
    ['expunge', ['list_of_what_goes', 'records_of_somebody_only', 'second_person']],
    ['recall', ['by_the_chief', 'key_once_id', 'readable_times']],
    ['sealing', ['booking_saved', 'key_once_id', 'known_booking_id', 'not_sealed_yet', 'second_person']],
    ['sealing_event', ['by_the_chief', 'key_once_id', 'known_sealing_id', 'lifted_by_two', 'still_sealed']],
  ])('guards %s', (table, own) => {
    expect(made.guards(table)).toEqual([...ORDERED, ...own].sort());
  });

  it('opens the tables of somebody to an order, and no other', () => {
    const sql = "select tbl_name, sql from sqlite_schema where type = 'trigger' and name = tbl_name || '_no_delete'";
    const rows = made.connection.prepare(sql).raw().all();
    const guards = rows.map((row) => (Array.isArray(row) ? [String(row[0]), String(row[1])] : []));
    const closed = guards.flatMap(([table = '', text = '']) => (text.includes('expunge x') ? [] : [table]));
    expect(closed.sort()).toEqual([
      ...['certificate', 'checkpoint', 'contact', 'expunge', 'import_run', 'ledger_entry', 'ledger_node'],
      ...['ledger_tree', 'log_origin', 'number_reservation', 'person'],
      ...['person_event', 'policy_acknowledgement', 'policy_adoption', 'policy_pack', 'quarantine', 'refusal_log'],
      ...['session_event', 'station'],
    ]);
  });
});
