import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The command line as a script starts it. */
export const MAIN = resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command with this on standard input. */
export function runCli(args: readonly string[], given: { readonly input?: string } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args]);
  const ran = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (ran.out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (ran.err += piece));
  // A command that is used wrongly never reads it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(given.input ?? '');
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...ran }));
  });
}
