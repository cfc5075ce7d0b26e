import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0330-teach-phrases');
});
afterAll(() => made.end());

describe('migration 0330-teach-phrases', () => {
  it('makes the tables of phrases and of what became of them, and nothing else', () => {
    expect(made.tables).toEqual(['taught_phrase', 'taught_phrase_event']);
  });

  it('gives them their columns', () => {
    expect(Object.keys(made.columns('taught_phrase'))).toEqual([
      ...['entry_seq', 'id', 'field', 'grain', 'phrase', 'reason', 'asked_by', 'confirmed_by', 'at', 'mark'],
    ]);
    expect(Object.keys(made.columns('taught_phrase_event'))).toEqual([
      ...['entry_seq', 'id', 'phrase_id', 'kind', 'reason', 'at', 'by', 'mark'],
    ]);
  });

  it('guards both', () => {
    expect(made.guards('taught_phrase')).toEqual([
      'asked_at_the_desk',
      'confirmed_by_a_supervisor',
      'confirmed_by_another',
      'key_once_entry_seq',
      'key_once_id',
      'known_asked_by',
      'known_confirmed_by',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'not_taught_yet',
      'readable_times',
      'reason_given',
    ]);
    expect(made.guards('taught_phrase_event')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'key_once_phrase_id',
      'known_by',
      'known_entry_seq',
      'known_phrase_id',
      'no_delete',
      'no_update',
      'readable_times',
      'revoked_by_a_supervisor',
    ]);
  });
});
