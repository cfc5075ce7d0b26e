// A stick that lay in a safe while the program was updated.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordsPath } from '../../../services/keys/station-files.ts';
import { emptyMachine, newStick, RESTORED, type EmptyMachine, type Stick } from '../../support/backups.ts';
import { earlierBackup, type EarlierBackup } from '../../support/earlier-backup.ts';
import { BOOKED } from '../../support/earlier-records.ts';
import { contentsOf } from '../../support/earlier-store.ts';

/** What the first version that made backups knew. */
const FIRST = '0340-keep-told-facts';

let stick: Stick;
let made: EarlierBackup;
let machine: EmptyMachine;
beforeAll(async () => {
  stick = newStick();
  made = await earlierBackup(FIRST, stick.folder);
  machine = await emptyMachine(made);
});
afterAll(async () => {
  stick.remove();
  made.place.remove();
  await machine.desk.remove();
});

it('a backup of the first version that made any comes back: checked, in today’s schema, with every record', async () => {
  const { desk } = machine;
  const { entries } = made;
  expect(await machine.restore(stick.folder, { name: 'kim' })).toMatchObject({
    ok: true,
    value: { entries, missing: 0, orders: 0, person: { name: 'kim' }, withoutSlot: ['alex', 'dana'] },
  });
  await desk.done('session.signIn', { name: 'kim', passphrase: RESTORED });
  expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  const found = (await desk.done('booking.list', {})).map(({ bookingId }) => bookingId);
  for (const bookingId of found) expect(await desk.done('booking.get', { bookingId })).toMatchObject({ version: 1 });
  expect(found).toHaveLength(BOOKED.length);
  expect(desk.faults).toEqual([]);
  await desk.close();
  const before = contentsOf(made.place);
  expect(before.has('security_key')).toBe(false);
  const after = contentsOf({ ...made.place, file: recordsPath(desk.folder) }, before);
  for (const [table, { rows }] of before) {
    if (table !== 'ledger_tree') expect(after.get(table)?.rows, table).toEqual(expect.arrayContaining([...rows]));
  }
  // The copy that an update makes of the records before it is not left to lie there.
  expect(readdirSync(desk.folder).filter((name) => /before|in-making/.test(name))).toEqual([]);
});
