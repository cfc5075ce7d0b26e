import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0110-create-notifications');
});
afterAll(() => made.end());

describe('migration 0110-create-notifications', () => {
  it('makes the tables of the notification log, and nothing else', () => {
    expect(made.tables).toEqual(['export', 'notification']);
  });

  it('gives export its columns', () => {
    expect(made.columns('export')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      number: 'TEXT',
      notification_id: 'TEXT',
      audience: 'TEXT',
      left_out: 'TEXT',
      at: 'TEXT',
      by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards export', () => {
    expect(made.guards('export')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'key_once_number',
      'known_by',
      'known_entry_seq',
      'known_notification_id',
      'no_delete',
      'no_update',
      'number_reserved',
      'readable_times',
    ]);
  });

  it('gives notification its columns', () => {
    expect(made.columns('notification')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      number: 'TEXT',
      booking_id: 'TEXT',
      determination_id: 'TEXT',
      outcome: 'TEXT',
      direction: 'TEXT',
      contacted_at: 'TEXT',
      agency: 'TEXT',
      unit: 'TEXT',
      recipient: 'TEXT',
      reached_at: 'TEXT',
      verified_how: 'TEXT',
      channel: 'TEXT',
      purpose: 'TEXT',
      released: 'TEXT',
      criminal_history: 'INTEGER',
      reason: 'TEXT',
      decided_by: 'TEXT',
      cosigned_by: 'TEXT',
      entered_at: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards notification', () => {
    expect(made.guards('notification')).toEqual([
      'ground_of_its_booking',
      'ground_stands',
      'key_once_entry_seq',
      'key_once_id',
      'key_once_number',
      'known_booking_id',
      'known_cosigned_by',
      'known_decided_by',
      'known_entry_seq',
      'list_of_what_left',
      'no_delete',
      'no_update',
      'number_reserved',
      'readable_times',
    ]);
  });

  it('finds rows of notification by an index', () => {
    expect(made.indexes('notification')).toEqual(['notification_of']);
  });
});
