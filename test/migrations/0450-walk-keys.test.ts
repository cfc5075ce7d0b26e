import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0450-walk-keys');
});
afterAll(() => made.end());

describe('migration 0450-walk-keys', () => {
  it('makes the table of walks and nothing else', () => {
    expect(made.tables).toEqual(['key_walk']);
    const columns = ['entry_seq', 'why', 'drill', 'begun', 'passed', 'at', 'by', 'mark'];
    expect(Object.keys(made.columns('key_walk'))).toEqual(columns);
  });

  it('takes what a chief went through, passed or in earnest only once the root opened', () => {
    expect(made.guards('key_walk')).toEqual([
      'begun_before',
      'by_a_chief',
      'key_once_entry_seq',
      'known_begun',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'passed_once_begun',
      'readable_times',
      'real_once_changed',
    ]);
  });
});
