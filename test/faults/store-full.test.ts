import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { checkStore } from '../../services/ledger/check.ts';
import { connectTo, newStorePlace } from '../support/store-place.ts';
import { draftOf, saveOne } from '../support/store-records.ts';
import { newStation, type TestStation } from '../support/store-station.ts';

const long = (): ReturnType<typeof draftOf> => draftOf({ narrative: 'Calm during transport. '.repeat(4_000) });

/** Saves until the disk is full; answers how many were acknowledged and the fault. */
async function fill(station: TestStation): Promise<{ readonly saved: number; readonly fault: unknown }> {
  for (let saved = 0; saved < 1_000; saved += 1) {
    try {
      await station.store.transaction((tx) => saveOne(tx, station, long()));
    } catch (fault) {
      return { saved, fault };
    }
  }
  return { saved: 1_000, fault: undefined };
}

async function countBookings(station: TestStation): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from booking_version`.execute(station.store.read);
  return rows[0]?.n ?? 0;
}

/** A disk of three megabytes, where this machine lets us make one. */
function smallDisk(): { readonly folder: string; end(): void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status === 0;
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (!mounted) {
    console.log('A disk of 3 MB cannot be mounted here (it takes root), so the full disk is not tried.');
    remove();
  }
  const end = (): void => {
    spawnSync('umount', [folder]);
    remove();
  };
  return mounted ? { folder, end } : null;
}

describe('a full disk', () => {
  it('is said by its name, keeps what was acknowledged and takes the next booking once there is room', async () => {
    const station = await newStation();
    const before = await countBookings(station);
    await station.store.transaction((tx) => sql`pragma max_page_count = 300`.execute(tx));
    const { saved, fault } = await fill(station);
    expect(fault).toMatchObject({ name: 'StoreFault', code: 'disk-full' });
    expect(await countBookings(station)).toBe(before + saved);
    await station.store.transaction((tx) => sql`pragma max_page_count = 100000`.execute(tx));
    await station.store.transaction((tx) => saveOne(tx, station));
    expect((await checkStore(station.store.read)).filter((check) => !check.ok)).toEqual([]);
    await station.end();
  });

  const disk = smallDisk();
  it.skipIf(disk === null)('is found by its name where it really is full', async () => {
    if (disk === null) return;
    const place = { ...newStorePlace(), folder: disk.folder, file: join(disk.folder, 'records.db') };
    const station = await newStation(place);
    const { saved, fault } = await fill(station);
    expect(fault).toMatchObject({ name: 'StoreFault', code: 'disk-full' });
    expect(saved).toBeGreaterThan(0);
    expect(await countBookings(station)).toBe(saved);
    await station.store.close();
    const again = await openStore({ file: place.file, keys: place.keys });
    expect((await checkStore(again.read)).filter((check) => !check.ok)).toEqual([]);
    await again.close();
    disk.end();
  });

  const noRoom = smallDisk();
  it.skipIf(noRoom === null)('is found by its name when a store is made', async () => {
    if (noRoom === null) return;
    const { bavail, bsize } = statfsSync(noRoom.folder);
    writeFileSync(join(noRoom.folder, 'filler'), randomBytes(bavail * bsize - 20_000));
    const opening = openStore({
      file: join(noRoom.folder, 'records.db'),
      keys: { database: randomBytes(32), mark: randomBytes(32) },
      create: true,
    });
    await expect(opening).rejects.toMatchObject({ name: 'StoreFault', code: 'disk-full' });
    noRoom.end();
  });
});

describe('a store that another program holds', () => {
  it('says so after a while, and works on afterwards', async () => {
    const station = await newStation();
    const other = connectTo(station.place);
    other.exec('begin immediate');
    const saving = station.store.transaction((tx) => saveOne(tx, station));
    await expect(saving).rejects.toMatchObject({ name: 'StoreFault', code: 'in-use' });
    other.exec('rollback');
    other.close();
    await station.store.transaction((tx) => saveOne(tx, station));
    await station.end();
  });
});
