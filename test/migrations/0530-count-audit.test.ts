import { afterAll, beforeAll, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0530-count-audit');
});
afterAll(() => made.end());

it('migration 0530-count-audit finds refusals and looks by their entries, and makes no table', () => {
  expect(made.indexes('audit_event')).toContain('audit_event_told');
  expect(made.tables).toEqual([]);
});
