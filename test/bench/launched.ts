// Starts a program with a window, waits until it says that it is usable, and weighs it.
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { launchSwitches } from '../../build/electron-host/display.ts';

const SETTLE_MS = 2_500;

export interface Sample {
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

/** One start, ended as soon as it was weighed. */
export async function sample(executable: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Sample> {
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
