import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { PASSPHRASE } from '../support/station.ts';

/** The command line as a script starts it. */
export const MAIN = resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What a started command said, once it has ended. */
function ended(child: ChildProcess): Promise<Ran> {
  const ran = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => (ran.out += piece));
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (ran.err += piece));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...ran }));
  });
}

/** Runs the real command with this on standard input. */
export function runCli(args: readonly string[], given: { readonly input?: string } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args]);
  // A command that is used wrongly never reads it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(given.input ?? '');
  return ended(child);
}

/** Runs it with this on descriptor 3; `started` sees the process, to end it early. */
export function runCliWith(
  args: readonly string[],
  secret: string,
  started: (child: ChildProcess) => void = () => undefined,
): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args, '--secret-fd', '3'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const third = child.stdio[3];
  if (third !== undefined && third !== null && 'end' in third) {
    third.on('error', () => undefined);
    third.end(secret);
  }
  started(child);
  return ended(child);
}

/** Runs it as somebody of the station in this folder. */
export function runCliAs(name: string, folder: string, words: readonly string[]): Promise<Ran> {
  return runCliWith([...words, '--user', name, '--data', folder], PASSPHRASE);
}
