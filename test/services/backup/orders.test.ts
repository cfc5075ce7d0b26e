import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MadeBackup } from '../../../contract/backup.ts';
import { recordsPath } from '../../../services/keys/station-files.ts';
import { emptyMachine, newStick, planInto, RESTORED, type EmptyMachine, type Stick } from '../../support/backups.ts';
import { book } from '../../support/booked.ts';
import { dyingCarriers, stopProcess } from '../../support/dying-share.ts';
import { keyOf } from '../../support/look-inside.ts';
import { addPeople, carryOut, fillRecord, TELLING, type Filled } from '../../support/ordered.ts';
import { newTestStation, openTestStation, type NewTestStation } from '../../support/station.ts';
import { everyFile, everyPage, foundIn } from '../../support/store-pages.ts';

/** Of the program's own list of changes that older backups lack. */
const LATER = 'later-changes.json';

let stick: Stick;
/** Lay in a safe while the order was carried out. */
let safe: Stick;
let desk: NewTestStation;
let filled: Filled;
let sealed: Pick<Filled, 'bookingId' | 'number'>;
let before: MadeBackup;
let old = '';

beforeAll(async () => {
  [stick, safe] = [newStick(), newStick()];
  desk = await newTestStation();
  await addPeople(desk);
  filled = await fillRecord(desk);
  const bookingId = await book(desk);
  await desk.done('booking.recordEvent', { bookingId, kind: 'released', at: new Date().toISOString(), detail: 'home' });
  sealed = await desk.done('booking.get', { bookingId });
  before = await desk.done('backup.run', { folder: stick.folder });
  old = join(safe.folder, 'sallyport-backups-MA0EX0100', basename(before.path));
  mkdirSync(dirname(old), { recursive: true });
  cpSync(before.path, old, { recursive: true });
  await desk.close();
  // The window's station keeps the plan by itself.
  const keeper = await openTestStation(desk.folder, { keepsPlan: true });
  desk = { ...keeper, recoveryKey: desk.recoveryKey };
  await desk.signIn('chief');
  await desk.done('backup.plan', planInto(stick.folder));
  expect(await carryOut(desk, { ...filled, kind: 'expunge' })).toMatchObject({ ok: true });
  expect(await carryOut(desk, { ...sealed, kind: 'seal' })).toMatchObject({ ok: true });
  await desk.done('session.signOut', {});
  await desk.close();
}, 120_000);
afterAll(async () => {
  stick.remove();
  safe.remove();
  await desk.remove();
});

async function wordsLeft({ desk: { folder } }: EmptyMachine): Promise<readonly string[]> {
  const { database } = await keyOf(folder, { name: 'chief', passphrase: RESTORED });
  return foundIn(everyPage(recordsPath(folder), database) + everyFile(folder), TELLING);
}

const hasBooking = async (machine: EmptyMachine, { bookingId }: Pick<Filled, 'bookingId'>): Promise<boolean> =>
  (await machine.desk.call('booking.get', { bookingId })).ok;

describe('an order of a court', () => {
  it('has older backups in the folder of the plan replaced at once, and overwritten', () => {
    expect(existsSync(before.path)).toBe(false);
    const root = join(stick.folder, 'sallyport-backups-MA0EX0100');
    const names = readdirSync(root);
    expect(names).toContain(LATER);
    expect(names.length).toBe(2);
    expect(foundIn(everyFile(root), [...TELLING, '2612cr000417', 'expunge'])).toEqual([]);
  });

  it('is not known to a backup that lay in a safe, where no newer list lies beside', async () => {
    const machine = await emptyMachine(desk);
    expect(await machine.restore(old)).toMatchObject({ ok: true, value: { orders: 0 } });
    await machine.signIn();
    expect(await hasBooking(machine, filled)).toBe(true);
    await machine.desk.remove();
  });

  it('holds for a backup that was made before it, where the list of the newest one lies beside', async () => {
    const root = join(stick.folder, 'sallyport-backups-MA0EX0100');
    writeFileSync(join(dirname(old), LATER), readFileSync(join(root, LATER)));
    const machine = await emptyMachine(desk);
    expect(await machine.restore(old)).toMatchObject({ ok: true, value: { orders: 2, missing: 0 } });
    await machine.signIn();
    expect(await hasBooking(machine, filled)).toBe(false);
    expect((await machine.desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(await hasBooking(machine, sealed)).toBe(false);
    expect((await machine.desk.done('order.sealed', {})).map(({ bookingId }) => bookingId)).toEqual([sealed.bookingId]);
    await machine.desk.close();
    expect(await wordsLeft(machine)).toEqual([]);
    await machine.desk.remove();
  });

  it('is not forgotten by the backups of the station that came back', async () => {
    const machine = await emptyMachine(desk);
    await machine.restore(old);
    await machine.signIn();
    const third = newStick();
    await machine.desk.done('backup.run', { folder: third.folder });
    await machine.desk.close();
    const again = await emptyMachine(desk);
    expect(await again.restore(third.folder)).toMatchObject({ ok: true, value: { orders: 0 } });
    await again.signIn();
    expect(await hasBooking(again, filled)).toBe(false);
    third.remove();
    await machine.desk.remove();
    await again.desk.remove();
  });

  it('keeps a backup shut whose list cannot be read', async () => {
    const list = join(dirname(old), LATER);
    const whole = readFileSync(list);
    writeFileSync(list, whole.subarray(0, whole.length - 9));
    const machine = await emptyMachine(desk);
    expect(await machine.restore(old)).toMatchObject({ ok: false, refusals: [{ params: { file: LATER } }] });
    writeFileSync(list, whole);
    await machine.desk.remove();
  });

  it.skipIf(platform() === 'win32')(
    'takes away a copy that is in the making: it is made anew, after the order',
    async () => {
      const carriers = dyingCarriers();
      const again = await openTestStation(desk.folder, { startCarrier: carriers.start });
      await again.signIn('chief');
      await again.signIn('keeper', 'keeper');
      const bookingId = await book(again);
      await again.done('booking.recordEvent', {
        bookingId,
        kind: 'released',
        at: new Date().toISOString(),
        detail: 'home',
      });
      const { number } = await again.done('booking.get', { bookingId });
      const asked: number[] = [];
      const die = (pid: number): void => {
        asked.push(pid);
        if (asked.length === 1) stopProcess(pid);
      };
      carriers.at = { act: 'bring', die };
      const running = again.done('backup.run', { folder: null });
      await expect.poll(() => asked.length, { timeout: 20_000 }).toBe(1);
      expect(await carryOut(again, { bookingId, number, kind: 'expunge' })).toMatchObject({ ok: true });
      process.kill(asked[0] ?? 0, 'SIGCONT');
      expect((await running).checked.length).toBe(4);
      expect(asked.length).toBe(2);
      expect(again.faults).toEqual([]);
      await again.close();
    },
  );
});
