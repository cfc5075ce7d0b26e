import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchSwitches, openDisplay } from '../../build/electron-host/display.ts';
import { makeReady } from '../../build/ready.ts';
import { median, result, type BenchResult } from './result.ts';

const RUNS = 5;
const SETTLE_MS = 2_500;
const root = resolve(import.meta.dirname, '../..');

const BARE = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => { window.show(); console.log(JSON.stringify({ usable: Date.now() })); });
  window.loadURL('data:text/html,<title>bare</title><p>bare</p>');
});
app.on('window-all-closed', () => app.quit());
`;

interface Sample {
  readonly ms: number;
  /** Proportional memory of all its processes, MB. */
  readonly memory: number;
}

/** A process and all that it started. */
function family(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return [];
      }
    });
  const found = [pid];
  for (const one of found) found.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid));
  return found;
}

function memoryOf(pid: number): number {
  const kilobytes = family(pid).map((one) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(one)}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** The moment, in milliseconds since the epoch, that a line of output tells. */
function usableAt(line: string): number | undefined {
  try {
    const told: unknown = JSON.parse(line);
    if (typeof told !== 'object' || told === null) return undefined;
    if ('usable' in told && typeof told.usable === 'number') return told.usable;
    return 'times' in told ? lastOf(told.times) : undefined;
  } catch {
    return undefined;
  }
}

/** Painted, and the first screen there, which the station's answers make: both. */
function lastOf(times: unknown): number | undefined {
  if (typeof times !== 'object' || times === null) return undefined;
  const moments = Object.entries(times).flatMap(([step, moment]: [string, unknown]) =>
    (step === 'shown' || step === 'screen') && typeof moment === 'number' ? [moment] : [],
  );
  return moments.length === 2 ? Math.max(...moments) : undefined;
}

function waitForUsable(app: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    let text = '';
    app.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = text
        .split('\n')
        .map(usableAt)
        .find((moment) => moment !== undefined);
      if (found !== undefined) done(found);
    });
    app.once('exit', (code) => fail(new Error(`the window ended with ${String(code)}`)));
  });
}

async function sample(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Sample> {
  const started = Date.now();
  const app = spawn(executable, [...launchSwitches(), ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((done) => app.once('exit', done));
  try {
    const ms = (await waitForUsable(app)) - started;
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    return { ms, memory: memoryOf(app.pid ?? 0) };
  } finally {
    app.removeAllListeners('exit');
    app.once('exit', () => undefined);
    app.kill('SIGKILL');
    await Promise.race([ended, new Promise((done) => setTimeout(done, 2_000))]);
  }
}

/** From the start of the program to a window that answers, against an empty Electron window on the same machine. */
export async function benchWindow(): Promise<readonly BenchResult[]> {
  const host = await makeReady((line) => console.error(`· ${line}`));
  const display = await openDisplay((line) => console.error(`· ${line}`));
  const work = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const env = { ...display.env, SALLYPORT_TIMES: '1' };
  writeFileSync(join(work, 'package.json'), '{"name":"bare","main":"main.cjs"}');
  writeFileSync(join(work, 'main.cjs'), BARE);
  const ours: Sample[] = [];
  const bare: Sample[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const own = (name: string): string => join(work, `${name}-${String(run)}`);
    bare.push(await sample(host.executable, [`--user-data-dir=${own('bare')}`, work], env));
    const data = ['--data', own('station'), '--no-system-key'];
    ours.push(await sample(host.executable, [`--user-data-dir=${own('profile')}`, root, ...data], env));
  }
  display.close();
  rmSync(work, { recursive: true, force: true });
  const floorName = 'bare Electron window';
  const of = (samples: readonly Sample[], part: keyof Sample): number => median(samples.map((one) => one[part]));
  return [
    result(
      { name: 'window usable', value: of(ours, 'ms'), unit: 'ms', floor: of(bare, 'ms'), floorName },
      { ratioAtMost: 1.3 },
    ),
    result(
      { name: 'memory, all processes', value: of(ours, 'memory'), unit: 'MB', floor: of(bare, 'memory'), floorName },
      { ratioAtMost: 1.5 },
    ),
  ];
}
