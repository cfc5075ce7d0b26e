import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from '../../../contract/system.ts';
import { checkStore } from '../../../services/ledger/check.ts';
import { meddleWith } from '../../support/store-meddle.ts';
import { connectTo } from '../../support/store-place.ts';
import { connectForged } from '../../support/store-plain.ts';
import { saveOne } from '../../support/store-records.ts';
import { cover, newStation, type TestStation } from '../../support/store-station.ts';

let station: TestStation;
beforeEach(async () => {
  station = await newStation();
  await station.store.transaction(async (tx) => {
    await saveOne(tx, station);
    await cover(tx, { disclosures: { note: 'a', more: 'b' } });
  });
});
afterEach(() => station.end());

const failed = (checks: readonly Check[]): readonly string[] =>
  checks.filter((check) => !check.ok).map((check) => check.name);

/** What somebody does who has the key, and what the check makes of it. */
async function meddle(table: string, sql: string, connection = connectTo(station.place)): Promise<readonly Check[]> {
  meddleWith(connection, sql, [table]);
  connection.close();
  return checkStore(station.store.read);
}

describe('the check of a store', () => {
  it('finds nothing wrong where nothing is', async () => {
    const checks = await checkStore(station.store.read);
    expect(failed(checks)).toEqual([]);
    expect(checks.length).toBeGreaterThanOrEqual(11);
    expect(checks.find((check) => check.name === 'entries')?.detail).toMatch(/^\d+ entries, none missing$/);
  });

  it.each([
    [
      'a deleted entry',
      { table: 'ledger_entry', sql: 'delete from ledger_entry where seq = 2' },
      ['links', 'entries', 'records'],
    ],
    [
      'a cut tail under a record',
      { table: 'ledger_entry', sql: 'delete from ledger_entry where seq > 5' },
      ['links', 'tail', 'records'],
    ],
    [
      'a deleted disclosure',
      { table: 'disclosure', sql: "delete from disclosure where name = 'note'" },
      ['disclosures'],
    ],
    [
      'a disclosure under another entry',
      { table: 'disclosure', sql: "update disclosure set seq = 0 where name = 'note'" },
      ['disclosures', 'disclosed texts'],
    ],
  ])('finds %s', async (_name, { table, sql }, expected) => {
    expect(failed(await meddle(table, sql))).toEqual(expected);
  });

  it('finds an entry that was rewritten together with a mark of somebody else', async () => {
    const change = 'update ledger_entry set leaf_hash = zeroblob(32) where seq = 3';
    const checks = await meddle('ledger_entry', change, connectForged(station.place));
    expect(failed(checks)).toEqual(['entry hashes', 'marks']);
    expect(checks.find((check) => check.name === 'entry hashes')?.detail).toBe('the hash does not fit at entry 3');
  });

  it('finds an entry that cannot be read', async () => {
    const change = "update ledger_entry set leaf = x'00' where seq = 3";
    const checks = await meddle('ledger_entry', change, connectForged(station.place));
    expect(failed(checks)).toEqual(['entry hashes', 'entry contents', 'marks']);
  });

  it('finds a missing guard, and says which table is open', async () => {
    const connection = connectTo(station.place);
    connection.exec('drop trigger person_no_delete');
    connection.close();
    const checks = await checkStore(station.store.read);
    expect(failed(checks)).toEqual(['schema', 'guards']);
    expect(checks.find((check) => check.name === 'guards')?.detail).toContain('person');
  });

  it('finds a column that somebody added', async () => {
    const connection = connectTo(station.place);
    connection.exec('alter table booking add column citizenship text');
    connection.close();
    expect(failed(await checkStore(station.store.read))).toEqual(['schema']);
  });

  it('reads more entries than it holds at a time', async () => {
    await station.store.transaction(async (tx) => {
      for (let at = 0; at < 1_100; at += 1) await cover(tx, { disclosures: { number: String(at) } });
    });
    const checks = await checkStore(station.store.read);
    expect(failed(checks)).toEqual([]);
    expect(checks.find((check) => check.name === 'entries')?.detail).toMatch(/^11\d\d entries/);
  });
});
