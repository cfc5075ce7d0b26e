import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0340-keep-told-facts');
});
afterAll(() => made.end());

describe('migration 0340-keep-told-facts', () => {
  it('makes the table of facts that were told and not recorded, and nothing else', () => {
    expect(made.tables).toEqual(['ground_draft']);
  });

  it('gives it its columns and one row for each person, act and record', () => {
    expect(Object.keys(made.columns('ground_draft'))).toEqual([
      ...['id', 'act', 'booking_id', 'matter_id', 'subject_role', 'subject_last', 'subject_first', 'subject_dob'],
      ...['ground', 'facts', 'kept_at', 'kept_by', 'mark'],
    ]);
    expect(made.indexes('ground_draft')).toEqual(['ground_draft_place']);
  });

  it('guards it', () => {
    expect(made.guards('ground_draft')).toEqual([
      'kept_by_the_desk',
      'known_booking_id',
      'known_kept_by',
      'known_matter_id',
      'named_by_its_record',
      'no_update',
      'of_one_record',
      'readable_times',
    ]);
  });
});
