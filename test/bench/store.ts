import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fillBookings } from '../support/filled-store.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';
import { fillFolder } from './filled.ts';
import { percentile, result, type BenchResult } from './result.ts';
import { TYPED } from './typed.ts';
import { benchYears, type Stations } from './years.ts';

const BOOKINGS = 1_000_000;

const keysOf = (text: string): readonly string[] => Array.from(text, (_key, at) => text.slice(0, at + 1));

/** A page of the desk is full with so many. */
const FEW = 200;

interface Folders extends Stations {
  /** What all lie in; goes at the end. */
  readonly work: string;
}

/** A station with very many bookings, and the same with few and with none. */
async function filledStations(bookings: number): Promise<Folders> {
  const fresh = await newTestStation();
  const { folder: full } = fresh;
  await fresh.close();
  const work = join(full, '..');
  const [few, empty] = [join(work, 'few'), join(work, 'empty')];
  for (const folder of [few, empty]) cpSync(full, folder, { recursive: true });
  await fillFolder(few, (connection) => fillBookings(connection, FEW));
  await fillFolder(full, (connection) => fillBookings(connection, bookings));
  return { full, few, empty, work };
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

async function inTheStation(folder: string, bookings: string): Promise<BenchResult> {
  const desk = await openTestStation(folder);
  await desk.signIn('chief');
  const floors: number[] = [];
  for (let at = 0; at < 50; at += 1) {
    const start = performance.now();
    await desk.done('booking.list', { limit: 20 });
    floors.push(performance.now() - start);
  }
  await typeAll(desk);
  const times = await typeAll(desk);
  await desk.close();
  return result(
    {
      name: `search of ${bookings} bookings, each key`,
      value: percentile(times, 0.95),
      unit: 'ms, p95',
      floor: percentile(floors, 0.5),
      floorName: 'the newest 20 bookings, p50',
    },
    { valueAtMost: 5 },
  );
}

/** The search of a station that has grown old, as somebody types, and its window. */
export async function benchStore(count = BOOKINGS): Promise<readonly BenchResult[]> {
  const { work, ...stations } = await filledStations(count);
  const bookings = count.toLocaleString('en-US');
  try {
    return [await inTheStation(stations.full, bookings), ...(await benchYears(stations, bookings))];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
