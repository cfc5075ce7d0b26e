import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0360-audit-in-the-log');
});
afterAll(() => made.end());

describe('migration 0360-audit-in-the-log', () => {
  it('makes the audit under entries of the ledger, and nothing else', () => {
    expect(made.tables).toEqual(['audit_event']);
    expect(Object.keys(made.columns('audit_event'))).toEqual([
      ...['entry_seq', 'id', 'at', 'person_id', 'kind', 'call', 'code', 'category', 'clause', 'field', 'length'],
      'mark',
    ]);
    expect(made.indexes('audit_event')).toEqual(['audit_event_at']);
  });

  it('guards it', () => {
    expect(made.guards('audit_event')).toEqual([
      ...['key_once_entry_seq', 'key_once_id', 'known_entry_seq', 'known_person_id', 'no_delete', 'no_update'],
      ...['readable_times', 'refused_by_a_rule'],
    ]);
  });
});
