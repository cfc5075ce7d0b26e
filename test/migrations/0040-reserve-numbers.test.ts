import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0040-reserve-numbers');
});
afterAll(() => made.end());

describe('migration 0040-reserve-numbers', () => {
  it('makes the tables of numbers, and nothing else', () => {
    expect(made.tables).toEqual(['number_reservation']);
  });

  it('gives number_reservation its columns', () => {
    expect(made.columns('number_reservation')).toEqual({
      kind: 'TEXT',
      year: 'INTEGER',
      seq: 'INTEGER',
      number: 'TEXT',
      record_id: 'TEXT',
      reserved_at: 'TEXT',
      reserved_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards number_reservation', () => {
    expect(made.guards('number_reservation')).toEqual([
      'key_once_kind_record_id',
      'key_once_kind_year_seq',
      'known_reserved_by',
      'no_delete',
      'no_gap',
      'no_update',
      'own_shape',
      'readable_times',
    ]);
  });
});
