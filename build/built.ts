// Builds the app into out/ where the built files do not come from the sources as they are now.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Log, stopwatch } from './electron-host/log.ts';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'out/sources.sha256');
const SOURCES = [
  '{policy,contract,proof,services,db,migrations,electron,renderer}/**',
  'build/electron.vite.config.ts',
  'build/svelte.config.js',
  'package.json',
  'package-lock.json',
];

/** Names, sizes and times of all that goes into the build; a file that went away counts as a change. */
function fingerprint(): string {
  const lines = globSync(SOURCES, { cwd: root })
    .sort()
    .map((path) => ({ path, stats: statSync(join(root, path)) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ path, stats }) => `${path} ${String(stats.size)} ${String(stats.mtimeMs)}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Why a build is due, or null. */
function staleness(now: string): string | null {
  if (!existsSync(stamp)) return 'it was not built yet';
  return readFileSync(stamp, 'utf8') === now ? null : 'its sources changed';
}

/** Throws with the builder's words where the app does not build. */
export function buildWhereStale(log: Log): void {
  const now = fingerprint();
  const why = staleness(now);
  if (why === null) return;
  log(`building the app, because ${why}`);
  const lap = stopwatch();
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [cli, 'build', '-c', 'build/electron.vite.config.ts', '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`The app does not build.\n${run.stdout}\n${run.stderr}`);
  writeFileSync(stamp, now);
  log(`built, ${lap()}`);
}
