import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore, StoreFault } from '../../db/open.ts';
import { newStation } from '../support/store-station.ts';
import { connectTo, newStorePlace } from '../support/store-place.ts';
import { saveOne } from '../support/store-records.ts';

const SETTINGS = {
  cipher: 'sqlcipher',
  legacy: '4',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  secure_delete: 1,
  temp_store: 2,
  trusted_schema: 1,
  cell_size_check: 1,
  ignore_check_constraints: 0,
};

describe('the open store', () => {
  it('has every setting that it asked for', async () => {
    const station = await newStation();
    const connection = connectTo(station.place);
    const found = Object.keys(SETTINGS).map((name) => [name, connection.pragma(name, { simple: true })]);
    connection.close();
    await station.end();
    expect(Object.fromEntries(found)).toEqual(SETTINGS);
  });

  it('leaves no word of a booking readable in the file or beside it', async () => {
    const station = await newStation();
    await station.store.transaction((tx) => saveOne(tx, station));
    const bytes = ['', '-wal'].map((end) => readFileSync(`${station.place.file}${end}`));
    await station.end();
    for (const text of bytes) {
      expect(text.includes('Testperson')).toBe(false);
      expect(text.includes('CREATE TABLE')).toBe(false);
    }
  });

  it('cannot write through its reading connection', async () => {
    const station = await newStation();
    const write = sql`delete from draft`.execute(station.store.read);
    await expect(write).rejects.toThrow(/readonly/);
    await station.end();
  });

  it('runs one transaction after the other and keeps nothing of one that failed', async () => {
    const station = await newStation();
    const { store } = station;
    const order: string[] = [];
    const slow = store.transaction(async (tx) => {
      order.push('first begins');
      await saveOne(tx, station);
      order.push('first ends');
    });
    const failing = store.transaction(async (tx) => {
      order.push('second begins');
      await saveOne(tx, station);
      throw new Error('the service changed its mind');
    });
    await slow;
    await expect(failing).rejects.toThrow('changed its mind');
    expect(order).toEqual(['first begins', 'first ends', 'second begins']);
    const kept = await sql<{ n: number }>`select count(*) as n from booking`.execute(store.read);
    expect(kept.rows[0]?.n).toBe(1);
    await station.end();
  });

  it('takes the write lock when a transaction begins', async () => {
    const station = await newStation();
    const other = connectTo(station.place);
    other.pragma('busy_timeout = 0');
    await station.store.transaction(() => {
      expect(() => other.exec('begin immediate')).toThrow(/locked/);
      return Promise.resolve();
    });
    other.close();
    await station.end();
  });

  it('refuses to use a transaction that has ended', async () => {
    const station = await newStation();
    const ended = await station.store.transaction((tx) => Promise.resolve(tx));
    await expect(saveOne(ended, station)).rejects.toThrow(/over/);
    await expect(ended.deleteFrom('draft').execute()).rejects.toThrow(/committed/);
    await station.end();
  });

  it('finds the same records again', async () => {
    const station = await newStation();
    const { number } = await station.store.transaction((tx) => saveOne(tx, station));
    await station.store.close();
    const again = await openStore({ file: station.place.file, keys: station.place.keys });
    const { rows } = await sql<{ number: string }>`select number from booking`.execute(again.read);
    expect(rows).toEqual([{ number }]);
    expect(again.schemaDigest()).toMatch(/^[0-9a-f]{64}$/);
    await again.close();
    station.place.remove();
  });

  it('says so where the file is not there, and makes none', async () => {
    const place = newStorePlace();
    const opening = openStore({ file: place.file, keys: place.keys });
    await expect(opening).rejects.toMatchObject({ name: 'StoreFault', code: 'missing-file' });
    await expect(opening).rejects.toBeInstanceOf(StoreFault);
    place.remove();
  });
});
