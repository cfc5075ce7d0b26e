import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0460-find-bookings');
});
afterAll(() => made.end());

describe('migration 0460-find-bookings', () => {
  it('makes the index of words, which forgets what is deleted, and nothing else', () => {
    const parts = ['', '_config', '_content', '_data', '_idx'].map((part) => `booking_words${part}`);
    expect(made.tables).toEqual(parts);
    expect(made.connection.prepare("select v from booking_words_config where k = 'secure-delete'").pluck().get()).toBe(
      1,
    );
  });

  it('fills it with each saved version, and empties it as a booking goes', () => {
    expect(made.guards('booking_version')).toContain('into_words');
    expect(made.guards('booking')).toContain('key_once_id');
    expect(
      made.connection.prepare("select count(*) from sqlite_schema where name = 'booking_out_of_words'").pluck().get(),
    ).toBe(1);
  });

  it('lets a look say what was searched by', () => {
    const sql = made.connection.prepare("select sql from sqlite_schema where name = 'audit_event_refused_by_a_rule'");
    expect(String(sql.pluck().get())).toContain("new.kind in ('refused', 'looked') or new.category is null");
  });
});
