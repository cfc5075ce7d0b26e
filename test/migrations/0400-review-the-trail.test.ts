import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0400-review-the-trail');
});
afterAll(() => made.end());

describe('migration 0400-review-the-trail', () => {
  it('makes the table of reviews and nothing else', () => {
    expect(made.tables).toEqual(['review']);
    expect(Object.keys(made.columns('review'))).toEqual(['entry_seq', 'id', 'upto', 'remark', 'at', 'by', 'mark']);
  });

  it('takes a review of what lies behind it, by who answers for the station', () => {
    expect(made.guards('review')).toEqual([
      'by_who_answers',
      'key_once_entry_seq',
      'key_once_id',
      'known_entry_seq',
      'known_upto',
      'looks_back',
      'no_delete',
      'no_update',
      'readable_times',
    ]);
  });
});
