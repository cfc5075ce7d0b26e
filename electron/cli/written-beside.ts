import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import type { WrittenBeside } from '../../services/state.ts';
import { dataFolder, type Surroundings } from './data-folder.ts';

/** Folders of the system, as Electron tells them. */
export interface SystemFolders {
  /** Chromium's own, before a station folder of its own is named. */
  readonly userData: string;
  readonly documents: string;
}

interface Station {
  /** `--data DIR`: another station folder than that of this person. */
  readonly data?: string | undefined;
  /** `--prints DIR`: where sheets are written in this run. */
  readonly prints?: string | undefined;
}

const NAME = 'Sallyport';

/** Each station folder has its own profile, and so its own single window. */
export function profileFor(userData: string, data: string | undefined): string {
  if (data === undefined) return userData;
  return join(userData, 'windows', createHash('sha256').update(data).digest('hex').slice(0, 16));
}

/** Of a Linux desk: the line of `user-dirs.dirs`, or the home folder where there is none. */
function linuxDocuments(home: string, configuration: string): string {
  try {
    const lines = readFileSync(posix.join(configuration, 'user-dirs.dirs'), 'utf8');
    const [, named] = /^XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(lines) ?? [];
    return named?.replace(/^\$HOME(?=\/|$)/, home) ?? home;
  } catch {
    return home;
  }
}

function linuxFolders({ home, environment }: Surroundings): SystemFolders {
  const named = environment['XDG_CONFIG_HOME'];
  const configuration = named === undefined || named === '' ? posix.join(home, '.config') : named;
  return { userData: posix.join(configuration, NAME), documents: linuxDocuments(home, configuration) };
}

/** Where Electron would put them, for a command that runs without it. A folder of documents that was moved on Windows is not known here. */
export function systemFolders(surroundings: Surroundings): SystemFolders {
  const { platform, home } = surroundings;
  if (platform === 'linux') return linuxFolders(surroundings);
  const documents = (platform === 'win32' ? win32 : posix).join(home, 'Documents');
  return { userData: dataFolder(surroundings), documents };
}

function sharedDumps({ platform, home, environment }: Surroundings): readonly string[] {
  if (platform === 'linux') return ['/var/lib/systemd/coredump', '/var/lib/apport/coredump', '/var/crash'];
  if (platform === 'darwin') return [posix.join(home, 'Library/Logs/DiagnosticReports')];
  const local = environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local');
  const reports = win32.join(local, 'Microsoft', 'Windows', 'WER');
  return [win32.join(local, 'CrashDumps'), win32.join(reports, 'ReportQueue'), win32.join(reports, 'ReportArchive')];
}

/** What macOS keeps of a program outside its own folder. */
function keptApart({ platform, home }: Surroundings): readonly string[] {
  if (platform !== 'darwin') return [];
  return ['Logs', 'Caches'].map((kind) => posix.join(home, 'Library', kind, NAME));
}

/** As Chromium names what it keeps; the rest of a folder that is the station's too is the station's. */
const KEPT_BY_CHROMIUM: readonly string[] = [
  ...['Cache', 'Code Cache', 'GPUCache', 'DawnCache', 'DawnGraphiteCache', 'DawnWebGPUCache', 'GrShaderCache'],
  ...['Local Storage', 'Session Storage', 'WebStorage', 'SharedStorage', 'IndexedDB', 'databases', 'blob_storage'],
  ...['File System', 'Service Worker', 'Shared Dictionary', 'Network', 'Dictionaries', 'Partitions', 'logs'],
  ...['Cookies', 'Cookies-journal', 'Trust Tokens', 'Trust Tokens-journal', 'Preferences', 'Local State', 'DIPS'],
  ...['DIPS-shm', 'DIPS-wal', 'QuotaManager', 'QuotaManager-journal', 'TransportSecurity', 'VideoDecodeStats'],
  ...['Network Persistent State', 'lockfile', 'SingletonLock', 'SingletonCookie', 'SingletonSocket', 'windows'],
];

function ofChromium(surroundings: Surroundings, userData: string, data: string | undefined): readonly string[] {
  if (userData !== dataFolder(surroundings)) return [userData];
  const kept = KEPT_BY_CHROMIUM.map((name) => join(userData, name));
  return data === undefined ? kept : [profileFor(userData, data)];
}

/**
 * Where the program, Chromium and the system write beside the station folder. On Windows and macOS Chromium's own folder
 * is also that of the station of this person: there it is what bears Chromium's names, and of another station only its
 * profile.
 */
export function writtenBeside(
  surroundings: Surroundings,
  { userData, documents }: SystemFolders,
  { data, prints }: Station,
): WrittenBeside {
  const profile = profileFor(userData, data);
  return {
    program: [...ofChromium(surroundings, userData, data), ...keptApart(surroundings)],
    dumps: [...new Set([userData, profile])].map((folder) => join(folder, 'Crashpad')),
    sharedDumps: sharedDumps(surroundings),
    prints: [join(documents, NAME), ...(prints === undefined ? [] : [prints])],
  };
}
