import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** `child-load.ts` at work on a folder. */
export interface Load {
  /** Stops it where it stands and copies the folder as a kill at this moment would leave it. Answers what it acknowledged. */
  freeze(to: string): Promise<readonly string[]>;
  goOn(): void;
  /** Ends it as a power cut would: no handler runs. Answers what it acknowledged. */
  kill(): Promise<readonly string[]>;
}

/** Waits until every thread of a process stands still. */
async function standsStill(pid: number): Promise<void> {
  for (;;) {
    const status = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    if (status.slice(status.lastIndexOf(')') + 2).startsWith('T')) return;
    await setTimeout(1);
  }
}

/** A pipe is read until nothing comes any more: whoever wrote stands still. */
async function drained(text: () => string): Promise<readonly string[]> {
  let before = -1;
  while (text().length !== before) {
    before = text().length;
    await setTimeout(5);
  }
  return text().split('\n').slice(0, -1);
}

/** Starts the load and waits until it is at work. */
export async function startLoad(folder: string): Promise<Load> {
  const script = resolve(import.meta.dirname, 'child-load.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const ended = once(child, 'close');
  while (!text.includes('ready\n')) {
    if (child.exitCode !== null) throw new Error('the load ended before it began');
    await setTimeout(5);
  }
  return {
    async freeze(to) {
      child.kill('SIGSTOP');
      await standsStill(child.pid ?? 0);
      cpSync(folder, to, { recursive: true });
      return drained(() => text);
    },
    goOn: () => void child.kill('SIGCONT'),
    async kill() {
      child.kill('SIGKILL');
      await ended;
      return text.split('\n').slice(0, -1);
    },
  };
}
