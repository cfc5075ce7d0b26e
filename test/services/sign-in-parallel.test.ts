import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepSlot, makeSlot } from '../../services/keys/keyring.ts';
import { keyringPath } from '../../services/keys/station-files.ts';
import { generateStationKey } from '../../services/keys/station-key.ts';
import { newTestStation, openTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

const FDS = '/proc/self/fd';
const WRONG = 'wrong kettles by the dock';

let desk: TestStation;
beforeEach(async () => {
  desk = await newTestStation();
}, 60_000);
afterEach(() => desk.remove());

async function tryIn(name: string, passphrase: string, client: string): Promise<string> {
  const reply = await desk.call('session.signIn', { name, passphrase }, client);
  return reply.ok ? 'in' : (reply.refusals[0]?.code ?? '');
}

function linkOf(fd: string): string {
  try {
    return readlinkSync(join(FDS, fd));
  } catch {
    return '';
  }
}

/** Files of the station that this process has open, by name. */
function openFiles(): readonly string[] {
  const files = readdirSync(FDS).map(linkOf);
  return files
    .filter((file) => file.startsWith(desk.folder))
    .map((file) => file.slice(desk.folder.length + 1))
    .sort();
}

async function reopen(): Promise<void> {
  await desk.close();
  desk = await openTestStation(desk.folder);
}

describe('sign-ins at the same time', { timeout: 60_000 }, () => {
  it.each(['open', 'sealed'])('have five tries together, in a station that is %s', async (how) => {
    if (how === 'sealed') await reopen();
    const tries = Array.from({ length: 8 }, (_, at) => tryIn('chief', WRONG, `c${String(at)}`));
    const codes = [...(await Promise.all(tries))].sort();
    expect([codes.slice(0, 3), codes.slice(3)]).toEqual([
      Array.from({ length: 3 }, () => 'too-many-tries'),
      Array.from({ length: 5 }, () => 'wrong-passphrase'),
    ]);
    expect(await tryIn('chief', PASSPHRASE, 'last')).toBe('too-many-tries');
  });

  it('do not use up tries where the keyring cannot be read', async () => {
    await reopen();
    const ring = keyringPath(desk.folder);
    const good = readFileSync(ring);
    writeFileSync(ring, '{');
    for (let at = 0; at < 6; at += 1) expect(await tryIn('chief', PASSPHRASE, 'a')).toBe('unreadable-file');
    writeFileSync(ring, good);
    expect(await tryIn('chief', PASSPHRASE, 'a')).toBe('in');
  });

  if (process.platform !== 'linux')
    console.log('Open files are counted in /proc, which is not here, so they are not counted.');
  it.skipIf(process.platform !== 'linux')('open the records once', async () => {
    await desk.addPerson('supervisor', 'ann');
    const once = openFiles();
    await reopen();
    expect(await Promise.all([tryIn('chief', PASSPHRASE, 'a'), tryIn('ann', PASSPHRASE, 'b')])).toEqual(['in', 'in']);
    expect(openFiles()).toEqual(once);
    await desk.close();
    expect(openFiles()).toEqual([]);
  });

  it('let nobody in by a slot of another key beside a right one', async () => {
    const personId = await desk.addPerson('supervisor', 'ann');
    const key = generateStationKey(randomBytes);
    await keepSlot(
      keyringPath(desk.folder),
      await makeSlot({ personId, name: 'ann', passphrase: PASSPHRASE, key }, { random: randomBytes, scryptLn: 10 }),
    );
    await reopen();
    const both = await Promise.all([tryIn('chief', PASSPHRASE, 'a'), tryIn('ann', PASSPHRASE, 'b')]);
    expect(both).toEqual(['in', 'wrong-key']);
  });
});

describe('a sign-in name', { timeout: 60_000 }, () => {
  const JOINED = 'jos\u00e9';
  const APART = 'JOSE\u0301';

  it('is the same however its accents are typed, open or sealed', async () => {
    await desk.addPerson('supervisor', APART);
    expect(await tryIn(JOINED, PASSPHRASE, 'a')).toBe('in');
    expect(await tryIn(APART, PASSPHRASE, 'b')).toBe('in');
    const taken = { name: JOINED, displayName: 'Jo Fictional', badge: '1', role: 'supervisor', passphrase: PASSPHRASE };
    expect(await desk.raw('people.add', taken)).toMatchObject({ refusals: [{ code: 'name-taken' }] });
    await reopen();
    expect(await tryIn(APART, PASSPHRASE, 'a')).toBe('in');
  });

  it('has its five tries, not five for each way of typing it', async () => {
    for (const name of [JOINED, APART, JOINED, APART, JOINED]) await tryIn(name, WRONG, 'a');
    expect(await tryIn(APART, WRONG, 'a')).toBe('too-many-tries');
  });
});
