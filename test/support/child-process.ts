import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface ChildStation {
  /** Lines so far. */
  readonly lines: readonly string[];
  /** Waits for a line that begins so, and for this many of them. */
  until(start: string, count?: number): Promise<void>;
  /** Ends it as a power cut would: no handler runs. */
  kill(): Promise<void>;
}

/** Runs `child-station.ts` on a folder. */
export function startChild(folder: string, task: 'hold' | 'save' | 'look'): ChildStation {
  const script = resolve(import.meta.dirname, 'child-station.ts');
  const child = spawn(process.execPath, [script, folder, task], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = once(child, 'close');
  return {
    lines,
    async until(start, count = 1) {
      while (lines.filter((line) => line.startsWith(start)).length < count) {
        await Promise.race([once(reader, 'line'), ended]);
        if (child.exitCode !== null && !lines.some((line) => line.startsWith(start))) {
          throw new Error(`the station ended before it said ${start}`);
        }
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
