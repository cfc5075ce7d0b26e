import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0410-say-why-opened');
});
afterAll(() => made.end());

describe('migration 0410-say-why-opened', () => {
  it('makes no table, and lets readings of a status go by order of a court', () => {
    expect(made.tables).toEqual([]);
    expect(made.guards('expunge')).toContain('records_of_somebody_only');
    const sql = "select sql from sqlite_schema where name = 'expunge_records_of_somebody_only'";
    expect(String(made.connection.prepare(sql).pluck().get())).toContain("'matter.scan-read', 'status.read'");
  });
});
