import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFirst } from '../../db/added-fields.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0050-create-bookings');
});
afterAll(() => made.end());

describe('migration 0050-create-bookings', () => {
  it('makes the tables of bookings, and nothing else', () => {
    expect(made.tables).toEqual(['booking', 'booking_version', 'charge']);
  });

  it.each(['booking', 'charge'] as const)('gives every first field of a %s its column, and no other', (part) => {
    const own =
      part === 'booking'
        ? ['entry_seq', 'booking_id', 'version', 'reason', 'saved_at', 'saved_by', 'mark']
        : ['booking_id', 'version', 'position', 'offense', 'mark'];
    const columns = Object.entries(made.columns(part === 'booking' ? 'booking_version' : 'charge'));
    const fields = APPROVED_FIELDS.filter((field) => field.part === part && isFirst(field));
    const typed = fields.map(({ name, type }) => [name, type === 'integer' || type === 'boolean' ? 'INTEGER' : 'TEXT']);
    expect(columns.filter(([name]) => !own.includes(name))).toEqual(typed);
  });

  it('gives booking its columns', () => {
    expect(made.columns('booking')).toEqual({
      entry_seq: 'INTEGER',
      id: 'TEXT',
      station_id: 'TEXT',
      number: 'TEXT',
      origin: 'TEXT',
      source_system: 'TEXT',
      source_record_id: 'TEXT',
      opened_at: 'TEXT',
      opened_by: 'TEXT',
      mark: 'TEXT',
    });
  });

  it('guards booking', () => {
    expect(made.guards('booking')).toEqual([
      'key_once_entry_seq',
      'key_once_id',
      'known_entry_seq',
      'known_opened_by',
      'known_station_id',
      'no_delete',
      'no_update',
      'number_reserved',
      'readable_times',
    ]);
  });

  it('finds rows of booking by an index', () => {
    expect(made.indexes('booking')).toEqual(['booking_source']);
  });

  it('guards booking_version', () => {
    expect(made.guards('booking_version')).toEqual([
      'key_once_booking_id_version',
      'key_once_entry_seq',
      'known_booking_id',
      'known_entry_seq',
      'known_saved_by',
      'no_delete',
      'no_gap',
      'no_update',
      'readable_times',
      'reason_of_correction',
    ]);
  });

  it('guards charge', () => {
    expect(made.guards('charge')).toEqual([
      'key_once_booking_id_version_position',
      'no_delete',
      'no_gap',
      'no_update',
      'with_its_version',
    ]);
  });
});
