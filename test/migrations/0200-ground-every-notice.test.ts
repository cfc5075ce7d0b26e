import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migratedTo, type Migrated } from '../support/store-migrate.ts';

let made: Migrated;
beforeAll(async () => {
  made = await migratedTo('0200-ground-every-notice');
});
afterAll(() => made.end());

describe('migration 0200-ground-every-notice', () => {
  it('makes no table', () => {
    expect(made.tables).toEqual([]);
  });

  it('guards notices besides, and takes no guard away', () => {
    expect(made.guards('notification')).toEqual(
      expect.arrayContaining([
        'ground_of_its_booking',
        'ground_stands',
        'ground_whoever_asked',
        'nothing_left_unnotified',
      ]),
    );
  });
});
