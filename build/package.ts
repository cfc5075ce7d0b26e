// `npm run package`: packages the built app around the Electron of this machine. `-- --test` starts the result in a
// window as well; other arguments go on to electron-builder.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Host } from './electron-host/host.ts';
import { printStep } from './electron-host/log.ts';
import { makeReady } from './ready.ts';

const root = resolve(import.meta.dirname, '..');

function run(script: string, args: readonly string[]): number {
  const child = spawnSync(process.execPath, [resolve(root, script), ...args], { cwd: root, stdio: 'inherit' });
  return child.status ?? 1;
}

function builderArguments(host: Host, own: readonly string[]): string[] {
  const dist = host.kind === 'official' ? [] : [`-c.electronDist=${host.dist}`];
  const targets = own.length > 0 ? own : ['--dir'];
  const config = ['--config', 'build/electron-builder.yml', '--publish', 'never'];
  return [...config, `-c.electronVersion=${host.electron}`, ...dist, ...targets];
}

try {
  const own = process.argv.slice(2);
  const host = await makeReady(printStep);
  if (host.kind === 'registry') printStep(`packaging around Electron ${host.electron}: for tests, never for a release`);
  const status = run(
    'node_modules/electron-builder/cli.js',
    builderArguments(
      host,
      own.filter((word) => word !== '--test'),
    ),
  );
  process.exitCode = status === 0 && own.includes('--test') ? run('test/packaged/packaged.ts', []) : status;
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
}
