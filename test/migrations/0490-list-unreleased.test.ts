import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0490-list-unreleased');
});
afterAll(() => made.end());

describe('migration 0490-list-unreleased', () => {
  it('makes the list of bookings that stand open, which holds nothing else of them', () => {
    expect(made.tables).toEqual(['unreleased']);
    expect(made.columns('unreleased')).toEqual({ booking_id: 'TEXT', mark: 'TEXT' });
    expect(made.guards('unreleased')).toEqual(['as_the_records_say', 'key_once_booking_id', 'no_delete', 'no_update']);
  });

  it('keeps it with all that says of custody', () => {
    for (const table of ['booking', 'booking_version', 'booking_event', 'number_abandoned']) {
      expect(made.guards(table)).toContain('into_unreleased');
    }
    expect(made.indexes('booking_event')).toContain('booking_event_entered');
  });
});
