import { copyFileSync, rmSync, watch } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyringPath } from '../../services/keys/station-files.ts';
import { PASSPHRASE } from '../support/station.ts';
import { copyOf, NEW, newLostStation, recover, signIn, type LostStation } from './lost-station.ts';

let lost: LostStation;
beforeAll(async () => {
  lost = await newLostStation();
}, 120_000);
afterAll(() => {
  lost.remove();
});

/** Ends it as a power cut would, as soon as a file of this name is touched. Answers whether it came to that. */
async function killAt(folder: string, file: string): Promise<boolean> {
  let touched = (): void => undefined;
  const watcher = watch(folder, (_event, name) => {
    if (name === file) touched();
  });
  const { code } = await recover(folder, lost, {
    started: (child) => {
      touched = () => void child.kill('SIGKILL');
    },
  });
  watcher.close();
  return code === null;
}

/** What the old passphrase comes to, and the new one. */
async function opens(folder: string): Promise<readonly string[]> {
  return [await signIn(folder, PASSPHRASE), await signIn(folder, NEW)];
}

const OLD_ALONE = ['in', 'wrong-passphrase'];
const NEW_ALONE = ['wrong-passphrase', 'in'];
const NOBODY = ['missing-key', 'missing-key'];

describe('a recovery that is killed', { timeout: 240_000 }, () => {
  it.each(['records.db-wal', 'keyring.json.new', 'keyring.json'])(
    'as %s is written leaves the old way in or the new one, and can be done again',
    async (file) => {
      const folder = copyOf(lost);
      const killed = await killAt(folder, file);
      // Long before the end; the others are its last steps, and may be over sooner than a signal comes.
      if (file === 'records.db-wal') expect(killed).toBe(true);
      expect([OLD_ALONE, NEW_ALONE]).toContainEqual(await opens(folder));
      expect([(await recover(folder, lost)).code, await signIn(folder, NEW)]).toEqual([0, 'in']);
    },
  );

  it('with the keyring lost leaves it lost or whole, never in pieces', async () => {
    const folder = copyOf(lost);
    rmSync(keyringPath(folder));
    await killAt(folder, 'keyring.json.new');
    expect([NOBODY, NEW_ALONE]).toContainEqual(await opens(folder));
    expect([(await recover(folder, lost)).code, await signIn(folder, NEW)]).toEqual([0, 'in']);
  });

  it('between the records and the keyring leaves the old way in, and can be done again', async () => {
    const folder = copyOf(lost);
    await recover(folder, lost);
    copyFileSync(keyringPath(lost.folder), keyringPath(folder));
    expect(await opens(folder)).toEqual(OLD_ALONE);
    expect([(await recover(folder, lost)).code, await signIn(folder, NEW)]).toEqual([0, 'in']);
  });
});
