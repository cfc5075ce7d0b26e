import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBooking } from '../../db/booking/reader.ts';
import { countMarks, listFileFaults, listUnguardedTables } from '../../db/integrity/reader.ts';
import { OFFENSES } from '../../policy/offenses/catalogue.ts';
import { newGrownWorld, rowsOf, type GrownWorld } from '../support/store-added.ts';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { carriedOut, entriesOf } from '../support/store-orders.ts';
import { connectForged, decryptedCopy, otherPrograms } from '../support/store-plain.ts';

let world: GrownWorld;
beforeAll(async () => {
  world = await newGrownWorld();
});
afterAll(() => world.end());

const version = (changed: Row = {}): Row => ({
  ...goodRows(world).booking_version,
  entry_seq: world.sealed.seq,
  ...changed,
});
const charge = (changed: Row = {}): Row => ({ ...goodRows(world).charge, ...changed });
const ofVersion = (changed: Row): Attack => ({ name: '', table: 'booking_version', row: version(changed) });
const ofCharge = (changed: Row): Attack => ({
  name: '',
  table: 'charge',
  row: charge(changed),
  before: [['booking_version', version()]],
});
const count = (from: string): unknown => world.connection.prepare(`select count(*) from ${from}`).pluck().get();

/** The insertion as text, for programs that bind nothing. */
function insertion(row: Row): string {
  const values = Object.values(row).map((cell) => (typeof cell === 'number' ? String(cell) : `'${String(cell)}'`));
  return `insert into booking_version (${Object.keys(row).join()}) values (${values.join()})`;
}

describe('rows from before a field came', () => {
  it('stay as they were, under the mark of their day', () => {
    const added = { later_locker: null, later_coat: null, later_keys: null };
    const after = world.before.map((row) => ({ ...row, ...('position' in row ? { later_plea: null } : added) }));
    expect(rowsOf(world.connection)).toEqual(after);
  });

  it('are read, and say of the new fields that they are empty under a mark of ours', async () => {
    expect(await findBooking(world.read, world.booking)).toMatchObject({ fields: { last_name: 'Testperson' } });
    expect(count('booking_version_mark_9970')).toBe(count('booking_version'));
    expect(count('charge_mark_9970')).toBe(count('charge'));
    for (const table of ['booking_version', 'charge'] as const) {
      expect(await countMarks(world.read, table, world.added)).toEqual({ rows: count(table), wrong: 0 });
    }
    expect(await listFileFaults(world.read)).toEqual([]);
    expect(await listUnguardedTables(world.read)).toEqual([]);
  });
});

describe('a field that came later', () => {
  it.each([
    ['text', { later_locker: 'Locker 4, brown bag' }],
    ['nothing', {}],
    ['fields of two releases', { later_locker: 'Locker 4', later_coat: 'black', later_keys: 1 }],
  ])('takes %s in a booking', (_name, row) => {
    expect(refusalOf(world, ofVersion(row))).toBeNull();
    expect(breaches(world, ofVersion(row))).toHaveLength(25);
  });

  it("takes text in a charge, and the catalogue's own words", () => {
    const title = OFFENSES.find(({ id }) => id === 'abdw')?.title ?? '';
    expect(refusalOf(world, ofCharge({ later_plea: 'not guilty' }))).toBeNull();
    expect(refusalOf(world, ofCharge({ offense: 'abdw', later_plea: title }))).toBeNull();
  });

  it.each([
    ['a status', { later_locker: 'He is undocumented.' }],
    ['a status in disguise', { later_locker: 'he is und\u043ecumented' }],
    ['a status beside a good field', { later_locker: 'Locker 4', later_coat: 'illegal alien' }],
    ['a yes that is neither yes nor no', { later_keys: 7 }],
    ['a status in an older field', { later_locker: 'Locker 4', narrative: 'He is undocumented.' }],
  ])('refuses %s in a booking, whichever way it comes', (_name, row) => {
    expect(breaches(world, ofVersion(row))).toEqual([]);
  });

  it('refuses a status in a charge, whichever way it comes', () => {
    expect(breaches(world, ofCharge({ later_plea: 'HOLD IMMIGRATION' }))).toEqual([]);
    expect(breaches(world, ofCharge({ offense: 'abdw', later_plea: 'he is undocumented' }))).toEqual([]);
  });

  it.each([
    "update booking_version set later_locker = 'Locker 4'",
    "update charge set later_plea = 'guilty'",
    'update booking_version_mark_9970 set mark = mark',
    'delete from booking_version_mark_9970',
    'insert or replace into booking_version_mark_9970 select * from booking_version_mark_9970',
    'insert or replace into charge_mark_9970 select * from charge_mark_9970',
  ])('never changes once it is stored: %s', (sql) => {
    expect(breaches(world, { name: sql, sql })).toEqual([]);
  });

  it('goes with its row by order of a court, and with no other', () => {
    const before = carriedOut(world, entriesOf(world, world.other));
    const of = (booking: string) =>
      `delete from booking_version_mark_9970 where entry_seq in
        (select entry_seq from booking_version where booking_id = '${booking}')`;
    const ofCharges = `delete from charge_mark_9970 where booking_id = '${world.other}'`;
    for (const sql of [of(world.other), ofCharges]) expect(refusalOf(world, { name: '', before, sql })).toBeNull();
    expect(breaches(world, { name: '', before, sql: of(world.booking) })).toEqual([]);
  });

  it('has no mark laid ready for a row that is to come', () => {
    const { seq } = world.sealed;
    const row = { entry_seq: seq, mark: 'a'.repeat(64) };
    expect(breaches(world, { name: '', table: 'booking_version_mark_9970', row })).toEqual([]);
    const sealed = `insert into booking_version_mark_9970 values (${String(seq)},
      app_seal('booking_version_mark_9970', ${String(seq)}, '${world.openForm}', 1, 'He is undocumented.'))`;
    expect(breaches(world, { name: '', sql: sealed })).toEqual([]);
  });
});

const programs = otherPrograms().map((program) => [program.name, program] as const);

if (programs.length === 0)
  console.log('Neither sqlite3 nor Python is here, so no other program reads the added field.');

describe.skipIf(programs.length === 0)('another program with a field that came later', () => {
  it.each(programs)('%s reads the rows and writes none', (_name, program) => {
    const file = decryptedCopy(world.station.place);
    const reads = ['select * from booking_version', 'select * from charge', 'pragma integrity_check'];
    expect(program.run(file, reads)).toEqual(['', '', '']);
    const good = insertion(version({ later_locker: 'Locker 4' }));
    const mark = `insert into booking_version_mark_9970 values (${String(world.sealed.seq)}, 'x')`;
    const change = "update booking_version set later_locker = 'x'";
    for (const refusal of program.run(file, ['pragma foreign_keys = off', good, mark, change]).slice(1)) {
      expect(refusal).not.toBe('');
    }
  });
});

describe('a program that has the key and forges our functions', () => {
  it.each(['booking_version', 'charge'] as const)(
    'is found by the mark of a field that came later: %s',
    async (table) => {
      const field = table === 'charge' ? 'later_plea' : 'later_locker';
      const forged = connectForged(world.station.place);
      const mark = forged.prepare(`select mark from ${table} where booking_id = ? limit 1`).pluck().get(world.other);
      forged.function('app_mark', { varargs: true, deterministic: true }, () => mark);
      forged.exec(`drop trigger ${table}_no_update`);
      forged.exec(`update ${table} set ${field} = 'x' where mark = '${String(mark)}'`);
      forged.close();
      expect(await countMarks(world.read, table, [])).toMatchObject({ wrong: 0 });
      expect(await countMarks(world.read, table, world.added)).toMatchObject({ wrong: 1 });
    },
  );

  it('is found by the mark that it took away', async () => {
    const forged = connectForged(world.station.place);
    forged.exec('drop trigger booking_version_mark_9980_no_delete; delete from booking_version_mark_9980');
    forged.close();
    const rows = count('booking_version');
    expect(await countMarks(world.read, 'booking_version', world.added)).toEqual({ rows, wrong: rows });
  });
});
