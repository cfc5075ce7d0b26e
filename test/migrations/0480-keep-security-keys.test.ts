import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0480-keep-security-keys');
});
afterAll(() => made.end());

describe('migration 0480-keep-security-keys', () => {
  it('makes the tables of keys and of their touches, and nothing else', () => {
    expect(made.tables).toEqual(['security_key', 'security_key_event']);
  });

  it('gives them their columns', () => {
    expect(Object.keys(made.columns('security_key'))).toEqual([
      ...['entry_seq', 'id', 'person_id', 'name', 'credential', 'public_key', 'sign_count', 'at', 'mark'],
    ]);
    expect(Object.keys(made.columns('security_key_event'))).toEqual([
      ...['entry_seq', 'id', 'key_id', 'kind', 'sign_count', 'at', 'by', 'mark'],
    ]);
  });

  it('guards both: beside recovery codes, counting on, none after it was taken away', () => {
    const kept = ['key_once_entry_seq', 'key_once_id', 'known_entry_seq', 'no_delete', 'no_update', 'readable_times'];
    expect(made.guards('security_key')).toEqual(
      [
        ...kept,
        'beside_recovery_codes',
        'counted',
        'key_once_credential',
        'known_person_id',
        'of_somebody_active',
      ].sort(),
    );
    expect(made.guards('security_key_event')).toEqual(
      [
        ...kept,
        ...['by_its_owner', 'by_somebody_active', 'count_of_a_use', 'counts_on', 'known_key_id', 'of_a_key_that_stays'],
      ].sort(),
    );
  });
});
