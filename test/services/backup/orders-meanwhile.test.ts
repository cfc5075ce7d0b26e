// Orders of a court that come while a backup is made, or under a clock that was wrong; and lists that cannot be read.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { holdStaged } from '../../../services/backup/backup-signature.ts';
import { CarrierFailed } from '../../../services/backup/carrier.ts';
import { refuseWithoutOwnRoom } from '../../../services/backup/room.ts';
import { toldOf } from '../../../services/backup/why-not-made.ts';
import { newStick, planInto } from '../../support/backups.ts';
import { book } from '../../support/booked.ts';
import { dyingCarriers, stopProcess } from '../../support/dying-share.ts';
import { addPeople, carryOut, type Filled } from '../../support/ordered.ts';
import { newTestStation, openTestStation, type TestStation } from '../../support/station.ts';

const AHEAD_MS = 240_000;
const LATER = 'later-changes.json';
const stick = newStick();
const root = join(stick.folder, 'sallyport-backups-MA0EX0100');
const carriers = dyingCarriers();
/** How wrong the station's clock is, in milliseconds. */
let ahead = 0;
let desk: TestStation;

const names = (): readonly string[] => readdirSync(root).filter((name) => name.startsWith('2'));

/** Somebody who was booked and left. */
async function left(): Promise<Pick<Filled, 'bookingId' | 'number'>> {
  const bookingId = await book(desk);
  await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: new Date().toISOString(), detail: 'home' });
  return desk.done('booking.get', { bookingId });
}

async function letGo({ bookingId, number }: Pick<Filled, 'bookingId' | 'number'>): Promise<void> {
  expect(await carryOut(desk, { bookingId, number, kind: 'expunge' })).toMatchObject({ ok: true });
}

/** Of this plan none is overdue but where one lies there that is older than an order. */
async function hasLate(): Promise<boolean> {
  return (await desk.done('backup.get', {})).overdue;
}

beforeAll(async () => {
  const clock = { now: () => new Date(Date.now() + ahead) };
  desk = await newTestStation({ clock, startCarrier: carriers.start });
  await addPeople(desk);
  await desk.done('backup.plan', planInto(stick.folder, { everyHours: 0 }));
}, 60_000);
afterAll(async () => {
  await desk.remove();
  stick.remove();
});

describe('a backup and an order', () => {
  it.skipIf(platform() === 'win32')('that comes when it was brought already: it is made anew', async () => {
    const who = await left();
    const { name: old } = await desk.done('backup.run', { folder: stick.folder });
    let surveys = 0;
    let held = 0;
    const die = (pid: number): void => {
      surveys += 1;
      if (surveys !== 2) return;
      held = pid;
      stopProcess(pid);
    };
    carriers.at = { act: 'survey', die };
    const running = desk.done('backup.run', { folder: stick.folder });
    await expect.poll(() => held, { timeout: 20_000 }).not.toBe(0);
    const brought = names().filter((name) => name !== old);
    expect(brought.length).toBe(1);
    await letGo(who);
    carriers.at = null;
    process.kill(held, 'SIGCONT');
    const made = await running;
    expect([names(), brought]).toEqual([[made.name], made.dropped]);
  });

  it('that was carried out while the clock was ahead: the new one stays, the older one goes', async () => {
    const who = await left();
    const before = await desk.done('backup.run', { folder: stick.folder });
    ahead = AHEAD_MS;
    await letGo(who);
    ahead = 0;
    expect(await hasLate()).toBe(true);
    const made = await desk.done('backup.run', { folder: stick.folder });
    expect(made.dropped).toContain(before.name);
    expect([names(), await hasLate()]).toEqual([[made.name], false]);
  });

  it('where it was made while the clock was ahead: it goes, and the new one stays', async () => {
    const who = await left();
    ahead = AHEAD_MS;
    const before = await desk.done('backup.run', { folder: stick.folder });
    ahead = 0;
    await letGo(who);
    expect(await hasLate()).toBe(true);
    const made = await desk.done('backup.run', { folder: stick.folder });
    expect(made.dropped).toContain(before.name);
    expect([names(), await hasLate()]).toEqual([[made.name], false]);
  });
});

describe('a list of later orders that cannot be read', () => {
  it.each(['damaged', 'not-readable'])('is not written over, and nothing is made beside it: %s', async (why) => {
    const list = join(root, LATER);
    // A backup that another station makes there.
    mkdirSync(join(root, '2026-01-01T000000Z.part'));
    const [whole, before] = [readFileSync(list), names()];
    rmSync(list);
    if (why === 'damaged') writeFileSync(list, whole.subarray(0, whole.length - 9));
    else mkdirSync(list);
    const reply = await desk.call('backup.run', { folder: stick.folder });
    expect(reply).toMatchObject({ ok: false, refusals: [{ field: 'folder', params: { file: LATER, why } }] });
    expect(names()).toEqual(before);
    if (why === 'damaged') expect(readFileSync(list).length).toBe(whole.length - 9);
    rmSync(list, { recursive: true });
    writeFileSync(list, whole);
    expect((await desk.call('backup.run', { folder: stick.folder })).ok).toBe(true);
  });
});

describe('the place where a backup is put together', () => {
  it('is cleared as the station opens', async () => {
    await desk.close();
    const stage = join(desk.folder, 'backup-in-making');
    mkdirSync(stage);
    writeFileSync(join(stage, 'records.db'), 'what a power cut left');
    const again = await openTestStation(desk.folder);
    await again.signIn('chief');
    expect(existsSync(stage)).toBe(false);
    await again.close();
  });

  it('holds no backup any more where an order took one of its files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sallyport-stage-'));
    writeFileSync(join(folder, 'log-head.txt'), 'head');
    await expect(holdStaged({ folder, names: ['log-head.txt'] })).resolves.toBeUndefined();
    await expect(holdStaged({ folder, names: ['log-head.txt', 'records.db'] })).rejects.toThrow('records.db is gone');
    rmSync(folder, { recursive: true });
  });

  it('leaves the station room, and says of which disk it speaks', async () => {
    const small = await refuseWithoutOwnRoom(tmpdir(), 0, 10 ** 15);
    expect(small).toMatchObject({ code: 'disk-full', params: { own: 'yes', needed: 1_000_000_002 } });
    const fault = (code: string): Error => Object.assign(new Error(code), { code });
    const said = (thrown: unknown): string => {
      const told = toldOf(thrown);
      return told.ok ? '' : refusalMessage(told.refusal);
    };
    for (const code of ['ENOSPC', 'EACCES', 'EIO', 'EFBIG']) {
      expect(said(fault(code))).toMatch(/this computer/);
      expect(said(new CarrierFailed('Error', code))).not.toMatch(/this computer/);
    }
  });
});
