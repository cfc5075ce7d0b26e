import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHIEF, STATION } from '../support/desk.ts';
import { openTestStation } from '../support/station.ts';

/** Station folder and recovery files as a first run leaves them; each desk of a test begins with a copy. */
export interface ReadyStation {
  readonly folder: string;
  remove(): void;
}

/** The paper with the recovery key, beside the station. */
export const RECOVERY_KEY = 'recovery-key.txt';

/**
 * What `setUpStation` does in the window, by the same calls, once for all files. Only the passphrase is stretched less:
 * the files that are about the first run and the sign-in set up their own.
 */
export async function makeReadyStation(): Promise<ReadyStation> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-ready-'));
  const station = await openTestStation(join(folder, 'station'));
  const { recoveryKey } = await station.done('setup.begin', {});
  const { recoveryFolder } = station;
  await station.done('setup.finish', { ...STATION, recoveryFolder, recoveryKey, chief: CHIEF });
  await station.close();
  writeFileSync(join(folder, RECOVERY_KEY), recoveryKey);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
