import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0250-keep-contacts');
});
afterAll(() => made.end());

describe('migration 0250-keep-contacts', () => {
  it('makes the table of contacts, and nothing else', () => {
    expect(made.tables).toEqual(['contact']);
  });

  it('gives contact its columns', () => {
    expect(made.columns('contact')).toEqual({
      entry_seq: 'INTEGER',
      contact_id: 'TEXT',
      version: 'INTEGER',
      kind: 'TEXT',
      name: 'TEXT',
      agency: 'TEXT',
      number: 'TEXT',
      second: 'TEXT',
      notes: 'TEXT',
      checked_at: 'TEXT',
      checked_by: 'TEXT',
      retired: 'INTEGER',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards contact', () => {
    expect(made.guards('contact')).toEqual([
      'can_be_called',
      'checked_by_somebody',
      'checked_then',
      'kept_by_a_supervisor',
      'key_once_contact_id_version',
      'key_once_entry_seq',
      'known_by',
      'known_checked_by',
      'known_entry_seq',
      'next_version',
      'no_delete',
      'no_update',
      'readable_times',
      'still_listed',
    ]);
  });
});
