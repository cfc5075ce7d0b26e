import { expect, it, onTestFinished } from 'vitest';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { keyOf } from '../support/look-inside.ts';
import { meddleWith } from '../support/store-meddle.ts';
import { connectForged } from '../support/store-plain.ts';

const BEND = "update ledger_entry set leaf = x'00' where seq = (select max(seq) from ledger_entry)";

it('the desk opens where somebody made the newest entry unreadable, and says which one it is', async () => {
  const desk = await copyTestStation();
  onTestFinished(() => desk.remove());
  await book(desk);
  const before = await desk.done('desk.get', {});
  expect(before.head.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
  const { folder } = desk;
  const keys = await keyOf(folder);
  const forged = connectForged({ folder, file: recordsPath(folder), keys, remove: () => forged.close() });
  meddleWith(forged, BEND, ['ledger_entry']);
  forged.close();
  const after = await desk.done('desk.get', {});
  expect(after.head).toEqual({ entries: before.head.entries, at: null });
  expect(after.inCustody).toEqual(before.inCustody);
  expect((await desk.done('system.check', {})).ok).toBe(false);
});
