// Setting a station up takes ten times as long as opening it. Tests of what goes on at a desk, to which it is all one how
// the station came about, have a copy of one that was set up for real, once for each process of tests.
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newTestStation, openTestStation, type NewTestStation } from './station.ts';
import { numberedFolder } from './numbered-folder.ts';

interface Original {
  /** Holds the station's folder and that of its recovery files. */
  readonly place: string;
  readonly recoveryKey: string;
}

async function setUp(): Promise<Original> {
  const station = await newTestStation();
  await station.close();
  const { folder, recoveryKey } = station;
  const place = dirname(folder);
  process.once('exit', () => {
    rmSync(place, { recursive: true, force: true });
  });
  return { place, recoveryKey };
}

let original: Promise<Original> | undefined;

/**
 * A station in a folder of its own, as `newTestStation` gives it; its chief, `chief`, is signed in as client `test`. All
 * copies have the keys and the log of one station: a test of two stations, of keys or of the clock sets up its own.
 */
export async function copyTestStation(): Promise<NewTestStation> {
  original ??= setUp();
  const { place, recoveryKey } = await original;
  const own = numberedFolder('sallyport-station');
  cpSync(place, own, { recursive: true });
  const opened = await openTestStation(join(own, 'station'));
  await opened.signIn('chief');
  return { ...opened, recoveryKey };
}
