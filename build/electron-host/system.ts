// What a bare Linux machine lacks: shared libraries, a virtual display, a compiler for the SQLite addon.
import { spawnSync } from 'node:child_process';
import type { Host } from './host.ts';
import { type Log, stopwatch } from './log.ts';

/** Debian 12's name, then the name since Debian 13. */
const LIBRARIES: readonly (readonly string[])[] = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libxss1'],
  ['libxkbcommon0'],
];
const DISPLAY: readonly (readonly string[])[] = [['xvfb']];
const COMPILER: readonly (readonly string[])[] = [['python3'], ['make'], ['g++']];

/** What is lacking, in words, and the packages that bring it, each with the names it goes by. */
interface Lack {
  readonly what: readonly string[];
  readonly packages: readonly (readonly string[])[];
}

export function hasCommand(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

export function needsDisplay(): boolean {
  const set = (name: string): boolean => (process.env[name] ?? '') !== '';
  return process.platform === 'linux' && !set('DISPLAY') && !set('WAYLAND_DISPLAY');
}

function missingLibraries(host: Host): string[] {
  const env = { ...process.env, LD_LIBRARY_PATH: host.dist };
  const { stdout } = spawnSync('ldd', [host.executable], { encoding: 'utf8', env });
  const lines = stdout.split('\n').filter((line) => line.includes('not found'));
  return lines.map((line) => line.trim().split(' ')[0] ?? '');
}

function lacking(host: Host, compiler: boolean): Lack {
  const libraries = missingLibraries(host);
  const display = needsDisplay() && !hasCommand('Xvfb') ? ['Xvfb'] : [];
  const tools = compiler ? ['python3', 'make', 'g++'].filter((tool) => !hasCommand(tool)) : [];
  return {
    what: [...libraries, ...display, ...tools],
    packages: [
      ...(libraries.length > 0 ? LIBRARIES : []),
      ...(display.length > 0 ? DISPLAY : []),
      ...(tools.length > 0 ? COMPILER : []),
    ],
  };
}

function apt(tool: string, args: readonly string[]): void {
  const run = spawnSync(tool, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) throw new Error(`${tool} ${args.join(' ')} did not work.`);
}

/** apt itself checks every package against the signed list of its archive, so no digests stand here. */
function install(lack: Lack): void {
  apt('apt-get', ['update', '-qq']);
  const known = (name: string): boolean =>
    spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
  const names = lack.packages.map((choice) => choice.find(known) ?? choice[0] ?? '');
  apt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

/**
 * Installs what is lacking in one step where this is root on Debian or Ubuntu. Elsewhere throws with the
 * command for the person to run. `compiler`: the addon must be compiled for this host.
 */
export function prepareSystem(host: Host, compiler: boolean, log: Log): void {
  if (process.platform !== 'linux') return;
  const lack = lacking(host, compiler);
  if (lack.what.length === 0) return;
  const missing = lack.what.join(', ');
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) {
    const names = lack.packages.map((choice) => choice[0] ?? '').join(' ');
    throw new Error(
      `This machine lacks ${missing}. On Debian 12 or Ubuntu run this, then start again:\n` +
        `  sudo apt-get install --no-install-recommends ${names}`,
    );
  }
  const lap = stopwatch();
  log(`installing Debian packages, because this machine lacks ${missing}`);
  install(lack);
  const still = lacking(host, compiler).what;
  if (still.length > 0) throw new Error(`Still missing after apt-get: ${still.join(', ')}.`);
  log(`installed, ${lap()}`);
}
