// The window of a station that has grown old, against one in which nobody was ever booked.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openDisplay, type Display } from '../../build/electron-host/display.ts';
import type { Host } from '../../build/electron-host/host.ts';
import { makeReady } from '../../build/ready.ts';
import { signIn } from '../support/desk.ts';
import { paintTimes, settled, watchChanges, watchPaint } from '../support/key-to-paint.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { PASSPHRASE } from '../support/station.ts';
import { sample } from './launched.ts';
import { median, percentile, result, type BenchResult } from './result.ts';
import { TYPED } from './typed.ts';

const STARTS = 7;
const DESKS = 5;
/** Texts are typed so often. */
const PASSES = 3;
/** A key whose answer is what stood there already changes nothing. */
const UNCHANGED_MS = 200;
const RECENT = 'section[aria-labelledby="recent"]';

/** Folders of stations of one chief. */
export interface Stations {
  readonly full: string;
  /** Enough for the first page of the desk. */
  readonly few: string;
  readonly empty: string;
}

interface Machine extends Stations {
  readonly host: Host;
  readonly display: Display;
  /** For profiles. */
  readonly work: string;
}

/** Milliseconds in both, in turn: what else the machine does in a moment falls on each. */
interface Both {
  readonly full: number;
  readonly other: number;
}

async function inTurn(
  runs: number,
  { full, other }: { readonly full: string; readonly other: string },
  once: (folder: string, run: number) => Promise<number>,
): Promise<Both> {
  const times: { full: number[]; other: number[] } = { full: [], other: [] };
  for (let run = 0; run < runs; run += 1) {
    times.other.push(await once(other, 2 * run));
    times.full.push(await once(full, 2 * run + 1));
  }
  return { full: median(times.full), other: median(times.other) };
}

/** From the start of the program to a window that answers. */
function starts({ host, display, work, full, empty }: Machine): Promise<Both> {
  const root = resolve(import.meta.dirname, '../..');
  const env = { ...display.env, SALLYPORT_TIMES: '1' };
  return inTurn(STARTS, { full, other: empty }, async (folder, run) => {
    const profile = join(work, `start-${String(run)}`);
    const args = [`--user-data-dir=${profile}`, root, '--data', folder, '--no-system-key'];
    return (await sample(host.executable, args, env)).ms;
  });
}

function open({ host, display, work }: Machine, data: string, run: number): Promise<LaunchedApp> {
  const profile = join(work, `desk-${String(run)}`);
  return launchApp({
    executable: host.executable,
    display: display.name,
    data,
    profile,
    args: ['--no-system-key'],
  });
}

/** Signs in; milliseconds from the last key to the desk. The records are opened between. */
async function toDesk({ page }: LaunchedApp): Promise<number> {
  await watchChanges(page);
  await signIn(page, { name: 'chief', passphrase: PASSPHRASE });
  return settled(page);
}

function desks(machine: Machine): Promise<Both> {
  return inTurn(DESKS, { full: machine.full, other: machine.few }, async (folder, run) => {
    const launched = await open(machine, folder, run);
    const time = await toDesk(launched);
    await launched.close();
    return time;
  });
}

/** Types every text key by key, each once the one before is answered. */
async function keysToPaint(page: Page): Promise<readonly number[]> {
  const box = page.getByLabel('Name, number, date, officer');
  await watchPaint(page, RECENT);
  for (const text of Array.from({ length: PASSES }, () => TYPED).flat()) {
    await box.fill('');
    await page.waitForTimeout(UNCHANGED_MS);
    for (const key of text) {
      const before = (await paintTimes(page)).length;
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page
        .waitForFunction((count) => (window.painted ?? []).length > count, before, { timeout: UNCHANGED_MS })
        .catch(() => undefined);
    }
  }
  return paintTimes(page);
}

/** Rooms by the letters that lead to them: those whose lists grow with the years. */
const ROOMS = ['l', 'q', 'u', 's', 't', 'r', 'o', 'i', 'a', 'b', 'e', 'd'] as const;

/** From the letter to the last change of each room's page, the second time: the first one also reads its code. */
async function rooms(page: Page): Promise<Readonly<Record<string, number>>> {
  const times: Record<string, number> = {};
  for (const letter of [...ROOMS, ...ROOMS]) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await watchChanges(page);
    await page.keyboard.press(letter);
    times[letter] = await settled(page);
  }
  return times;
}

function startLine(bookings: string, { full, other }: Both): BenchResult {
  const measured = { name: `start with ${bookings} bookings`, value: full, unit: 'ms' };
  return result({ ...measured, floor: other, floorName: 'a station without bookings' }, { ratioAtMost: 1.1 });
}

/** Somebody who types no slower than a program: the start, and the sign-in, which opens the records. */
function deskLine(bookings: string, start: Both, opened: Both): BenchResult {
  const measured = { name: `start to desk with ${bookings} bookings`, value: start.full + opened.full, unit: 'ms' };
  const floorName = 'start without bookings, desk with one page of them';
  return result({ ...measured, floor: start.other + opened.other, floorName }, { ratioAtMost: 1.1 });
}

function keyLine(bookings: string, keys: readonly number[]): BenchResult {
  const name = `search of ${bookings} bookings, ${String(keys.length)} keys`;
  const measured = { name, value: percentile(keys, 0.95), unit: 'ms, key to paint, p95' };
  return result({ ...measured, floor: percentile(keys, 0.5), floorName: 'the key in the middle' }, { valueAtMost: 50 });
}

function roomLine(bookings: string, times: Readonly<Record<string, number>>): BenchResult {
  const [[slowest, value] = ['', Number.NaN]] = Object.entries(times).sort(([, one], [, other]) => other - one);
  const name = `slowest of ${String(ROOMS.length)} rooms, ${bookings} bookings: G ${slowest}`;
  const floor = median(Object.values(times));
  return result(
    { name, value, unit: 'ms, key to paint', floor, floorName: 'the room in the middle' },
    { valueAtMost: 300 },
  );
}

/** Start, sign-in, search and rooms in the real window. */
export async function benchYears(stations: Stations, bookings: string): Promise<readonly BenchResult[]> {
  const log = (line: string): void => console.error(`· ${line}`);
  const host = await makeReady(log);
  const display = await openDisplay(log);
  const work = mkdtempSync(join(tmpdir(), 'sallyport-years-'));
  const machine = { host, display, work, ...stations };
  try {
    const started = await starts(machine);
    const opened = await desks(machine);
    const launched = await open(machine, machine.full, 2 * DESKS);
    await toDesk(launched);
    const walked = roomLine(bookings, await rooms(launched.page));
    const typed = keyLine(bookings, await keysToPaint(launched.page));
    await launched.close();
    return [startLine(bookings, started), deskLine(bookings, started, opened), typed, walked];
  } finally {
    display.close();
    rmSync(work, { recursive: true, force: true });
  }
}
