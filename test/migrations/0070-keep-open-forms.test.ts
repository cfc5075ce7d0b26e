import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0070-keep-open-forms');
});
afterAll(() => made.end());

describe('migration 0070-keep-open-forms', () => {
  it('makes the tables of open forms, and nothing else', () => {
    expect(made.tables).toEqual(['draft', 'number_abandoned']);
  });

  it('gives draft its columns', () => {
    expect(made.columns('draft')).toEqual({
      booking_id: 'TEXT',
      fields: 'TEXT',
      charges: 'TEXT',
      kept_at: 'TEXT',
      kept_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards draft', () => {
    expect(made.guards('draft')).toEqual([
      'known_booking_id',
      'known_kept_by',
      'not_abandoned',
      'not_saved',
      'stays_with_its_booking',
    ]);
  });

  it('gives number_abandoned its columns', () => {
    expect(made.columns('number_abandoned')).toEqual({
      entry_seq: 'INTEGER',
      booking_id: 'TEXT',
      reason: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards number_abandoned', () => {
    expect(made.guards('number_abandoned')).toEqual([
      'key_once_booking_id',
      'key_once_entry_seq',
      'known_booking_id',
      'known_by',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'not_saved',
      'readable_times',
    ]);
  });
});
