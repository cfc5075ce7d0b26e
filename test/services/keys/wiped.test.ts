import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreStation } from '../../../services/backup/restore-station.ts';
import { keepKeyBefore, loadKeyBefore } from '../../../services/keys/key-before.ts';
import {
  addSystemSlot,
  foundKeyring,
  keepSlot,
  makeSlot,
  openSlot,
  openSystemSlot,
} from '../../../services/keys/keyring.ts';
import { openDatabaseRecovery, openRootRecovery, writeRecoveryFiles } from '../../../services/keys/recovery-files.ts';
import { makeRecoveryKey } from '../../../services/keys/recovery-key.ts';
import { loadSigningKey, saveSigningKey } from '../../../services/keys/signing-key.ts';
import { generateStationKey, serialiseStationKey } from '../../../services/keys/station-key.ts';
import { thenWiped } from '../../../services/keys/wipe.ts';
import { stationOptions } from '../../support/station.ts';

const stretching = { random: (size: number) => new Uint8Array(randomBytes(size)), scryptLn: 10 };
const key = generateStationKey(stretching.random);
const serialised = Buffer.from(serialiseStationKey(key));
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
/** What was wiped, in hex, in the order in which it was. */
let wiped: string[] = [];
let folder = '';

function fillAndTell<B extends Uint8Array>(this: B, ...given: readonly unknown[]): B {
  const [value, from = 0, to = this.length] = given;
  if (value === 0) wiped.push(Buffer.from(this).toString('hex'));
  for (let at = Number(from); at < Number(to); at += 1) this[at] = Number(value);
  return this;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-wiped-'));
  wiped = [];
  // A buffer of Node has a way of its own to be filled.
  for (const kind of [Uint8Array.prototype, Buffer.prototype]) vi.spyOn(kind, 'fill').mockImplementation(fillAndTell);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** How often these very bytes were wiped since it was last asked. */
function times(secret: Uint8Array): number {
  const hex = Buffer.from(secret).toString('hex');
  const count = wiped.filter((one) => one === hex).length;
  wiped = [];
  return count;
}

describe('bytes of keys', () => {
  it('go once the key that signs is ready, and the one before it', async () => {
    await saveSigningKey(folder, { privateKey: pkcs8, key }, stretching.random);
    wiped = [];
    expect((await loadSigningKey(folder, key)).ok).toBe(true);
    // As the cipher gave them, and as they were handed on.
    expect(times(pkcs8)).toBe(2);
    const before = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    const now = new Date();
    await keepKeyBefore(folder, { before, key, now, random: stretching.random });
    expect(times(pkcs8)).toBe(1);
    expect(await loadKeyBefore(folder, key, now)).not.toBeNull();
    expect(times(pkcs8)).toBe(2);
  });

  it('go once a slot of the keyring is made or opened, by a passphrase or by the system', async () => {
    const ring = join(folder, 'keyring.json');
    const handed: Uint8Array[] = [];
    const guard = {
      protects: () => Promise.resolve(true),
      wrap: (bytes: Uint8Array) => Promise.resolve(Uint8Array.from(handed[handed.push(bytes) - 1] ?? [])),
      unwrap: (bytes: Uint8Array) => Promise.resolve(handed[handed.push(bytes) - 1] ?? bytes),
    };
    await foundKeyring(ring);
    await keepSlot(ring, await makeSlot({ personId: 'p', name: 'chief', passphrase: 'six words', key }, stretching));
    expect(times(serialised)).toBe(1);
    expect(await openSlot(ring, 'chief', 'six words')).toMatchObject({ kind: 'opened', key });
    expect(times(serialised)).toBe(2);
    await addSystemSlot(ring, guard, key);
    expect(await openSystemSlot(ring, guard)).toEqual(key);
    expect(times(serialised)).toBe(2);
    expect(handed.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true, true]);
  });

  it('go once the recovery files are written or opened, and the root when its work is done', async () => {
    const recoveryKey = makeRecoveryKey(stretching.random);
    const files = { folder: join(folder, 'stick'), recoveryKey, stationName: 'Exampleton', key, rootPrivateKey: pkcs8 };
    expect((await writeRecoveryFiles({ ...files, ...stretching })).ok).toBe(true);
    expect(times(serialised)).toBe(1);
    expect((await openDatabaseRecovery(files.folder, recoveryKey)).ok).toBe(true);
    expect(times(serialised)).toBe(2);
    const root = await openRootRecovery(files.folder, recoveryKey);
    if (!root.ok) throw new TypeError('the root of a test does not open');
    await expect(thenWiped(root.value, () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off');
    expect(root.value.every((byte) => byte === 0)).toBe(true);
    expect(times(pkcs8)).toBe(2);
  }, 30_000);

  it('go once a station is brought back, or is not: those of the key that opens a backup', async () => {
    const recoveryKey = makeRecoveryKey(stretching.random);
    const files = { folder: join(folder, 'stick'), recoveryKey, stationName: 'Exampleton', key, rootPrivateKey: pkcs8 };
    expect((await writeRecoveryFiles({ ...files, ...stretching })).ok).toBe(true);
    const [path, station] = [join(folder, 'backup'), { id: randomUUID(), name: 'Exampleton', ori: 'MA0EX0100' }];
    const madeAt = new Date().toISOString();
    const other = { entries: 1, root: '0'.repeat(64), bytes: 7, sha256: '0'.repeat(64) };
    mkdirSync(path);
    writeFileSync(join(path, 'records.db'), 'spoilt!');
    writeFileSync(
      join(path, 'backup.json'),
      JSON.stringify({ format: 'sallyport/backup/1', station, madeAt, ...other }),
    );
    const asked = { path, recoveryFolder: files.folder, recoveryKey, name: 'chief', passphrase: 'x', reason: 'Burned' };
    const watch = { progress: () => undefined, cancelled: () => false, phase: () => undefined };
    wiped = [];
    const reply = await restoreStation(
      stationOptions(join(folder, 'new')),
      { ...asked, newerIsLost: false, asItIs: false },
      watch,
    );
    expect(reply).toMatchObject({ ok: false, refusals: [{ params: { file: 'records.db' } }] });
    for (const part of [key.database, key.mark, key.box])
      expect(wiped.filter((one) => one === Buffer.from(part).toString('hex')).length).toBe(1);
  }, 30_000);
});
