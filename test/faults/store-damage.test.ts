import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../db/open.ts';
import { connectTo } from '../support/store-place.ts';
import { newStation, type TestStation } from '../support/store-station.ts';
import { saveOne } from '../support/store-records.ts';

async function closed(): Promise<TestStation> {
  const station = await newStation();
  await station.store.transaction((tx) => saveOne(tx, station));
  await station.store.close();
  return station;
}

function flipBit(file: string, at: number): void {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  writeSync(handle, Buffer.of((byte[0] ?? 0) ^ 1), 0, 1, at);
  closeSync(handle);
}

async function readAll(store: Store): Promise<void> {
  const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(store.read);
  for (const { name } of tables.rows) await sql`select * from ${sql.table(name)}`.execute(store.read);
}

async function openAndRead(station: TestStation): Promise<void> {
  const store = await openStore({ file: station.place.file, keys: station.place.keys });
  try {
    await readAll(store);
  } finally {
    await store.close();
  }
}

describe('a store that cannot be read', () => {
  it('says wrong key for a key of somebody else, and opens with the right one after that', async () => {
    const station = await closed();
    const keys = { ...station.place.keys, database: randomBytes(32) };
    await expect(openStore({ file: station.place.file, keys })).rejects.toMatchObject({ code: 'wrong-key' });
    await openAndRead(station);
    station.place.remove();
  });

  it('says wrong key for a file that is none of ours', async () => {
    const station = await closed();
    writeFileSync(station.place.file, randomBytes(8_192));
    await expect(openAndRead(station)).rejects.toMatchObject({ code: 'wrong-key' });
    station.place.remove();
  });

  it('says damaged where it was emptied', async () => {
    const station = await closed();
    truncateSync(station.place.file, 0);
    await expect(openAndRead(station)).rejects.toMatchObject({ code: 'damaged' });
    station.place.remove();
  });

  it('finds one flipped bit on any page', async () => {
    const station = await closed();
    const { file } = station.place;
    const pages = statSync(file).size / 4_096;
    const step = Math.max(1, Math.floor(pages / 12));
    for (let page = 0; page < pages; page += step) {
      const at = page * 4_096 + 1_000;
      flipBit(file, at);
      const expected = page === 0 ? 'wrong-key' : 'damaged';
      const opening = openAndRead(station).then(
        () => 'read',
        (fault: unknown) => fault,
      );
      const outcome = await opening;
      if (outcome !== 'read') expect(outcome).toMatchObject({ name: 'StoreFault', code: expected });
      else expect(integrityOf(station)).not.toBe('ok');
      flipBit(file, at);
    }
    await openAndRead(station);
    station.place.remove();
  });
});

/** What SQLite says of pages that no ordinary reading touches. */
function integrityOf(station: TestStation): string {
  const connection = connectTo(station.place);
  try {
    return String(connection.pragma('integrity_check', { simple: true }));
  } catch (error) {
    return error instanceof Error ? error.message : 'damaged';
  } finally {
    connection.close();
  }
}
