import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PATIENCE } from '../../db/patience.ts';
import { connectTo } from '../support/store-place.ts';
import { saveOne } from '../support/store-records.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

let station: TestStation;
let other: ReturnType<typeof connectTo>;
beforeAll(async () => {
  station = await newStation();
  other = connectTo(station.place);
});
afterAll(async () => {
  other.close();
  await station.end();
});

const save = (): Promise<unknown> => station.store.transaction((tx) => saveOne(tx, station));

it('a save outlasts another program that holds the store for a moment', async () => {
  other.exec('begin immediate');
  const saving = save();
  await setTimeout(PATIENCE / 4);
  other.exec('rollback');
  expect(await saving).toHaveProperty('number');
});

it('all that wait for one that is held wait together, and whoever reads waits for nothing', async () => {
  other.exec('begin immediate');
  const told: string[] = [];
  const before = performance.now();
  const read = sql`select count(*) from booking`.execute(station.store.read).then(() => told.push('read'));
  const saved = await Promise.allSettled(Array.from({ length: 8 }, save));
  told.push('refused');
  await read;
  expect(saved.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 'rejected'));
  expect(told).toEqual(['read', 'refused']);
  // One wait, not eight, on a machine that may be busy itself.
  expect(performance.now() - before).toBeLessThan(4 * PATIENCE);
  await expect(save()).rejects.toMatchObject({ name: 'StoreFault', code: 'in-use' });
  other.exec('rollback');
  expect(await save()).toHaveProperty('number');
});
