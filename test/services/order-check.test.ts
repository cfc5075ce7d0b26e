import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/open.ts';
import { recordsPath } from '../../services/keys/station-files.ts';
import { book } from '../support/booked.ts';
import { keyOf } from '../support/look-inside.ts';
import { addPeople, carryOut, fillRecord, type Filled } from '../support/ordered.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

type Connection = ReturnType<typeof connect>;

let desk: TestStation;
let filled: Filled;
/** Of the booking, from before it went: what it disclosed of the person, and where. */
let person: unknown;
let seq = 0;
beforeAll(async () => {
  desk = await copyTestStation();
  await addPeople(desk);
  await book(desk);
  filled = await fillRecord(desk);
  const before = await inside();
  person = before.prepare("select seq, name, text from disclosure where name = 'person' order by seq desc").get();
  seq = Number(before.prepare("select max(seq) from disclosure where name = 'person'").pluck().get());
  before.close();
  expect((await carryOut(desk, { ...filled, kind: 'expunge' })).ok).toBe(true);
  expect(await bad()).toEqual([]);
}, 120_000);
afterAll(() => desk.remove());

async function inside(): Promise<Connection> {
  const { database, mark } = await keyOf(desk.folder);
  return connect({ file: recordsPath(desk.folder), keys: { database, mark } }, 'write');
}
const bad = async () => (await desk.done('system.check', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);

/** Whoever holds the file and the key takes the guards off, does it, and puts them back. */
async function meddled(work: (store: Connection) => void): Promise<readonly string[]> {
  const store = await inside();
  const guards = "select name, sql from sqlite_schema where type = 'trigger' and tbl_name in ('disclosure', 'expunge')";
  const rows = store.prepare(guards).raw().all();
  const taken = rows.map((row) =>
    Array.isArray(row) ? { name: String(row[0]), sql: String(row[1]) } : { name: '', sql: '' },
  );
  store.exec('begin');
  for (const { name } of taken) store.exec(`drop trigger ${name}`);
  work(store);
  for (const { sql } of taken) store.exec(sql);
  store.exec('commit');
  store.close();
  return bad();
}

function put(store: Connection, part: unknown): void {
  store.prepare('insert into disclosure (seq, name, text) values (@seq, @name, @text)').run(part);
}

describe('a check of the ledger after an order', () => {
  it('tells what was let go from what somebody took away', async () => {
    const store = await inside();
    const first = "name = 'person' and seq = (select min(seq) from disclosure where name = 'person')";
    const left: unknown = store.prepare(`select seq, name, text from disclosure where ${first}`).get();
    store.close();
    expect(await meddled((open) => open.exec(`delete from disclosure where ${first}`))).toContain('disclosures');
    expect(await meddled((open) => put(open, left))).toEqual([]);
  });

  it('finds what is back though it was let go', async () => {
    expect(await meddled((open) => put(open, person))).toContain('disclosed texts');
    expect(await meddled((open) => open.exec(`delete from disclosure where seq = ${String(seq)}`))).toEqual([]);
  });

  it('finds that the list of what went was taken away, and everything that it let go', async () => {
    expect(await meddled((open) => open.exec("delete from disclosure where name = 'gone'"))).toContain('disclosures');
  });
});
