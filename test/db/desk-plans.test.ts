import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listWrongTries } from '../../db/account/reader.ts';
import { listAccountChanges } from '../../db/account/review.ts';
import { listOpenings } from '../../db/audit/openings.ts';
import { listSigns } from '../../db/audit/signs.ts';
import { countTrail, listTrail } from '../../db/audit/trail.ts';
import { findBookings } from '../../db/booking/find.ts';
import { listBookings, listInCustody } from '../../db/booking/list.ts';
import { listDrafts } from '../../db/booking/reader.ts';
import { asReadDb, type Database, type ReadDb } from '../../db/database.ts';
import { StoreDialect } from '../../db/dialect.ts';
import {
  lastJump,
  listBookedPastRelease,
  listDuties,
  listDutiesBeside,
  listDutiesOf,
  listOpenDuties,
} from '../../db/duty/reader.ts';
import { listBookingEntries, listMatterEntries, listNotificationEntries } from '../../db/late/reader.ts';
import { countWrongUnreleased } from '../../db/integrity/unreleased.ts';
import { findLastAt, listShiftEvents } from '../../db/ledger/reader.ts';
import { listMomentsOf } from '../../db/matter/beside.ts';
import { hasAllowedAct } from '../../db/matter/decisions.ts';
import { listMatterLines } from '../../db/matter/reader.ts';
import { findByNumber } from '../../db/order/reader.ts';
import { listReportedBookings } from '../../db/report/bookings.ts';
import { listReportedDuties, listReportedRefusals } from '../../db/report/duties.ts';
import { listReportedMatters, listReportedNotifications } from '../../db/report/reader.ts';
import { listEntriesOf } from '../../db/report/wanted.ts';
import { connectTo } from '../support/store-place.ts';
import { draftOf, saveOne } from '../support/store-records.ts';
import { newStation, now, type TestStation } from '../support/store-station.ts';

let station: TestStation;
let connection: ReturnType<typeof connectTo>;
let read: ReadDb;
const heard = new Set<string>();
beforeAll(async () => {
  station = await newStation();
  connection = connectTo(station.place);
  const dialect = new StoreDialect(connection, (text) => heard.add(text));
  read = asReadDb(new Kysely<Database>({ dialect }), (text, parameters) => dialect.answer(text, parameters));
});
afterAll(async () => {
  connection.close();
  await station.end();
});

/**
 * All of one kind are as good as all: half of what a store holds may be of it. An index of a few rows, or of those that
 * were ended last, is walked from its end.
 */
const WALK =
  /"(?:SCAN (\w+)(?! USING (?:COVERING )?INDEX (?:duty_event_(?:clock|done)|audit_event_step))\b|SEARCH (\w+) USING (?:[A-Z]+ )*\w+ \(kind=\?\))/;

/** What SQLite walks from end to end to answer: name or alias of each table. */
function walkedBy(text: string): readonly string[] {
  const places = Array.from(text.matchAll(/\?/g), () => null);
  const steps = connection.prepare(`explain query plan ${text}`).all(...places);
  return steps.map((step) => JSON.stringify(step)).flatMap((step) => WALK.exec(step)?.slice(1).find(Boolean) ?? []);
}

/**
 * Few rows, whatever the station holds: lists that are short by their nature, decisions to hold somebody (`d`), a question
 * to the index of words (`w`), and the newest bookings, where SQLite stops at the last one that is shown (`first`).
 */
const FEW = ['unreleased', 'u', 'd', 'w', 'first', 'recent', 'shift', 's', 'json_each', 'CONSTANT'].concat(
  ...['kinds', 'entries', 'told', 'counted', 'bent'], // kinds of entries
  ...['f', 'k'], // factors and keys of people
  ...['steps'], // at the door, no further back than the trail
  ...['reset', 'beside'], // what let one person in again, and what they tried while the log was refused
);

/** What a report asks. */
const DAYS = { from: '2026-11-01', until: '2026-12-02' };
const EVERY = { before: Number.MAX_SAFE_INTEGER };

describe('a station of many years', () => {
  const READS: readonly (readonly [name: string, read: (db: ReadDb) => Promise<unknown>])[] = [
    ['who is in custody', listInCustody],
    ['which forms are open', listDrafts],
    ['what the shift did', (db) => listShiftEvents(db, now(-3_600_000))],
    ['who is held past release', (db) => listBookedPastRelease(db, now())],
    ['what is still to be done', listOpenDuties],
    ['what was done lately', (db) => listDuties(db, 20)],
    ['the duties of a matter', (db) => listDutiesOf(db, 'any')],
    ['the duties beside a new one', (db) => listDutiesBeside(db, { matterId: 'any', bookingId: null })],
    ['the last jump of a clock', lastJump],
    ['what was entered late of bookings', (db) => listBookingEntries(db, now(-3_600_000))],
    ['what was entered late of matters', (db) => listMatterEntries(db, now(-3_600_000))],
    ['what was entered late of notices', (db) => listNotificationEntries(db, now(-3_600_000))],
    ['the matters of a booking', (db) => listMatterLines(db, { bookingId: 'any', open: false, most: 20 })],
    ['what happened in the matters of a booking', (db) => listMomentsOf(db, 'any')],
    ['whether an act was opened for a booking', (db) => hasAllowedAct(db, 'any')],
    [
      'what a search finds',
      (db) =>
        findBookings(db, { words: [{ of: [{ word: 'a', whole: false }], officer: null, by: 'name' }], limit: 20 }),
    ],
    ['which bookings are the newest', (db) => listBookings(db, { limit: 20 })],
    ['the trail', (db) => listTrail(db, { after: -1, limit: 20 })],
    ['what the trail counts', (db) => countTrail(db, -1)],
    ['which matters are of some days', (db) => listEntriesOf(db, 'matter', DAYS)],
    ['which notices are of some days', (db) => listEntriesOf(db, 'notification', DAYS)],
    ['which duties are of some days', (db) => listEntriesOf(db, 'duty', DAYS)],
    ['the matters of some days', (db) => listReportedMatters(db, { entries: [1] }, EVERY)],
    ['the detentions of bookings', (db) => listReportedMatters(db, { bookingIds: ['any'], kind: 'detention' }, EVERY)],
    ['the notices of some days', (db) => listReportedNotifications(db, { entries: [1] }, EVERY)],
    ['the duties of some days', (db) => listReportedDuties(db, { entries: [1] }, EVERY)],
    ['the calls to the task force', (db) => listReportedDuties(db, 'task-force', EVERY)],
    ['the refusals of some days', (db) => listReportedRefusals(db, DAYS, EVERY)],
    ['bookings for a report', (db) => listReportedBookings(db, ['any'])],
    ['why something sealed was opened', (db) => listOpenings(db, { from: 0, to: 300 })],
    ['what tells that a name is not its owner’s alone', (db) => listSigns(db, -1)],
    ['what one person did', (db) => listTrail(db, { actor: 'any', limit: 20 })],
    ['who tried wrong passphrases', (db) => listWrongTries(db, 'any')],
    ['what befell accounts', (db) => listAccountChanges(db, -1)],
    ['when the last backup was made', (db) => findLastAt(db, 'backup.made')],
    ['which bookings have a number', (db) => findByNumber(db, 'any')],
  ];
  it.each(READS)('tells %s without walking through all of its bookings', async (_what, work) => {
    heard.clear();
    await work(read);
    expect([...heard].flatMap(walkedBy).filter((name) => !FEW.includes(name))).toEqual([]);
  });

  it('finds what somebody did next at the door in the index of these steps', async () => {
    heard.clear();
    await listSigns(read, -1);
    const [text = ''] = heard;
    const steps = connection.prepare(`explain query plan ${text}`).all(...Array.from(text.matchAll(/\?/g), () => null));
    // The index holds the kinds that the question names, letter for letter; another kind needs another index.
    expect(JSON.stringify(steps)).toContain('USING COVERING INDEX audit_event_step');
  });

  it('takes nobody off the list of open bookings before a release, nor puts anybody on it after one', async () => {
    const save = (fields: Readonly<Record<string, unknown>>) =>
      station.store.transaction((tx) => saveOne(tx, station, draftOf(fields)));
    const held = await save({});
    const released = await save({ release_datetime: '2026-11-24T04:00:00-05:00' });
    const tries = [
      [`delete from unreleased where booking_id = '${held.bookingId}'`, 'unreleased: rows go with a release'],
      [`insert into unreleased (booking_id) values ('${released.bookingId}')`, 'unreleased: as the records say'],
      [`insert or replace into unreleased (booking_id) values ('${held.bookingId}')`, 'key once booking id'],
      ['update unreleased set booking_id = booking_id', 'unreleased: rows never change'],
    ] as const;
    for (const [attack, answer] of tries) expect(() => connection.exec(attack)).toThrow(answer);
    expect(await countWrongUnreleased(read)).toBe(0);
    connection.exec('drop trigger unreleased_no_delete; drop trigger unreleased_as_the_records_say');
    for (const [attack] of tries.slice(0, 2)) connection.exec(attack);
    expect(await countWrongUnreleased(read)).toBe(2);
  });
});
