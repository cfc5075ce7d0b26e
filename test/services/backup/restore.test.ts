import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeBackup } from '../../../contract/backup.ts';
import { refusalMessage } from '../../../policy/refusal-words.ts';
import { emptyMachine, newStick, RESTORED, type Stick } from '../../support/backups.ts';
import { book } from '../../support/booked.ts';
import { newTestStation, PASSPHRASE, type NewTestStation } from '../../support/station.ts';

/** Of a folder that a process holds. */
const EMPTY = ['station.lock', 'station.lock-journal'];

let stick: Stick;
let lost: NewTestStation;
let first: MadeBackup;
let second: MadeBackup;
const bookings: string[] = [];

beforeAll(async () => {
  stick = newStick();
  // Two days lie between the backups, so that the rule keeps both.
  let back = 2 * 86_400_000;
  lost = await newTestStation({ clock: { now: () => new Date(Date.now() - back) } });
  await lost.addPerson('records-clerk', 'clerk');
  bookings.push(await book(lost));
  await lost.done('session.signOut', {});
  await lost.signIn('chief');
  first = await lost.done('backup.run', { folder: stick.folder });
  back = 0;
  bookings.push(await book(lost));
  await lost.done('session.signOut', {});
  await lost.signIn('chief');
  second = await lost.done('backup.run', { folder: stick.folder });
  await lost.close();
  rmSync(lost.folder, { recursive: true });
});
afterAll(async () => {
  stick.remove();
  await lost.remove();
});

describe('a station that is lost wholly', () => {
  it('comes back from the newest backup with the recovery key and files alone', async () => {
    const machine = await emptyMachine(lost);
    const found = await machine.desk.done('restore.look', { path: stick.folder });
    expect(found.station).toEqual({ name: 'Exampleton Police', ori: 'MA0EX0100' });
    expect(found.backups.map(({ name }) => name)).toEqual([second.name, first.name]);
    const restored = await machine.restore(stick.folder);
    expect(restored).toMatchObject({
      ok: true,
      value: { entries: second.entries, missing: 0, orders: 0, withoutSlot: ['clerk'], person: { name: 'chief' } },
    });
    await machine.signIn();
    for (const bookingId of bookings) {
      expect(await machine.desk.done('booking.get', { bookingId })).toMatchObject({ version: 1 });
    }
    expect((await machine.desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
    await machine.desk.signIn('clerk', 'other');
    const third = await book(machine.desk);
    await machine.desk.done('session.signOut', {});
    await machine.desk.close();
    expect(third).toMatch(/-/);
    expect(machine.desk.faults).toEqual([]);
    await machine.desk.remove();
  });

  it('goes on in a new log that names the old one, so that no second history is signed under its name', async () => {
    const machine = await emptyMachine(lost);
    await machine.restore(second.path);
    await machine.signIn();
    const log = await machine.desk.done('log.get', {});
    expect(log.refused).toBeNull();
    expect(log.heads[0]).toMatchObject({ cause: 'new-log' });
    const head = readFileSync(join(machine.desk.folder, 'log-head.txt'), 'utf8');
    const old = readFileSync(join(second.path, 'log-head.txt'), 'utf8');
    expect(head.split('\n')[0]).toBe(log.origin);
    expect(old.split('\n')[0]).not.toBe(log.origin);
    await machine.desk.remove();
  });

  it('is not taken back further than a signed head allows, until a person says that the rest is lost', async () => {
    const machine = await emptyMachine(lost);
    const no = await machine.restore(first.path);
    expect(no).toMatchObject({ ok: false, refusals: [{ code: 'log-refused', params: { why: 'tail-cut' } }] });
    expect(readdirSync(machine.desk.folder)).toEqual(EMPTY);
    expect(await machine.restore(first.path, { newerIsLost: true })).toMatchObject({
      ok: true,
      value: { entries: first.entries },
    });
    await machine.signIn();
    expect((await machine.desk.call('booking.get', { bookingId: bookings[1] ?? '' })).ok).toBe(false);
    expect((await machine.desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
    await machine.desk.remove();
  });
});

describe('what is refused', () => {
  it.each([
    ['another recovery key', { recoveryKey: 'AAAA-AAAA' }, 'wrong-recovery-key'],
    ['no recovery files', { recoveryFolder: '/nowhere' }, 'unreadable-file'],
    ['somebody who is no chief', { name: 'clerk' }, 'wrong-value'],
    ['a weak passphrase', { passphrase: 'chief' }, 'weak-passphrase'],
    ['no reason', { reason: ' ' }, 'missing-value'],
    ['a place without backups', { path: '/nowhere' }, 'wrong-value'],
  ] as const)('%s leaves the folder empty', async (_what, given, code) => {
    const machine = await emptyMachine(lost);
    const reply = await machine.restore(second.path, given);
    expect(reply.ok ? null : reply.refusals[0]?.code).toBe(code);
    expect(readdirSync(machine.desk.folder)).toEqual(EMPTY);
    await machine.desk.remove();
  });

  it('a folder in which a station stands', async () => {
    const other = await newTestStation();
    const reply = await other.call('restore.look', { path: stick.folder });
    expect(reply).toEqual({ ok: false, refusals: [{ code: 'station-exists' }] });
    await other.remove();
  });

  it('a backup that was cut, grew, changed or is missing in part, each in a sentence; nothing of it stays', async () => {
    const records = join(second.path, 'records.db');
    const whole = readFileSync(records);
    const manifest = readFileSync(join(second.path, 'backup.json'));
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(9_000) ^ 1, 9_000);
    const harms: readonly (() => void)[] = [
      () => truncateSync(records, whole.length - 4_096),
      () => writeFileSync(records, flipped),
      () => appendFileSync(records, Buffer.alloc(4_096)),
      () => rmSync(records),
      () => writeFileSync(join(second.path, 'backup.json'), '{'),
    ];
    const machine = await emptyMachine(lost);
    for (const harm of harms) {
      harm();
      const reply = await machine.restore(second.path);
      expect(reply).toMatchObject({ ok: false });
      if (!reply.ok) for (const refusal of reply.refusals) expect(refusalMessage(refusal)).toMatch(/[.]$/);
      expect(readdirSync(machine.desk.folder)).toEqual(EMPTY);
      writeFileSync(records, whole);
      writeFileSync(join(second.path, 'backup.json'), manifest);
    }
    expect(machine.desk.faults).toEqual([]);
    expect((await machine.restore(second.path)).ok).toBe(true);
    await machine.desk.remove();
  });

  it('never writes over records that lost their station.json: they are put aside', async () => {
    const machine = await emptyMachine(lost);
    expect((await machine.restore(second.path)).ok).toBe(true);
    rmSync(join(machine.desk.folder, 'station.json'));
    expect((await machine.restore(second.path)).ok).toBe(true);
    const aside = readdirSync(machine.desk.folder).filter((name) => name.startsWith('records.db.before-setup-'));
    expect(aside.length).toBe(1);
    expect(existsSync(join(machine.desk.folder, 'records.db'))).toBe(true);
    await machine.desk.remove();
  });
});

it('keeps the passphrase of the lost machine out: only the new one opens it', async () => {
  const machine = await emptyMachine(lost);
  await machine.restore(second.path);
  const reply = await machine.desk.call('session.signIn', { name: 'chief', passphrase: PASSPHRASE });
  expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'wrong-passphrase' }] });
  expect((await machine.desk.call('session.signIn', { name: 'chief', passphrase: RESTORED })).ok).toBe(true);
  await machine.desk.remove();
});
