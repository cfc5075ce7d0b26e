import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addSystemSlot,
  foundKeyring,
  keepSlot,
  makeSlot,
  openSlot,
  openSystemSlot,
  removeSlot,
  type SystemKeyGuard,
} from '../../../services/keys/keyring.ts';
import { generateStationKey, parseStationKey, serialiseStationKey } from '../../../services/keys/station-key.ts';

const key = generateStationKey((size) => Uint8Array.from(randomBytes(size)));
const PASSPHRASE = 'maple window river 41';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sallyport-keys-')), 'station');
  path = join(folder, 'keyring.json');
});

const slot = (personId: string, name: string, passphrase = PASSPHRASE): Parameters<typeof makeSlot>[0] => ({
  personId,
  name,
  passphrase,
  key,
});

async function give(one: Parameters<typeof makeSlot>[0]): Promise<void> {
  expect(await keepSlot(path, await makeSlot(one, { random: randomBytes, scryptLn: 10 }))).toEqual({
    ok: true,
    value: null,
  });
}

/** Stands in for the operating system's key store: turns every bit. */
const guard: SystemKeyGuard = {
  protects: () => Promise.resolve(true),
  wrap: (bytes) => Promise.resolve(bytes.map((byte) => byte ^ 0xff)),
  unwrap: (bytes) => Promise.resolve(bytes.map((byte) => byte ^ 0xff)),
};

describe('station key', () => {
  it('comes back from its bytes, and from no others', () => {
    const bytes = serialiseStationKey(key);
    expect(parseStationKey(bytes)).toEqual(key);
    expect(parseStationKey(bytes.slice(1))).toBeUndefined();
    expect(parseStationKey(Uint8Array.from([2, ...bytes.slice(1)]))).toBeUndefined();
  });
});

// Each passphrase that is tried takes its quarter of a second, by design.
describe('keyring', { timeout: 60_000 }, () => {
  beforeEach(() => foundKeyring(path));

  it('opens for each person by name in any case, and for nobody else', async () => {
    await give(slot('p1', 'Alex'));
    await give(slot('p2', 'kim', 'plum tractor lantern'));
    expect(await openSlot(path, ' ALEX ', PASSPHRASE)).toEqual({ kind: 'opened', personId: 'p1', key });
    expect(await openSlot(path, 'kim', 'plum tractor lantern')).toMatchObject({ kind: 'opened', personId: 'p2' });
    expect(await openSlot(path, 'kim', PASSPHRASE)).toEqual({ kind: 'wrong' });
    expect(await openSlot(path, 'nobody', PASSPHRASE)).toEqual({ kind: 'wrong' });
  });

  it('replaces the slot of a person and removes it', async () => {
    await give(slot('p1', 'alex'));
    await give(slot('p1', 'alex', 'plum tractor lantern'));
    expect(await openSlot(path, 'alex', PASSPHRASE)).toEqual({ kind: 'wrong' });
    expect((await openSlot(path, 'alex', 'plum tractor lantern')).kind).toBe('opened');
    await removeSlot(path, 'p1');
    expect(await openSlot(path, 'alex', 'plum tractor lantern')).toEqual({ kind: 'wrong' });
  });

  it('is readable by its owner only and leaves no half-written file', async () => {
    await give(slot('p1', 'alex'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toEqual(['keyring.json']);
    const text = await readFile(path, 'utf8');
    expect(text).not.toContain(Buffer.from(key.database).toString('base64url'));
    expect(text).not.toContain(Buffer.from(key.database).toString('hex'));
  });

  it('says what is wrong with a missing or damaged keyring, and does not write over it', async () => {
    await rm(path);
    expect(await openSlot(path, 'alex', PASSPHRASE)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'missing-key' },
    });
    expect(await removeSlot(path, 'p1')).toMatchObject({ ok: false, refusal: { code: 'missing-key' } });
    await foundKeyring(path);
    await give(slot('p1', 'alex'));
    const whole = await readFile(path, 'utf8');
    for (const damaged of ['', '{', '[]', '{"format":2,"slots":[]}', whole.replace(/"data": "./, '"data": "!')]) {
      await writeFile(path, damaged);
      const answer = await openSlot(path, 'alex', PASSPHRASE);
      expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'unreadable-file', field: 'keyring.json' } });
      expect(await removeSlot(path, 'p1')).toMatchObject({ ok: false, refusal: { code: 'unreadable-file' } });
      expect(await readFile(path, 'utf8')).toBe(damaged);
    }
  });

  it('opens through the operating system where it protects, and asks for a passphrase where it no longer does', async () => {
    expect(await openSystemSlot(path, guard)).toBeNull();
    await give(slot('p1', 'alex'));
    expect(await openSystemSlot(path, guard)).toBeNull();
    await addSystemSlot(path, guard, key);
    expect(await openSystemSlot(path, guard)).toEqual(key);
    const moved: SystemKeyGuard = { ...guard, unwrap: () => Promise.reject(new Error('other computer')) };
    expect(await openSystemSlot(path, moved)).toBeNull();
    expect((await openSlot(path, 'alex', PASSPHRASE)).kind).toBe('opened');
  });
});
