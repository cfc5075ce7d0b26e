import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0100-seal-status');
});
afterAll(() => made.end());

describe('migration 0100-seal-status', () => {
  it('makes the tables of the sealed compartment, and nothing else', () => {
    expect(made.tables).toEqual(['status_record']);
  });

  it('gives status_record its columns', () => {
    expect(made.columns('status_record')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      booking_id: 'TEXT',
      determination_id: 'TEXT',
      value: 'TEXT',
      disclosure: 'TEXT',
      entered_at: 'TEXT',
      entered_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards status_record', () => {
    expect(made.guards('status_record')).toEqual([
      'clock',
      'ground_stands',
      'in_its_entry',
      'key_once_entry_seq',
      'key_once_id',
      'known_entered_by',
      'known_entry_seq',
      'least_content',
      'no_delete',
      'no_update',
    ]);
  });

  it('finds rows of status_record by an index', () => {
    expect(made.indexes('status_record')).toEqual(['status_record_of']);
  });
});
