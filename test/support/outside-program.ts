import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly status: number | null;
  /** What it printed and what it complained about. */
  readonly text: string;
}

/** Runs a program of this machine. */
export function run(command: string, args: readonly string[], cwd?: string): Ran {
  const done = spawnSync(command, args, { encoding: 'utf8', ...(cwd === undefined ? {} : { cwd }) });
  return { status: done.status, text: `${done.stdout}${done.stderr}` };
}

/** Whether this machine has the program. Debian: `apt-get install poppler-utils qpdf mupdf-tools gnutls-bin libnss3-tools jose python3-jwcrypto golang-go golang-golang-x-mod-dev unzip`. */
export function has(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}
