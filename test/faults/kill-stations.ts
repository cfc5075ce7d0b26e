import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterKill } from '../support/after-kill.ts';
import { startLoad } from '../support/load-process.ts';
import { newTestStation } from '../support/station.ts';
import type { Killed } from './killed.ts';

/** A kill comes so long after the load began, in milliseconds, at most. */
const LATEST = 400;

async function killOne(good: string, folder: string): Promise<Killed> {
  cpSync(good, folder, { recursive: true });
  const load = await startLoad(folder);
  await setTimeout(Math.random() * LATEST);
  const lines = await load.kill();
  const { wrong, restartMs } = await afterKill(folder, lines);
  rmSync(folder, { recursive: true });
  return { acknowledged: lines.length, restartMs, wrong };
}

/** Kills a process with a station under load, each time another one, from the same beginning. */
export async function killStations(runs: number, tell: (done: number, of: number) => void): Promise<readonly Killed[]> {
  const desk = await newTestStation();
  await desk.close();
  const work = mkdtempSync(join(tmpdir(), 'sallyport-faults-'));
  const killed: Killed[] = [];
  for (let at = 1; at <= runs; at += 1) {
    killed.push(await killOne(desk.folder, join(work, String(at))));
    tell(at, runs);
  }
  rmSync(work, { recursive: true, force: true });
  await desk.remove();
  return killed;
}
