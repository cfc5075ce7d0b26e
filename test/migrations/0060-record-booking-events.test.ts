import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0060-record-booking-events');
});
afterAll(() => made.end());

describe('migration 0060-record-booking-events', () => {
  it('makes the tables of events of custody, and nothing else', () => {
    expect(made.tables).toEqual(['booking_event']);
  });

  it('gives booking_event its columns', () => {
    expect(made.columns('booking_event')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      booking_id: 'TEXT',
      kind: 'TEXT',
      at: 'TEXT',
      detail: 'TEXT',
      entered_at: 'TEXT',
      entered_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards booking_event', () => {
    expect(made.guards('booking_event')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_booking_id',
      'known_entered_by',
      'known_entry_seq',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });

  it('finds rows of booking_event by an index', () => {
    expect(made.indexes('booking_event')).toEqual(['booking_event_of']);
  });
});
