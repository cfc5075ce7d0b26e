import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0560-note-cut-drafts');
});
afterAll(() => made.end());

describe('migration 0560-note-cut-drafts', () => {
  it('makes the table of the boxes that lost sentences, one row for each unfinished form', () => {
    expect(made.tables).toEqual(['draft_cut']);
    expect(Object.keys(made.columns('draft_cut'))).toEqual(['booking_id', 'boxes', 'at', 'mark']);
  });

  it('guards it', () => {
    expect(made.guards('draft_cut')).toEqual(['known_booking_id', 'no_update', 'of_a_draft', 'readable_times']);
  });
});
