import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0170-record-matters');
});
afterAll(() => made.end());

describe('migration 0170-record-matters', () => {
  it('makes the tables of matters, and nothing else', () => {
    expect(made.tables).toEqual(['matter', 'matter_decision', 'matter_event']);
  });

  it('gives matter its columns', () => {
    expect(made.columns('matter')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      number: 'TEXT',
      kind: 'TEXT',
      booking_id: 'TEXT',
      subject_role: 'TEXT',
      subject_last: 'TEXT',
      subject_first: 'TEXT',
      subject_dob: 'TEXT',
      opened_at: 'TEXT',
      opened_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards matter', () => {
    expect(made.guards('matter')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'key_once_number',
      'known_booking_id',
      'known_entry_seq',
      'known_opened_by',
      'no_delete',
      'no_update',
      'number_reserved',
      'readable_times',
    ]);
  });

  it('finds rows of matter by an index', () => {
    expect(made.indexes('matter')).toEqual(['matter_of']);
  });

  it('gives matter_decision its columns', () => {
    expect(made.columns('matter_decision')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      matter_id: 'TEXT',
      event: 'TEXT',
      act: 'TEXT',
      ground: 'TEXT',
      cite: 'TEXT',
      facts: 'TEXT',
      pack_digest: 'TEXT',
      outcome: 'TEXT',
      missing: 'TEXT',
      contradicted: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      cosigned_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards matter_decision', () => {
    expect(made.guards('matter_decision')).toEqual([
      'asked_as_kept',
      'cosigner_is_another',
      'decider',
      'key_once_entry_seq',
      'key_once_id',
      'known_by',
      'known_cosigned_by',
      'known_entry_seq',
      'known_matter_id',
      'known_pack_digest',
      'no_delete',
      'no_update',
      'of_a_matter',
      'readable_times',
      'role_of_its_matter',
      'whom_it_may_be_about',
    ]);
  });

  it('finds rows of matter_decision by an index', () => {
    expect(made.indexes('matter_decision')).toEqual(['matter_decision_of']);
  });

  it('gives matter_event its columns', () => {
    expect(made.columns('matter_event')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      matter_id: 'TEXT',
      kind: 'TEXT',
      at: 'TEXT',
      detail: 'TEXT',
      entered_at: 'TEXT',
      entered_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards matter_event', () => {
    expect(made.guards('matter_event')).toEqual([
      'begins_once',
      'cleared_before_closed',
      'key_once_entry_seq',
      'key_once_id',
      'known_entered_by',
      'known_entry_seq',
      'known_matter_id',
      'no_delete',
      'no_update',
      'of_its_kind',
      'open_matter',
      'policy_asked_first',
      'readable_times',
    ]);
  });

  it('finds rows of matter_event by an index', () => {
    expect(made.indexes('matter_event')).toEqual(['matter_event_of']);
  });
});
