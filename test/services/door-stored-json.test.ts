import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSED_NAMES, WRITINGS } from '../support/closed-names.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { connectTo } from '../support/store-place.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

describe('stored JSON', () => {
  it.each(Object.keys(WRITINGS))('takes no protected name at any depth, %s', (writing) => {
    const connection = connectTo(world.station.place);
    const row = goodRows(world).decision;
    const names = Object.keys(row);
    const insert = connection.prepare(
      `insert or ignore into decision (${names.join()}) values (${names.map(() => '?').join()})`,
    );
    connection.exec('begin immediate');
    const taken = CLOSED_NAMES.map((name) => (WRITINGS[writing] ?? String)(name)).filter((name) => {
      const facts = JSON.stringify({ facts: { list: [{ [name]: 'X' }] } });
      return insert.run(Object.values({ ...row, id: randomUUID(), facts })).changes > 0;
    });
    connection.exec('rollback');
    connection.close();
    expect(taken).toEqual([]);
  });
});
