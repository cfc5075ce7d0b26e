import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type {} from '../../renderer/api.ts';
import { openDisplay } from '../../build/electron-host/display.ts';
import { makeReady } from '../../build/ready.ts';
import { afterKill } from '../support/after-kill.ts';
import { GOOD_CHARGES, GOOD_FIELDS } from '../support/booked.ts';
import { launchApp, type Launch, type LaunchedApp } from '../support/launch.ts';
import { newTestStation, PASSPHRASE } from '../support/station.ts';
import type { Killed } from './killed.ts';

/** A kill comes so long after the first booking, in milliseconds, at most. */
const LATEST = 1_500;

declare global {
  interface Window {
    /** Tells the driver; answered once it has heard. */
    heard: (line: string) => Promise<void>;
  }
}

interface Load {
  readonly passphrase: string;
  readonly fields: Record<string, string>;
  readonly charges: { offense: string; charge_description: string }[];
}

/**
 * Books in the window, one after another, and tells each once it is acknowledged. The next one waits until the driver
 * has heard: a line that is still on its way when the app dies would pass for a booking that nobody was told of.
 */
async function loadIn({ page }: LaunchedApp, load: Load): Promise<void> {
  await page.evaluate(async ({ passphrase, fields, charges }) => {
    const { calls } = window.sallyport;
    await calls['session.signIn']({ name: 'chief', passphrase });
    const book = async (): Promise<void> => {
      const opened = await calls['booking.open']({});
      if (!opened.ok) return;
      const { bookingId } = opened.value;
      const saved = await calls['booking.save']({ bookingId, fields, charges });
      if (saved.ok) await window.heard(`booked ${bookingId}`);
      window.setTimeout(() => void book(), 0);
    };
    void book();
  }, load);
}

async function killOne(launch: Launch): Promise<Killed> {
  const launched = await launchApp(launch);
  const lines: string[] = [];
  const first = Promise.withResolvers<undefined>();
  await launched.page.exposeFunction('heard', (line: string) => {
    lines.push(line);
    first.resolve(undefined);
  });
  await loadIn(launched, { passphrase: PASSPHRASE, fields: GOOD_FIELDS, charges: GOOD_CHARGES });
  await first.promise;
  await setTimeout(Math.random() * LATEST);
  const main = launched.app.process();
  const ended = new Promise((done) => main.once('exit', done));
  main.kill('SIGKILL');
  await ended;
  // The station is a child of main and ends with its channel, a moment later.
  await setTimeout(300);
  const { wrong, restartMs } = await afterKill(launch.data, lines);
  return { acknowledged: lines.length, restartMs, wrong };
}

/** Kills the whole app while somebody books in its window. */
export async function killApps(runs: number, tell: (done: number, of: number) => void): Promise<readonly Killed[]> {
  const log = (line: string): void => {
    console.error(line);
  };
  const { executable } = await makeReady(log);
  const display = await openDisplay(log);
  const desk = await newTestStation();
  await desk.close();
  const killed: Killed[] = [];
  for (let at = 1; at <= runs; at += 1) {
    const work = mkdtempSync(join(tmpdir(), 'sallyport-app-'));
    cpSync(desk.folder, join(work, 'station'), { recursive: true });
    const data = join(work, 'station');
    killed.push(await killOne({ executable, display: display.name, data, args: ['--no-system-key'] }));
    rmSync(work, { recursive: true, force: true });
    tell(at, runs);
  }
  display.close();
  await desk.remove();
  return killed;
}
