// What a bare Linux machine lacks: shared libraries, a virtual display, a compiler for the SQLite addon.
import { spawnSync } from 'node:child_process';
import type { Host } from './host.ts';
import { commandFor, inWords, type Lack, packageNames } from './lack.ts';
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
    libraries,
    commands: [...display, ...tools],
    packages: [
      ...(libraries.length > 0 ? LIBRARIES : []),
      ...(display.length > 0 ? DISPLAY : []),
      ...(tools.length > 0 ? COMPILER : []),
    ],
  };
}

/** Answers what it had to say where it did not work, else nothing: a bare machine's apt warns of much that is fine. */
function apt(args: readonly string[]): string {
  const { status, stderr } = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0 ? '' : stderr;
}

/** The packages of these names that apt knows here, in one question: without root it reads all its lists for each. */
function knownTo(lack: Lack): ReadonlySet<string> {
  // Through a shell, which answers with no text where there is no such command.
  const words = ['-c', 'apt-cache show --no-all-versions "$@"', 'apt-cache', ...lack.packages.flat()];
  const { stdout } = spawnSync('sh', words, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
  return new Set(Array.from(stdout.matchAll(/^Package: (\S+)$/gm), (found) => found[1] ?? ''));
}

/**
 * apt itself checks every package against the signed list of its archive, so no digests stand here. One archive that
 * does not answer need not matter, so only what is there afterwards counts.
 */
function install(lack: Lack): string {
  const updating = apt(['update', '-qq']);
  const names = packageNames(lack, knownTo(lack));
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  return updating + apt(['install', '-y', '-qq', '--no-install-recommends', ...wait, ...names]);
}

function command(lack: Lack, root: boolean): string {
  return commandFor(packageNames(lack, knownTo(lack)), { root, sudo: hasCommand('sudo') });
}

/**
 * Installs what is lacking in one step where this is root on Debian or Ubuntu. Elsewhere, and where that did not
 * work, throws with the command for the person to run. `compiler`: the addon must be compiled for this host.
 */
export function prepareSystem(host: Host, compiler: boolean, log: Log): void {
  if (process.platform !== 'linux') return;
  const lack = lacking(host, compiler);
  if (lack.packages.length === 0) return;
  const root = process.getuid?.() === 0;
  if (!root || !hasCommand('apt-get'))
    throw new Error(
      `This machine lacks ${inWords(lack)}. On Debian or Ubuntu run this, then start again:\n  ${command(lack, root)}`,
    );
  const lap = stopwatch();
  log(`installing Debian packages (one or two minutes, once), because this machine lacks ${inWords(lack)}`);
  const said = install(lack);
  const still = lacking(host, compiler);
  if (still.packages.length > 0)
    throw new Error(
      `apt-get did not bring ${[...still.libraries, ...still.commands].join(', ')}.\n${said}` +
        `Run this and read what it says, then start again:\n  ${command(still, root)}`,
    );
  log(`installed, ${lap()}`);
}
