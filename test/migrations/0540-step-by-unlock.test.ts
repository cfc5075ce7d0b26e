import { afterAll, beforeAll, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0540-step-by-unlock');
});
afterAll(() => made.end());

it('migration 0540-step-by-unlock counts an opened lock among the steps at the door, and makes no table', () => {
  const text = made.connection.prepare("select sql from sqlite_schema where name = 'audit_event_step'").pluck().get();
  expect(text).toContain("'unlocked'");
  expect(made.tables).toEqual([]);
});
