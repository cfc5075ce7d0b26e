// The prebuilt SQLite addon needs Node-API 10, which Electron 33 has only in part: it keeps references to strings,
// and Electron 33 allows that to addons which ask for the experimental Node-API. So it is compiled to ask for that.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cacheFolder, openWorkFolder } from '../electron-host/cache.ts';
import type { Host } from '../electron-host/host.ts';
import { type Log, stopwatch } from '../electron-host/log.ts';
import { versionOf } from '../electron-host/package-version.ts';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** Where the addon compiled from this package rests; it need not exist. */
export function compiledFile(packageFolder: string): string {
  return join(cacheFolder(), `better-sqlite3-${versionOf(packageFolder)}-experimental-r1.node`);
}

function askForExperimental(recipe: string): void {
  const before = readFileSync(recipe, 'utf8');
  const after = before.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'");
  if (after === before) throw new Error('better-sqlite3 has another binding.gyp now; see build/native/compile.ts.');
  writeFileSync(recipe, after);
}

function runGyp(source: string): void {
  const headers = resolve(process.execPath, '../..'); // the node package brings its own headers
  const own = existsSync(join(headers, 'include/node/node_api.h')) ? [`--nodedir=${headers}`] : [];
  const jobs = String(availableParallelism());
  const args = [join(folderOf('node-gyp'), 'bin/node-gyp.js'), 'rebuild', '--release', '--force_build=1', '-j', jobs];
  const run = spawnSync(process.execPath, [...args, ...own], { cwd: source, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`better-sqlite3 did not compile.\n${run.stdout}\n${run.stderr}`);
}

/** Takes one or two minutes, once; throws with the compiler's words where it does not work. */
export function compileAddon(packageFolder: string, host: Host, log: Log): void {
  log(
    `compiling better-sqlite3 (one or two minutes, once), because its prebuilt file does not fit Electron ${host.electron}`,
  );
  const lap = stopwatch();
  const work = openWorkFolder();
  try {
    const source = join(work, 'node_modules/better-sqlite3');
    cpSync(packageFolder, source, { recursive: true, filter: (path) => !path.endsWith('.node') });
    cpSync(folderOf('node-addon-api'), join(work, 'node_modules/node-addon-api'), { recursive: true });
    askForExperimental(join(source, 'binding.gyp'));
    runGyp(source);
    const built = join(work, 'built.node');
    copyFileSync(join(source, 'build/Release/better_sqlite3.node'), built);
    renameSync(built, compiledFile(packageFolder));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  log(`compiled, ${lap()}`);
}
