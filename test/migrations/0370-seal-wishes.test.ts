import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0370-seal-wishes');
});
afterAll(() => made.end());

describe('migration 0370-seal-wishes', () => {
  it('makes the tables of sealed answers and of the list of consulates, and nothing else', () => {
    expect(made.tables).toEqual(['sealed_answer', 'treaty_list']);
  });

  it('gives them their columns', () => {
    expect(Object.keys(made.columns('sealed_answer'))).toEqual([
      ...['entry_seq', 'matter_id', 'nonce', 'sealed', 'at', 'by', 'mark'],
    ]);
    expect(Object.keys(made.columns('treaty_list'))).toEqual([
      ...['entry_seq', 'version', 'as_of', 'source', 'countries', 'unless_resident', 'at', 'by', 'mark'],
    ]);
  });

  it('guards both, and takes no wish in plain any more', () => {
    expect(made.guards('sealed_answer')).toEqual([
      'key_once_entry_seq',
      'known_by',
      'known_entry_seq',
      'known_matter_id',
      'no_delete',
      'no_update',
      'of_one_length',
      'readable_times',
    ]);
    expect(made.guards('treaty_list')).toEqual([
      'by_the_chief',
      'key_once_entry_seq',
      'key_once_version',
      'known_by',
      'known_entry_seq',
      'next_version',
      'no_delete',
      'no_update',
      'readable_times',
      'some_countries',
    ]);
    expect(made.guards('matter_event')).toContain('wish_is_sealed');
  });
});
