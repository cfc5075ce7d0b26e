// Puts the SQLite addon that fits the host into out/native. The source and the prebuilt file both came through
// `npm ci`, which compared them with the digests in package-lock.json.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Host } from '../electron-host/host.ts';
import type { Log } from '../electron-host/log.ts';
import { compileAddon, compiledFile } from './compile.ts';

const target = resolve(import.meta.dirname, '../../out/native/better_sqlite3.node');
const packageFolder = dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));

/** The prebuilt file asks for Node-API 10. */
function fitsPrebuilt(host: Host): boolean {
  return host.napi >= 10;
}

/** True where the addon has to be compiled first, which needs a compiler on the machine. */
export function mustCompile(host: Host): boolean {
  return !fitsPrebuilt(host) && !existsSync(compiledFile(packageFolder));
}

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** An app that runs keeps the file it has loaded: the new one takes the name, not the bytes. */
function replace(source: string): void {
  if (existsSync(target) && digest(source) === digest(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  const next = `${target}.${String(process.pid)}`;
  copyFileSync(source, next);
  renameSync(next, target);
}

export function placeAddon(host: Host, log: Log): void {
  if (mustCompile(host)) compileAddon(packageFolder, host, log);
  const prebuilt = join(packageFolder, 'prebuilds', `${process.platform}-${process.arch}.node`);
  replace(fitsPrebuilt(host) ? prebuilt : compiledFile(packageFolder));
}
