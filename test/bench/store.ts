import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { fillBookings } from '../support/filled-store.ts';
import { keyOf } from '../support/look-inside.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';
import { percentile, result, type BenchResult } from './result.ts';

const BOOKINGS = 1_000_000;

/** What somebody types, key by key. */
const TYPED = [
  'garabenez',
  'marga bo',
  'danala dana 1987',
  'noel her',
  '2019-00412',
  '412',
  '1994-07-19',
  '07/19/1994',
  '20140605',
  'bar 1970-03',
  'nobody at all',
] as const;

const keysOf = (text: string): readonly string[] => Array.from(text, (_key, at) => text.slice(0, at + 1));

/** A station with very many bookings; its chief is signed in. */
async function filledStation(bookings: number): Promise<TestStation> {
  const fresh = await newTestStation();
  const { folder } = fresh;
  await fresh.close();
  const { database, mark } = await keyOf(folder);
  const connection = connect({ file: recordsPath(folder), keys: { database, mark } }, 'write');
  const last = Number(connection.prepare('select max(seq) from ledger_entry').pluck().get());
  fillBookings(connection, last, bookings);
  connection.close();
  const desk = await openTestStation(folder);
  await desk.signIn('chief');
  return desk;
}

/** Time of every key of every search, through the station's door, in milliseconds. */
async function typeAll(desk: TestStation): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of TYPED.flatMap(keysOf)) {
    const start = performance.now();
    await desk.done('booking.find', { words: text });
    times.push(performance.now() - start);
  }
  return times;
}

/** The search of a station that has grown old, as somebody types. */
export async function benchStore(bookings = BOOKINGS): Promise<readonly BenchResult[]> {
  const desk = await filledStation(bookings);
  const floors: number[] = [];
  for (let at = 0; at < 50; at += 1) {
    const start = performance.now();
    await desk.done('booking.list', { limit: 20 });
    floors.push(performance.now() - start);
  }
  await typeAll(desk);
  const times = await typeAll(desk);
  await desk.close();
  rmSync(join(desk.folder, '..'), { recursive: true, force: true });
  return [
    result(
      {
        name: `search of ${bookings.toLocaleString('en-US')} bookings, each key`,
        value: percentile(times, 0.95),
        unit: 'ms, p95',
        floor: percentile(floors, 0.5),
        floorName: 'the newest 20 bookings, p50',
      },
      { valueAtMost: 5 },
    ),
  ];
}
