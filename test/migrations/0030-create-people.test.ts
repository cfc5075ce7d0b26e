import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0030-create-people');
});
afterAll(() => made.end());

describe('migration 0030-create-people', () => {
  it('makes the tables of people and what changed about them, and nothing else', () => {
    expect(made.tables).toEqual(['person', 'person_event']);
  });

  it('gives person its columns', () => {
    expect(made.columns('person')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      name: 'TEXT',
      display_name: 'TEXT',
      badge: 'TEXT',
      role: 'TEXT',
      verifier: 'TEXT',
      created_at: 'TEXT',
      created_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards person', () => {
    expect(made.guards('person')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'key_once_name',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('gives person_event its columns', () => {
    expect(made.columns('person_event')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      person_id: 'TEXT',
      kind: 'TEXT',
      verifier: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards person_event', () => {
    expect(made.guards('person_event')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_by',
      'known_entry_seq',
      'known_person_id',
      'no_delete',
      'no_update',
      'readable_times',
      'verifier_when_changed',
    ]);
  });

  it('finds rows of person_event by an index', () => {
    expect(made.indexes('person_event')).toEqual(['person_event_of']);
  });
});
