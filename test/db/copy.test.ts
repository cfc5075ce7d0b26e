import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStore, openCopy, sizeOfStore, type CopyWatch } from '../../db/copy.ts';
import { listFileFaults } from '../../db/integrity/reader.ts';
import { openStore } from '../../db/open.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { saveOne } from '../support/store-records.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

const watching = (more: Partial<CopyWatch> = {}): CopyWatch => ({
  progress: () => undefined,
  cancelled: () => false,
  ...more,
});

let station: TestStation;
beforeAll(async () => {
  station = await newStation();
  for (let at = 0; at < 20; at += 1) await station.store.transaction((tx) => saveOne(tx, station));
});
afterAll(() => station.end());

const place = (name: string): string => join(station.place.folder, name);
const optionsOf = (file: string) => ({ file, keys: station.place.keys });

async function count(name: string): Promise<number> {
  const copy = openCopy(optionsOf(place(name)));
  const { rows } = await sql<{ n: number }>`select count(*) as n from booking`.execute(copy.read);
  expect(await listFileFaults(copy.read)).toEqual([]);
  copy.close();
  return rows[0]?.n ?? 0;
}

describe('a copy of a store in use', () => {
  it('is one encrypted file that opens with the same key and checks whole', async () => {
    expect(await copyStore(optionsOf(station.place.file), place('one.db'), watching())).toBe(true);
    expect(existsSync(place('one.db-wal'))).toBe(false);
    expect(readFileSync(place('one.db')).includes('Exampleton')).toBe(false);
    const copy = openCopy(optionsOf(place('one.db')));
    expect((await checkStore(copy.read)).filter(({ ok }) => !ok)).toEqual([]);
    expect(copy.tidyDue).toBe(false);
    copy.close();
    const keys = { ...station.place.keys, database: randomBytes(32) };
    expect(() => openCopy({ file: place('one.db'), keys })).toThrow(expect.objectContaining({ code: 'wrong-key' }));
  });

  it('tells as it goes on how much of it there is', async () => {
    let bytes = 0;
    const total = await sizeOfStore(station.place.file);
    await copyStore(optionsOf(station.place.file), place('told.db'), watching({ progress: (more) => (bytes += more) }));
    expect(bytes).toBe(total);
    expect(statSync(place('told.db')).size).toBeGreaterThan(0);
  });

  it('leaves nothing where it is cancelled, or where the place is not there', async () => {
    const stop = watching({ cancelled: () => true });
    expect(await copyStore(optionsOf(station.place.file), place('none.db'), stop)).toBe(false);
    expect(existsSync(place('none.db'))).toBe(false);
    const nowhere = join(station.place.folder, 'nowhere', 'x.db');
    await expect(copyStore(optionsOf(station.place.file), nowhere, watching())).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('is whole while bookings are saved and the journal is written back, at any moment of the copying', async () => {
    let saved = 20;
    for (let round = 0; round < 4; round += 1) {
      const name = `busy-${String(round)}.db`;
      const before = saved;
      let over = false;
      const save = async (): Promise<void> => {
        while (!over) {
          await station.store.transaction((tx) => saveOne(tx, station));
          saved += 1;
          await new Promise((resolve) => setImmediate(resolve));
          if (saved % 7 === round % 7) await station.store.transaction((tx) => sql`select 1`.execute(tx));
        }
      };
      const saving = save();
      await copyStore(optionsOf(station.place.file), place(name), watching());
      over = true;
      await saving;
      const there = await count(name);
      expect(there).toBeGreaterThanOrEqual(before);
      expect(there).toBeLessThanOrEqual(saved);
    }
  }, 60_000);

  it('leaves the store as it was: it takes bookings, and opens again with all of them', async () => {
    await station.store.transaction((tx) => saveOne(tx, station));
    await station.store.close();
    const again = await openStore(optionsOf(station.place.file));
    expect((await checkStore(again.read)).filter(({ ok }) => !ok)).toEqual([]);
    await again.close();
  });
});
