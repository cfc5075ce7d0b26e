import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Step } from './steps.ts';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

const root = resolve(import.meta.dirname, '../..');

function run(step: Step): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, step.script), ...step.args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((done) => {
    child.once('error', (problem) => {
      done({ ok: false, output: problem.message });
    });
    child.once('close', (code) => {
      done({ ok: code === 0, output });
    });
  });
}

async function runAndTell(step: Step): Promise<boolean> {
  const started = performance.now();
  const { ok, output } = await run(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${step.name} ${seconds} s`);
  if (!ok) console.log(output.trimEnd());
  return ok;
}

/** Runs as many at a time as there are processors; prints a line for each, and all that a failing one said. */
export async function runSteps(steps: readonly Step[]): Promise<Count> {
  const waiting = [...steps];
  const results: boolean[] = [];
  async function work(): Promise<void> {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await runAndTell(step));
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
