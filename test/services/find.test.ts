import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book, GOOD_CHARGES, GOOD_FIELDS } from '../support/booked.ts';
import { keyOf } from '../support/look-inside.ts';
import { refusedIn } from '../support/matters.ts';
import { movedClock } from '../support/moved-clock.ts';
import { addPeople, carryOut, fillRecord, TELLING, WHO } from '../support/ordered.ts';
import { newTestStation, type TestStation } from '../support/station.ts';
import { everyPage, foundIn } from '../support/store-pages.ts';

const clock = movedClock();
let desk: TestStation;
let first = '';
beforeAll(async () => {
  desk = await newTestStation({ clock });
  await addPeople(desk);
  first = await book(desk, { fields: { last_name: 'Núñez-Sample', dob: '1970-02-03' } });
  await book(desk, { fields: { last_name: 'Núñez', first_name: 'Bo', arresting_officer_name: 'Dana Nunatak' } });
  await book(desk, { fields: { last_name: 'Placeholder', arresting_officer_name: 'Pat Nunatak' } });
});
afterAll(() => desk.remove());

const find = async (words: string): Promise<readonly string[]> =>
  (await desk.done('booking.find', { words })).map(({ number, lastName }) => `${number.slice(5)} ${lastName}`);
const looks = async () =>
  (await desk.done('trail.get', {})).lines.filter(({ call }) => call === 'booking.find').map(({ code }) => code);
const wrongOf = async () =>
  (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok).map(({ name, code }) => [name, code]);

describe('the search', () => {
  it('finds as somebody types: people first, then officers, the newest first', async () => {
    expect(await find('nun')).toEqual(['00002 Núñez', '00001 Núñez-Sample', '00003 Placeholder']);
    expect(await find('sample nunez')).toEqual(['00001 Núñez-Sample']);
    expect(await find('bo nuna')).toEqual(['00002 Núñez']);
    expect(await find('2/3/1970')).toEqual(['00001 Núñez-Sample']);
    expect(await find('3')).toEqual(['00003 Placeholder']);
    expect(await find('2026-11-20')).toHaveLength(3);
    expect(await find('')).toEqual([]);
    expect((await desk.done('booking.find', { words: 'nun', limit: 1 })).map(({ number }) => number.slice(5))).toEqual([
      '00002',
    ]);
  });

  it('knows what holds now, and no longer what was corrected', async () => {
    const fields = { ...GOOD_FIELDS, last_name: 'Sampleton', dob: '1970-02-03' };
    const correction = { bookingId: first, baseVersion: 1, fields, charges: GOOD_CHARGES, reason: 'Spelled wrong' };
    await desk.done('booking.correct', correction);
    expect(await find('nunez')).toEqual(['00002 Núñez']);
    expect(await find('samplet')).toEqual(['00001 Sampleton']);
  });

  it('reads what is typed by the screen, and refuses a status', async () => {
    const told = await desk.call('booking.find', { words: 'illegal alien' });
    expect(refusedIn(told)).toEqual(['status-in-text words']);
  });

  it('is on the log once a minute by what it went by, and never by its words', async () => {
    clock.by += 120_000;
    const before = (await looks()).length;
    for (const words of ['zephyr', 'zephyrine', 'zephyrine 1970', '7/1']) await find(words);
    expect((await looks()).slice(0, -before)).toEqual(['date', 'number', 'name']);
    clock.by += 61_000;
    await find('zephyrine');
    expect((await looks()).length).toBe(before + 4);
    const { database } = await keyOf(desk.folder);
    expect(foundIn(everyPage(recordsPath(desk.folder), database), ['zephyr'])).toEqual([]);
  });

  it('does not find the sealed and the expunged, and no page holds their words', async () => {
    const ordered = await fillRecord(desk);
    expect(await find('quillf')).toEqual([`${ordered.number.slice(5)} ${WHO.last_name}`]);
    expect((await carryOut(desk, { ...ordered, kind: 'seal' })).ok).toBe(true);
    for (const words of ['quillf', 'marisol', '1987-02-11', ordered.number]) expect(await find(words)).toEqual([]);
    expect(await desk.done('booking.find', { words: 'fiction', limit: 1 })).toHaveLength(1);
    expect((await carryOut(desk, { ...ordered, kind: 'expunge' })).ok).toBe(true);
    expect(await find('quillf')).toEqual([]);
    const { database } = await keyOf(desk.folder);
    expect(foundIn(everyPage(recordsPath(desk.folder), database), [TELLING[0] ?? ''])).toEqual([]);
    expect(await wrongOf()).toEqual([]);
  });

  it('is checked: words that no booking holds are told', async () => {
    const { database, mark } = await keyOf(desk.folder);
    const other = connect({ file: recordsPath(desk.folder), keys: { database, mark } }, 'write');
    other.exec("update booking_words set words = 'nsomebody' where rowid = (select min(rowid) from booking_words)");
    other.exec("insert into booking_words (rowid, words) values (1000000, 'nnobody')");
    other.close();
    expect(await wrongOf()).toEqual([['words', 'words-wrong']]);
  });
});
