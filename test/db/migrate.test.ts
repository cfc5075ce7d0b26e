import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../migrations/index.ts';
import { connect, openStore } from '../../db/open.ts';
import { migratedTo } from '../support/store-migrate.ts';
import { newStation } from '../support/store-station.ts';

const steps = Object.keys(MIGRATIONS);
const last = steps.at(-1) ?? '';
const beforeLast = steps.at(-2) ?? '';

describe('opening a store that an older version left', () => {
  it('copies it under the same key, then brings it to the newest schema', async () => {
    const made = await migratedTo(beforeLast);
    made.connection.close();
    const { file, keys } = made.place;
    const store = await openStore({ file, keys });
    await store.close();
    const backup = `${file}.before-${last}`;
    const copy = connect({ file: backup, keys }, 'read');
    const applied = copy.prepare('select name from kysely_migration order by name').pluck().all();
    copy.close();
    expect(applied).toEqual(steps.slice(0, -1));
    made.place.remove();
  });

  it('makes no copy of a new store, or of one that is up to date', async () => {
    const station = await newStation();
    await station.store.close();
    const { file, keys } = station.place;
    await (await openStore({ file, keys })).close();
    expect(steps.filter((step) => existsSync(`${file}.before-${step}`))).toEqual([]);
    station.place.remove();
  });
});

describe('opening a store that a newer version left', () => {
  it('refuses it and leaves it as it is', async () => {
    const station = await newStation();
    await station.store.close();
    const { file, keys } = station.place;
    const connection = connect({ file, keys }, 'write');
    connection.prepare("insert into kysely_migration values ('9990-later', '2030-01-01')").run();
    connection.close();
    await expect(openStore({ file, keys })).rejects.toMatchObject({ code: 'newer-database' });
    await expect(openStore({ file, keys })).rejects.toMatchObject({ code: 'newer-database' });
    station.place.remove();
  });
});

describe('a step that fails', () => {
  it('leaves nothing of itself or of the steps before it', async () => {
    const made = await migratedTo('0120-create-imports');
    const { file, keys } = made.place;
    made.connection.exec('create table session_event (id text) strict');
    made.connection.close();
    await expect(openStore({ file, keys })).rejects.toThrow(/session_event/);
    const after = connect({ file, keys }, 'read');
    expect(after.prepare("select count(*) from sqlite_schema where name = 'refusal_log'").pluck().get()).toBe(0);
    after.close();
    made.place.remove();
  });
});
