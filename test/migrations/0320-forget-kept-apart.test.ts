import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0320-forget-kept-apart');
});
afterAll(() => made.end());

describe('migration 0320-forget-kept-apart', () => {
  it('lets rows that were kept apart go with their booking, and makes nothing', () => {
    expect(made.tables).toEqual([]);
    expect(made.guards('quarantine')).toEqual(['key_once_id', 'known_entry_seq', 'lists', 'no_delete', 'no_update']);
    const sql = made.connection
      .prepare("select sql from sqlite_schema where name = 'quarantine_no_delete'")
      .pluck()
      .get();
    expect(sql).toContain('s.source_record_id = old.source_id');
    expect(sql).toContain('join disclosure d on d.seq = x.entry_seq');
  });
});
