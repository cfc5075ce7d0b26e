import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTECTED_FIELDS } from '../../policy/fields/protected-fields.ts';
import headings from '../../policy/fields/rms-headings.json' with { type: 'json' };
import { goodRows } from '../support/store-good-rows.ts';
import { connectTo } from '../support/store-place.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

/** Every protected name that we know, and every heading of a real file that is to be refused. */
const NAMES = [
  ...PROTECTED_FIELDS.flatMap((field) => [field.id, field.label, ...field.aliases]),
  ...headings.headings.filter(({ decision }) => /^(?:status|proxy)$/.test(decision)).map(({ heading }) => heading),
];

const DISGUISES: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase().replaceAll(/[\s_-]+/g, ''),
  (name) => name.replaceAll(' ', '_'),
];

const NESTINGS: readonly ((name: string) => object)[] = [
  (name) => ({ [name]: 'X' }),
  (name) => ({ person: { [name]: 'X' } }),
  (name) => ({ list: [{ deep: [{ [name]: 'X' }] }] }),
];

describe('the database door', () => {
  it('knows enough names to be worth asking', () => {
    expect(NAMES.length).toBeGreaterThan(200);
  });

  it('has no column for any protected name', () => {
    const connection = connectTo(world.station.place);
    const columns = new Set(
      connection
        .prepare("select lower(c.name) from sqlite_schema s, pragma_table_xinfo(s.name) c where s.type = 'table'")
        .pluck()
        .all(),
    );
    connection.close();
    const found = NAMES.filter((name) => columns.has(name.toLowerCase().replaceAll(/\W+/g, '_')));
    expect(found).toEqual([]);
  });

  it('refuses every protected name as a column', () => {
    const connection = connectTo(world.station.place);
    const taken = NAMES.filter((name) => {
      const column = `"${name.replaceAll('"', '""')}"`;
      try {
        connection.prepare(`insert into booking_version (booking_id, ${column}) values ('x', 'x')`);
        return true;
      } catch {
        return false;
      }
    });
    connection.close();
    expect(taken).toEqual([]);
  });

  it('refuses every protected name inside stored JSON, however it is written and however deep', () => {
    const connection = connectTo(world.station.place);
    const row = goodRows(world).decision;
    const columns = Object.keys(row).map((name) => `"${name}"`);
    const statement = connection.prepare(
      `insert or ignore into decision (${columns.join()}) values (${columns.map(() => '?').join()})`,
    );
    const stored = (facts: object): number =>
      statement.run(Object.values({ ...row, id: randomUUID(), facts: JSON.stringify(facts) })).changes;
    connection.exec('begin immediate');
    const taken = NAMES.flatMap((name) => DISGUISES.map((disguise) => disguise(name)))
      .flatMap((name) => NESTINGS.map((nest) => nest(name)))
      .filter((facts) => stored(facts) > 0);
    expect(taken).toEqual([]);
    expect(stored({ facts: { arrestingAgency: 'WPD' } })).toBe(1);
    connection.exec('rollback');
    connection.close();
  });
});
