import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileFor, systemFolders, writtenBeside } from '../../electron/cli/written-beside.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const onLinux = (environment: Readonly<Partial<Record<string, string>>> = {}) => ({
  platform: 'linux',
  home,
  environment,
});

describe('where Electron puts things', () => {
  it('is the home folder on a Linux desk that names no folder of documents, and the named one otherwise', () => {
    const userData = join(home, '.config/Sallyport');
    expect(systemFolders(onLinux())).toEqual({ userData, documents: home });
    mkdirSync(join(home, '.config'));
    writeFileSync(join(home, '.config/user-dirs.dirs'), '# made\nXDG_DOCUMENTS_DIR="$HOME/Papers"\n');
    expect(systemFolders(onLinux())).toEqual({ userData, documents: join(home, 'Papers') });
    expect(systemFolders(onLinux({ XDG_CONFIG_HOME: '/c' })).userData).toBe('/c/Sallyport');
  });

  it('is the folder of the station itself on Windows and macOS', () => {
    const windows = { platform: 'win32', home: 'C:\\u', environment: { APPDATA: 'C:\\u\\r' } };
    expect(systemFolders(windows)).toEqual({ userData: 'C:\\u\\r\\Sallyport', documents: 'C:\\u\\Documents' });
    const mac = { platform: 'darwin', home: '/Users/u', environment: {} };
    expect(systemFolders(mac).userData).toBe('/Users/u/Library/Application Support/Sallyport');
  });
});

describe('where something is written beside a station', () => {
  const data = '/stations/other';

  it('is all that Chromium keeps, its dumps, those of the system, and the sheets of this run and of others', () => {
    const folders = { userData: '/c/Sallyport', documents: '/d' };
    expect(writtenBeside(onLinux(), folders, { data, prints: '/p' })).toMatchObject({
      program: ['/c/Sallyport'],
      dumps: ['/c/Sallyport/Crashpad', join(profileFor('/c/Sallyport', data), 'Crashpad')],
      prints: ['/d/Sallyport', '/p'],
    });
  });

  it('is the profile alone where the folder around it is that of the station of this person', () => {
    const mac = { platform: 'darwin', home: '/u', environment: {} };
    const { userData, documents } = systemFolders(mac);
    const { program } = writtenBeside(mac, { userData, documents }, { data });
    expect(program[0]).toBe(profileFor(userData, data));
  });

  it('is what bears a name of Chromium where the folder is that of the station that is looked at', () => {
    const mac = { platform: 'darwin', home: '/u', environment: {} };
    const { userData, documents } = systemFolders(mac);
    const { program } = writtenBeside(mac, { userData, documents }, {});
    expect(program).toContain(join(userData, 'Local Storage'));
    expect(program).toContain('/u/Library/Logs/Sallyport');
    expect(program).not.toContain(userData);
  });
});
