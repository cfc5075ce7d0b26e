import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0390-number-blank-forms');
});
afterAll(() => made.end());

describe('migration 0390-number-blank-forms', () => {
  it('makes the table of forms on paper, and nothing else', () => {
    expect(made.tables).toEqual(['blank_form']);
  });

  it('gives it its columns', () => {
    expect(Object.keys(made.columns('blank_form'))).toEqual([
      ...['entry_seq', 'year', 'seq', 'number', 'clause', 'kind', 'record_number', 'at', 'by', 'mark'],
    ]);
  });

  it('guards it', () => {
    expect(made.guards('blank_form')).toEqual([
      'key_once_entry_seq',
      'keyed_into_a_record',
      'known_by',
      'known_entry_seq',
      'no_delete',
      'no_gap',
      'no_update',
      'own_shape',
      'printed_and_open',
      'readable_times',
      'somebody_at_work',
    ]);
  });
});
