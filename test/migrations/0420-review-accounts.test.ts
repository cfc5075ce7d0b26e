import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0420-review-accounts');
});
afterAll(() => made.end());

describe('migration 0420-review-accounts', () => {
  it('makes the table of reviews of accounts and nothing else', () => {
    expect(made.tables).toEqual(['account_review']);
    expect(Object.keys(made.columns('account_review'))).toEqual([
      ...['entry_seq', 'id', 'upto', 'accounts', 'active', 'remark', 'at', 'by', 'mark'],
    ]);
  });

  it('takes a review of what lies behind it, by a chief', () => {
    expect(made.guards('account_review')).toEqual([
      ...['by_the_chief', 'key_once_entry_seq', 'key_once_id', 'known_entry_seq', 'known_upto', 'looks_back'],
      ...['no_delete', 'no_update', 'readable_times'],
    ]);
  });
});
