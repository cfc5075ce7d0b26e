// Which Electron runs the app on this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Log } from './log.ts';
import { versionOf } from './package-version.ts';
import { installRegistryHost, REGISTRY_HOST, registryDist, registryHostInstalled } from './registry.ts';

export interface Host {
  readonly kind: 'override' | 'official' | 'registry';
  readonly executable: string;
  readonly dist: string;
  /** Version, as `45.4.1`. */
  readonly electron: string;
  /** Node-API version that native addons may ask for. */
  readonly napi: number;
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const wantedVersion = versionOf(packageFolder);

function executableIn(dist: string): string {
  if (process.platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function describe(kind: Host['kind'], dist: string): Host | null {
  const executable = executableIn(dist);
  if (!existsSync(executable)) return null;
  const file = join(dist, 'version');
  const electron = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : wantedVersion;
  // Node-API 10 came with Electron 35 (Node 22.14).
  const napi = Number.parseInt(electron, 10) >= 35 ? 10 : REGISTRY_HOST.napi;
  return { kind, executable, dist, electron, napi };
}

function official(): Host | null {
  const found = describe('official', join(packageFolder, 'dist'));
  return found?.electron === wantedVersion ? found : null;
}

const setting = (name: string): string => process.env[name] ?? '';

/** A mirror or proxy that somebody set up is taken at its word; otherwise one short question. */
async function reachable(): Promise<boolean> {
  const mirrors = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (mirrors.some((name) => setting(name) !== '')) return true;
  const page = `https://github.com/electron/electron/releases/download/v${wantedVersion}/SHASUMS256.txt`;
  try {
    const answer = await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(4000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The electron package's own installer compares its download with the checksums that the package carries. */
function installOfficial(log: Log): Host | null {
  log(`downloading Electron ${wantedVersion}, which runs the app`);
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'inherit', timeout: 600_000 });
  return official();
}

async function officialHost(log: Log, insist: boolean): Promise<Host | null> {
  const ready = official();
  if (ready !== null) return ready;
  const askAgain = insist || (!registryHostInstalled() && (await reachable()));
  const host = askAgain ? installOfficial(log) : null;
  if (host === null && insist) throw new Error(`Electron ${wantedVersion} could not be downloaded.`);
  return host;
}

async function registryHost(log: Log): Promise<Host> {
  if (!registryHostInstalled()) {
    log(
      `Electron ${wantedVersion} cannot be downloaded here; taking ${REGISTRY_HOST.electron} from the package registry`,
    );
    await installRegistryHost(log);
  }
  const host = describe('registry', registryDist());
  if (host === null)
    throw new Error(`The Electron in ${registryDist()} is damaged: delete that folder, then start again.`);
  return host;
}

/**
 * In this order: ELECTRON_OVERRIDE_DIST_PATH, the official binary, the one from the package registry.
 * ELECTRON_HOST=official or =registry leaves no choice. The registry's one is for development and tests only.
 */
export async function resolveHost(log: Log): Promise<Host> {
  const override = setting('ELECTRON_OVERRIDE_DIST_PATH');
  if (override !== '') {
    const host = describe('override', override);
    if (host === null) throw new Error(`There is no Electron in ELECTRON_OVERRIDE_DIST_PATH (${override}).`);
    return host;
  }
  const wanted = setting('ELECTRON_HOST');
  if (wanted === 'registry') return registryHost(log);
  return (await officialHost(log, wanted === 'official')) ?? registryHost(log);
}
