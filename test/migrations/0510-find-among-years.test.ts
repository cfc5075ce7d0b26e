import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0510-find-among-years');
});
afterAll(() => made.end());

describe('migration 0510-find-among-years', () => {
  it.each([
    ['ledger_entry', ['ledger_entry_actor', 'ledger_entry_type']],
    ['audit_event', ['audit_event_asked', 'audit_event_sign', 'audit_event_step']],
    ['booking', ['booking_number']],
    ['session_event', ['session_event_of']],
    ['matter_event', ['matter_event_booked', 'matter_event_entered']],
    ['notification', ['notification_entered']],
  ])('finds rows of %s by an index', (table, indexes) => {
    expect(made.indexes(table)).toEqual(expect.arrayContaining(indexes));
  });

  it('makes no table', () => {
    expect(made.tables).toEqual([]);
  });
});
