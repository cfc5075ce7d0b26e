// A station under load is cut off at 200 moments: every acknowledged record is there, the log is whole, the unfinished
// form is kept. Most moments are taken from one process that is stopped where it stands: its files are then what a kill
// would leave, for a kill writes nothing. `npm run faults` kills 1,000 processes.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterKill } from '../support/after-kill.ts';
import { startLoad } from '../support/load-process.ts';
import { newTestStation, type TestStation } from '../support/station.ts';

const LOADS = 5;
const STOPS = 39;

let desk: TestStation;
const work = mkdtempSync(join(tmpdir(), 'sallyport-killed-'));
beforeAll(async () => {
  desk = await newTestStation();
  await desk.close();
});
afterAll(async () => {
  rmSync(work, { recursive: true, force: true });
  await desk.remove();
});

async function wrongAfter(folder: string, lines: readonly string[]): Promise<readonly string[]> {
  const { wrong } = await afterKill(folder, lines);
  rmSync(folder, { recursive: true });
  return wrong;
}

// A process is stopped where it stands by a signal that Windows does not have.
describe.skipIf(platform() === 'win32')(
  `a station that is cut off at ${String(LOADS * (STOPS + 1))} moments (skipped on Windows, which has no SIGKILL)`,
  () => {
    it.each(Array.from({ length: LOADS }, (_none, at) => at + 1))('loses nothing, in load %i', async (number) => {
      const folder = join(work, `load-${String(number)}`);
      cpSync(desk.folder, folder, { recursive: true });
      const load = await startLoad(folder);
      const wrong: string[] = [];
      for (let stop = 0; stop < STOPS; stop += 1) {
        await setTimeout(Math.random() * 12);
        const copy = join(work, `stop-${String(number)}-${String(stop)}`);
        wrong.push(...(await wrongAfter(copy, await load.freeze(copy))));
        load.goOn();
      }
      const lines = await load.kill();
      wrong.push(...(await wrongAfter(folder, lines)));
      expect(wrong).toEqual([]);
      expect(lines.filter((line) => line.startsWith('booked')).length).toBeGreaterThan(0);
    });
  },
);
