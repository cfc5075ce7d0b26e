import { afterAll, beforeAll, expect, it } from 'vitest';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { connect } from '../../db/open.ts';
import { tidyStore } from '../../db/tidy.ts';
import { refusalOf } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

it('a tidying keeps rows and marks that the rules of today would refuse', () => {
  const { file, keys } = world.station.place;
  const strict = connect({ file, keys, guards: { ...POLICY_GUARDS, blocks: () => true } }, 'write');
  const marks = (): readonly unknown[] => strict.prepare('select mark from booking_version order by 1').pluck().all();
  const before = marks();
  strict.pragma('user_version = 2');
  expect(tidyStore(strict, file)).toBe(true);
  expect(marks()).toEqual(before);
  strict.close();
  expect(refusalOf(world, { name: '', table: 'draft', row: goodRows(world).draft })).toBeNull();
});
