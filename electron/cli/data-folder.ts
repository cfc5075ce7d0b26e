import { posix, win32 } from 'node:path';

/** What of the outside decides where a station's records lie. */
export interface Surroundings {
  readonly platform: string;
  /** Home folder of the person. */
  readonly home: string;
  readonly environment: Readonly<Partial<Record<string, string>>>;
}

/**
 * The station folder where no other is named: `$XDG_DATA_HOME/sallyport` or `~/.local/share/sallyport` on Linux,
 * `%APPDATA%\Sallyport` on Windows, `~/Library/Application Support/Sallyport` on macOS.
 */
export function dataFolder({ platform, home, environment }: Surroundings): string {
  if (platform === 'win32') {
    return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Sallyport');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Sallyport');
  const named = environment['XDG_DATA_HOME'];
  // The base directory specification asks to ignore a relative path.
  const base = named !== undefined && posix.isAbsolute(named) ? named : posix.join(home, '.local', 'share');
  return posix.join(base, 'sallyport');
}
