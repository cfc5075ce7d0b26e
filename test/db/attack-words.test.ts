import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStore } from '../../services/ledger/check.ts';
import { breaches, refusalOf, type Row } from '../support/store-attack.ts';
import { meddleWith } from '../support/store-meddle.ts';
import { connectTo } from '../support/store-place.ts';
import { draftOf, openForm, saveOne } from '../support/store-records.ts';
import { cover, newStation, now, type TestStation } from '../support/store-station.ts';

let station: TestStation;
let version: Row;
beforeAll(async () => {
  station = await newStation();
  version = await station.store.transaction(async (tx) => {
    await saveOne(tx, station, draftOf({ last_name: 'Placeholder' }));
    const { bookingId } = await openForm(tx, station);
    const { entrySeq } = await cover(tx);
    const row = { entry_seq: entrySeq, booking_id: bookingId, version: 1, last_name: 'Fictional' };
    return { ...row, saved_at: now(), saved_by: station.officer.id };
  });
});
afterAll(() => station.end());

const failing = async (): Promise<readonly string[]> =>
  (await checkStore(station.store.read)).filter(({ ok }) => !ok).map(({ name }) => name);

describe('the words of the search', () => {
  it.each([
    ['whose name tells a status', { last_name: 'illegal alien' }],
    ['whose other names tell a status', { aliases: '["Bo","illegal alien"]' }],
    ['of nobody known', { saved_by: '0193a7c2-7b1e-4cc3-9f40-000000001267' }],
    ['under no entry', { entry_seq: 9_999 }],
  ])('are taken from no version %s', (_name, change) => {
    const attack = { name: '', table: 'booking_version', row: { ...version, ...change } };
    expect(breaches({ station }, attack)).toEqual([]);
  });

  it('come with a version that passes, and not one by one', () => {
    const before = [['booking_version', version]] as const;
    const taken = { name: '', before, sql: `update booking_version set mark = mark where last_name = 'Fictional'` };
    expect(refusalOf({ station }, { name: '', table: 'booking_version', row: version })).toBeNull();
    expect(breaches({ station }, taken)).toEqual([]);
  });

  it.each(['booking_words_content', 'booking_words_data', 'booking_words_idx', 'booking_words_config'])(
    'have parts that nobody writes by themselves: %s',
    (part) => {
      expect(breaches({ station }, { name: part, sql: `delete from ${part}` })).toEqual([]);
    },
  );

  // SQLite lets no trigger stand on a virtual table nor on its parts, and marks of their own would say no more than the
  // marked columns that they are copied from: so the words are compared with them, and made from them alone.
  it.each([
    ['a word that no version has', `insert into booking_words (rowid, words) values (9999, 'nundocumented')`],
    ['another word', `update booking_words set words = 'nundocumented'`],
    ['a word less', 'delete from booking_words'],
  ])('are open to who has the key, and the check names it: %s', async (_name, sql) => {
    expect(refusalOf({ station }, { name: '', sql })).toBeNull();
    const connection = connectTo(station.place);
    const words = connection.prepare('select rowid, words from booking_words').raw().all();
    connection.exec(sql);
    expect(await failing()).toEqual(['words']);
    connection.exec('delete from booking_words');
    for (const row of words) connection.prepare('insert into booking_words (rowid, words) values (?, ?)').run(row);
    connection.close();
    expect(await failing()).toEqual([]);
  });
});

describe('numbers on their way to a new table', () => {
  it('rest nowhere else once it stands', () => {
    const row = { kind: 'booking', year: 2026, seq: 9, number: '2026-00009' };
    expect(breaches({ station }, { name: '', table: 'number_before', row })).toEqual([]);
  });

  it('cannot be put back where they were: the check names the table', async () => {
    const connection = connectTo(station.place);
    meddleWith(connection, 'create table number_before as select * from number_reservation', ['number_reservation']);
    expect(await failing()).toEqual(expect.arrayContaining(['schema', 'guards']));
    connection.exec('drop table number_before');
    connection.close();
  });
});
