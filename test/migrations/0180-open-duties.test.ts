import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0180-open-duties');
});
afterAll(() => made.end());

describe('migration 0180-open-duties', () => {
  it('makes the tables of duties, and nothing else', () => {
    expect(made.tables).toEqual(['duty', 'duty_event']);
  });

  it('gives duty its columns', () => {
    expect(made.columns('duty')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      duty: 'TEXT',
      ground: 'TEXT',
      cite: 'TEXT',
      matter_id: 'TEXT',
      booking_id: 'TEXT',
      since: 'TEXT',
      by_time: 'TEXT',
      opened_at: 'TEXT',
      opened_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards duty', () => {
    expect(made.guards('duty')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_booking_id',
      'known_entry_seq',
      'known_matter_id',
      'known_opened_by',
      'no_delete',
      'no_update',
      'once',
      'readable_times',
    ]);
  });

  it('finds rows of duty by an index', () => {
    expect(made.indexes('duty')).toEqual(['duty_of', 'duty_of_matter']);
  });

  it('gives duty_event its columns', () => {
    expect(made.columns('duty_event')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      duty_id: 'TEXT',
      kind: 'TEXT',
      at: 'TEXT',
      detail: 'TEXT',
      entered_at: 'TEXT',
      entered_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards duty_event', () => {
    expect(made.guards('duty_event')).toEqual([
      'ended_by_what_happened',
      'key_once_entry_seq',
      'key_once_id',
      'known_duty_id',
      'known_entered_by',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
      'reviewed_by_the_chief',
      'still_open',
      'told_how_it_was_reached',
    ]);
  });

  it('finds rows of duty_event by an index', () => {
    expect(made.indexes('duty_event')).toEqual(['duty_event_of']);
  });
});
