import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0430-certify-by-town');
});
afterAll(() => made.end());

describe('migration 0430-certify-by-town', () => {
  it('makes the table of chains and nothing else', () => {
    expect(made.tables).toEqual(['town_chain']);
    expect(Object.keys(made.columns('town_chain'))).toEqual(['entry_seq', 'kid', 'sha256', 'pem', 'at', 'by', 'mark']);
  });

  it('takes a whole chain or none, by who keeps the keys', () => {
    expect(made.guards('town_chain')).toEqual([
      'by_who_keeps_keys',
      'key_once_entry_seq',
      'known_by',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
      'whole',
    ]);
  });
});
