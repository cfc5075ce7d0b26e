import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0550-keep-typed-forms');
});
afterAll(() => made.end());

describe('migration 0550-keep-typed-forms', () => {
  it('makes the table of what was typed of a matter and not recorded, one row for each person and form', () => {
    expect(made.tables).toEqual(['matter_draft']);
    expect(Object.keys(made.columns('matter_draft'))).toEqual([
      ...['id', 'matter_id', 'kind', 'event', 'booking_id', 'subject_role', 'subject_last', 'subject_first'],
      ...['subject_dob', 'at', 'detail', 'left_out', 'kept_at', 'kept_by', 'mark'],
    ]);
    expect(made.indexes('matter_draft')).toEqual(['matter_draft_place']);
  });

  it('guards it', () => {
    expect(made.guards('matter_draft')).toEqual([
      'kept_by_the_desk',
      'known_booking_id',
      'known_kept_by',
      'known_matter_id',
      'named_by_its_matter',
      'no_update',
      'of_its_matter',
      'of_one_record',
      'readable_times',
    ]);
  });
});
