import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0520-report-by-days');
});
afterAll(() => made.end());

describe('migration 0520-report-by-days', () => {
  it.each([
    ['audit_event', 'audit_event_refused'],
    ['matter', 'matter_opened'],
    ['matter_event', 'matter_event_at'],
    ['duty', 'duty_since'],
    ['duty', 'duty_task_force'],
    ['notification', 'notification_contacted'],
  ])('finds rows of %s by when it happened', (table, index) => {
    expect(made.indexes(table)).toContain(index);
  });

  it('makes no table', () => {
    expect(made.tables).toEqual([]);
  });
});
