import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0090-decide-grounds');
});
afterAll(() => made.end());

describe('migration 0090-decide-grounds', () => {
  it('makes the tables of decisions and grounds, and nothing else', () => {
    expect(made.tables).toEqual(['decision', 'determination', 'determination_event']);
  });

  it('gives decision its columns', () => {
    expect(made.columns('decision')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      booking_id: 'TEXT',
      act: 'TEXT',
      ground: 'TEXT',
      facts: 'TEXT',
      pack_digest: 'TEXT',
      outcome: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards decision', () => {
    expect(made.guards('decision')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_booking_id',
      'known_by',
      'known_entry_seq',
      'known_pack_digest',
      'no_delete',
      'no_update',
      'readable_facts',
      'readable_times',
    ]);
  });

  it('gives determination its columns', () => {
    expect(made.columns('determination')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      booking_id: 'TEXT',
      ground: 'TEXT',
      cite: 'TEXT',
      opens: 'TEXT',
      facts: 'TEXT',
      pack_digest: 'TEXT',
      decided_by: 'TEXT',
      cosigned_by: 'TEXT',
      decided_at: 'TEXT',
      expires_at: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards determination', () => {
    expect(made.guards('determination')).toEqual([
      'arrestee_or_suspect',
      'booking_saved',
      'clock',
      'cosigner_is_another',
      'decided_to_allow',
      'decider',
      'expiry_within_a_day',
      'key_once_entry_seq',
      'key_once_id',
      'known_entry_seq',
      'known_pack_digest',
      'no_delete',
      'no_update',
      'opens_something',
    ]);
  });

  it('finds rows of determination by an index', () => {
    expect(made.indexes('determination')).toEqual(['determination_of']);
  });

  it('gives determination_event its columns', () => {
    expect(made.columns('determination_event')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      determination_id: 'TEXT',
      kind: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards determination_event', () => {
    expect(made.guards('determination_event')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_by',
      'known_determination_id',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('finds rows of determination_event by an index', () => {
    expect(made.indexes('determination_event')).toEqual(['determination_event_of']);
  });
});
