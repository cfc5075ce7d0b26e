import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0470-guard-signed');
});
afterAll(() => made.end());

describe('migration 0470-guard-signed', () => {
  it('makes no table', () => {
    expect(made.tables).toEqual([]);
  });

  it.each([
    ['account_review', ['of_all_accounts', 'goes_on']],
    ['second_factor', ['of_somebody_active']],
    ['second_factor_event', ['by_somebody_active', 'removed_by_a_keeper']],
    ['handover', ['counts']],
    ['key_walk', ['yes_or_no', 'begun_as_it_says', 'begun_once']],
    ['treaty_list', ['exceptions_of_its_countries']],
    ['sealing_event', ['opened_alone']],
  ])('guards %s, whatever a client turns off', (table, guards) => {
    expect(made.guards(table)).toEqual(expect.arrayContaining(guards));
  });
});
