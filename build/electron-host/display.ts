// A screen for the window on a machine that has none.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Log } from './log.ts';
import { hasCommand, needsDisplay } from './system.ts';

export interface Display {
  /** Value of DISPLAY; empty where the machine's own screen is used and it is not X. */
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  readonly close: () => void;
}

/** Large enough for the widest page of the design and its dock. */
const SCREEN = '1600x1000x24';

/**
 * In a group of its own, so that Ctrl-C reaches the app before its screen goes; the kernel ends it when this process
 * dies in any other way.
 */
function startServer(): ChildProcess {
  const server = ['Xvfb', '-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const words = hasCommand('setpriv') ? ['setpriv', '--pdeathsig', 'SIGTERM', '--', ...server] : server;
  const [command = 'Xvfb', ...args] = words;
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
}

function numberOf(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3];
  return new Promise((resolve, reject) => {
    if (pipe === null || pipe === undefined) {
      reject(new Error('Xvfb gave no pipe for its number.'));
      return;
    }
    pipe.once('data', (data: Buffer) => {
      resolve(data.toString().trim());
    });
    server.once('exit', (code) => {
      reject(new Error(`Xvfb ended with code ${String(code)}.`));
    });
    server.once('error', reject);
  });
}

/** The screen there is, or a virtual one that lives until `close` or the end of this process. */
export async function openDisplay(log: Log): Promise<Display> {
  if (!needsDisplay()) {
    return { name: process.env['DISPLAY'] ?? '', env: process.env, close: () => undefined };
  }
  const server = startServer();
  const name = `:${await numberOf(server)}`;
  const close = (): void => {
    server.kill();
  };
  process.once('exit', close);
  server.unref();
  log(`no screen here: the window opens on a virtual one (Xvfb ${name})`);
  return { name, env: { ...process.env, DISPLAY: name }, close };
}

/** Chromium refuses to run as root with its sandbox, as on a build machine. */
export function launchSwitches(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
