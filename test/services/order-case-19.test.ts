// Case 19 of the requirements: an order to expunge case 5. Data unreadable, the chain verifies, report totals still bind.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../policy/report/report.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { keyOf, lookInside } from '../support/look-inside.ts';
import { addPeople, carryOut, fillRecord, TELLING, type Filled } from '../support/ordered.ts';
import { book } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import { PASSPHRASE, type TestStation } from '../support/station.ts';
import { everyFile, everyPage, foundIn } from '../support/store-pages.ts';

let desk: TestStation;
let key: Uint8Array;
let filled: Filled;
let before: Report;
/** Of a form whose number begins like that of the person. */
const OTHERS = `Form ${String(new Date().getFullYear())}-000041 is in the tray.`;
const span = { from: '2020-01-01', to: '2099-12-31' };
/** One from before an update, one that somebody made. */
const copies = (): readonly string[] => [
  `${recordsPath(desk.folder)}.before-0310-carry-out-orders`,
  join(desk.folder, 'backups', 'nightly.db'),
];
const pages = (): string => everyPage(recordsPath(desk.folder), key);
const bad = async () => (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok);

const hand = async (note: string): Promise<void> => {
  const { digest: shown } = await desk.done('handover.get', {});
  await desk.done('handover.sign', { shown, name: 'keeper', passphrase: PASSPHRASE, note });
};

beforeAll(async () => {
  desk = await copyTestStation();
  key = (await keyOf(desk.folder)).database;
  await addPeople(desk);
  for (let at = 0; at < 3; at += 1) await book(desk);
  filled = await fillRecord(desk);
  for (const note of ['MS QUILLFEATHER’S cobalt satchel is in the tray.', OTHERS]) await hand(note);
  for (let at = 0; at < 3; at += 1) await book(desk);
  before = await desk.done('report.get', span);
  mkdirSync(join(desk.folder, 'backups'));
  for (const copy of copies()) copyFileSync(recordsPath(desk.folder), copy);
}, 120_000);
afterAll(() => desk.remove());

describe('19: an expunge order for case 5', () => {
  it('finds the person everywhere before it is carried out', async () => {
    expect(foundIn(pages(), TELLING)).toEqual(TELLING);
    expect(await bad()).toEqual([]);
    expect(before.figures.filter(({ count }) => count > 0).length).toBeGreaterThan(10);
  });

  it('is carried out by two people, with a receipt that names nothing', async () => {
    const reply = await carryOut(desk, { ...filled, kind: 'expunge' });
    expect(reply).toMatchObject({ ok: true, value: { kind: 'expunge', clean: true, audiences: 3, copies: 2 } });
    expect(foundIn(JSON.stringify(reply).toLowerCase(), [...TELLING, filled.number, filled.bookingId])).toEqual([]);
  });

  it('leaves no word of the person on any page, free ones included, in the journal or in any file', () => {
    expect(foundIn(pages(), TELLING)).toEqual([]);
    expect(foundIn(everyFile(desk.folder), TELLING)).toEqual([]);
    expect(copies().filter((copy) => existsSync(copy))).toEqual([]);
  });

  it('leaves what was said at a handover of somebody else', async () => {
    expect(OTHERS).toContain(filled.number);
    expect((await desk.done('handover.get', {})).before.map(({ note }) => note)).toEqual([OTHERS]);
  });

  it('answers that there is no such record', async () => {
    const { bookingId, notificationId, matterId, number } = filled;
    const calls = [
      desk.call('booking.get', { bookingId }),
      desk.call('booking.beside', { bookingId }),
      desk.call('notification.get', { notificationId }),
      desk.call('matter.get', { matterId }),
      desk.call('notification.export', {
        notificationIds: [notificationId],
        folder: desk.recoveryFolder,
        audience: 'A court',
      }),
    ];
    for (const reply of await Promise.all(calls)) expect(reply).toMatchObject({ refusals: [{ code: 'not-found' }] });
    const lists = [
      await desk.done('desk.get', {}),
      await desk.done('booking.list', { limit: 50 }),
      await desk.done('notification.list', {}),
      await desk.done('matter.list', {}),
      await desk.done('order.find', { number }),
    ];
    expect(foundIn(JSON.stringify(lists).toLowerCase(), [...TELLING, number])).toEqual([]);
  });

  it('leaves the ledger whole, and the copy that left before still verifies', async () => {
    expect(await bad()).toEqual([]);
    expect((await verifyPath([filled.copy])).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('leaves every total of the report as it was, with fewer rows and no line', async () => {
    const after = await desk.done('report.get', span);
    const totals = ({ figures }: Report) =>
      figures.map(({ id, count, parts, minutes }) => ({ id, count, parts, minutes }));
    expect(totals(after)).toEqual(totals(before));
    expect(after.requests.length).toBe(before.requests.length - 1);
    expect(after.zero).toEqual(before.zero);
  });

  it('tells nothing: entries after it share one type and one size, and nothing of the order stands in a row', async () => {
    const inside = await lookInside(desk.folder);
    const texts = inside.texts();
    inside.close();
    const leaves = texts.match(/\{[^{}]*"type":"records\.kept"[^{}]*\}/g) ?? [];
    expect(leaves).toHaveLength(4);
    const digests = leaves.map((leaf) => (leaf.match(/"[\w-]{43}"/g) ?? []).length);
    expect(new Set(digests)).toEqual(new Set([3]));
    expect(leaves.join()).not.toMatch(/expunge|seal|order|2612CR/i);
  });

  it('withstands a dictionary of names and birth dates against every digest that is left', async () => {
    const inside = await lookInside(desk.folder);
    const left = new Set(inside.texts().match(/[\w-]{43}|[\da-f]{64}/g) ?? []);
    inside.close();
    expect(left.size).toBeGreaterThan(100);
    const names = ['Quillfeather', 'Marisol', 'Marisol Quillfeather', 'Quillfeather, Marisol', 'quillfeather'];
    const days = Array.from({ length: 366 }, (_none, day) =>
      new Date(Date.UTC(1987, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const guesses = names.flatMap((name) => [
      name,
      ...days.flatMap((day) => [
        day,
        `${name}${day}`,
        `${name} ${day}`,
        `${name}|${day}`,
        JSON.stringify({ name, dob: day }),
        JSON.stringify({ last_name: 'Quillfeather', first_name: 'Marisol', dob: day }),
        JSON.stringify(['person', { dob: day, first_name: 'Marisol', last_name: 'Quillfeather' }]),
      ]),
    ]);
    const found = guesses.filter((guess) =>
      (['hex', 'base64url'] as const).some((form) => left.has(createHash('sha256').update(guess).digest(form))),
    );
    expect(found).toEqual([]);
  });

  it('is worked off with everybody who had a copy, and then forgets them too; backups made since stay', async () => {
    const since = join(desk.folder, 'backups', 'since.db');
    copyFileSync(recordsPath(desk.folder), since);
    const toTell = await desk.done('order.recalls', {}, 'clerk');
    expect(toTell.map(({ audience, number }) => [audience, number?.slice(0, 2)])).toEqual([
      ['Federal office, made up', 'N-'],
      ['Federal office, made up', 'M-'],
      ['Exampleton District Court, made up', 'EX'],
    ]);
    for (const { recallId } of toTell) {
      await desk.done('order.told', { recallId, at: new Date().toISOString(), how: 'letter' }, 'clerk');
    }
    expect(await desk.done('order.recalls', {})).toEqual([]);
    expect(foundIn(pages(), ['district court, made up'])).toEqual([]);
    expect(existsSync(since)).toBe(true);
    expect(await bad()).toEqual([]);
  });
});

describe('the note of a handover', () => {
  it('is withheld where it says the name or number of a sealed record, as whole words and since it was opened', async () => {
    await hand('Ms Nunez-Day of the court calls at 9.');
    const bookingId = await book(desk, { fields: { last_name: 'Núñez Day' } });
    const { number } = await desk.done('booking.get', { bookingId });
    await hand('Nunez Daylight, the roofer, comes Monday.');
    await hand('The bag is NÚÑEZ DAY’S.');
    await hand(`Form ${number}: photograph missing.`);
    await hand(`Form ${number}1: photograph missing.`);
    await desk.done('booking.recordEvent', {
      bookingId,
      kind: 'released',
      at: new Date().toISOString(),
      detail: 'home',
    });
    expect((await carryOut(desk, { bookingId, number, kind: 'seal' })).ok).toBe(true);
    const { before: handed } = await desk.done('handover.get', {});
    expect(handed.slice(0, 5).map(({ note, withheld }) => [note, withheld])).toEqual([
      [`Form ${number}1: photograph missing.`, false],
      [null, true],
      [null, true],
      ['Nunez Daylight, the roofer, comes Monday.', false],
      ['Ms Nunez-Day of the court calls at 9.', false],
    ]);
  });
});
