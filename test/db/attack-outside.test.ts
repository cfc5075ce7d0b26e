import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { checkStore } from '../../services/ledger/check.ts';
import type { Cell, Row } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { connectForged, contentsOf, decryptedCopy, otherPrograms } from '../support/store-plain.ts';
import { determine } from '../support/store-records.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

function literal(cell: Cell): string {
  if (cell === null) return 'null';
  if (Buffer.isBuffer(cell)) return `x'${cell.toString('hex')}'`;
  return typeof cell === 'number' ? String(cell) : `'${cell.replaceAll("'", "''")}'`;
}

function insertion(table: string, row: Row): string {
  const names = Object.keys(row).map((name) => `"${name}"`);
  return `insert into ${table} (${names.join()}) values (${Object.values(row).map(literal).join()})`;
}

const OFF = ['pragma foreign_keys = off', 'pragma recursive_triggers = off', 'pragma ignore_check_constraints = on'];
const CHANGES = [
  "update booking_version set narrative = 'x'",
  "update status_record set value = 'x'",
  'update determination set expires_at = 0',
  'delete from status_record',
  'delete from determination_event',
  'delete from ledger_entry',
  'delete from disclosure',
  'delete from booking',
  'insert or replace into person select * from person',
];

const programs = otherPrograms();
const named = programs.map((program) => [program.name, program] as const);

if (programs.length === 0) console.log('Neither sqlite3 nor Python is here, so no other program attacks the store.');

describe.skipIf(programs.length === 0)('another program', () => {
  it.each(named)('%s cannot read the file itself', (_name, program) => {
    const [refusal] = program.run(world.station.place.file, ['select count(*) from person']);
    expect(refusal).toMatch(/not a database/);
  });

  it.each(named)('%s can read a copy that the key opened', (_name, program) => {
    const file = decryptedCopy(world.station.place);
    expect(program.run(file, ['select * from booking_version', 'pragma integrity_check'])).toEqual(['', '']);
  });

  it.each(named)('%s writes no row, not even a good one', (_name, program) => {
    const file = decryptedCopy(world.station.place);
    const before = contentsOf(file);
    const writes = Object.entries(goodRows(world)).map(([table, row]) => insertion(table, row));
    const refusals = program.run(file, [...writes, ...OFF, ...writes]);
    const ofWrites = [...refusals.slice(0, writes.length), ...refusals.slice(-writes.length)];
    for (const refusal of ofWrites) expect(refusal).toMatch(/app_mark|app_digest|with its version/);
    expect(contentsOf(file)).toBe(before);
  });

  it.each(named)('%s changes and deletes nothing', (_name, program) => {
    const file = decryptedCopy(world.station.place);
    const before = contentsOf(file);
    const refusals = program.run(file, [...CHANGES, ...OFF, ...CHANGES]);
    const ofChanges = [...refusals.slice(0, CHANGES.length), ...refusals.slice(-CHANGES.length)];
    for (const refusal of ofChanges) expect(refusal).not.toBe('');
    expect(contentsOf(file)).toBe(before);
  });
});

describe('a program that has the key and forges our functions', () => {
  it('still cannot record a status without a ground', () => {
    const forged = connectForged(world.station.place);
    const row = { ...goodRows(world).status_record, determination_id: world.revoked };
    expect(() => forged.exec(insertion('status_record', row))).toThrow(/ground stands/);
    forged.close();
  });

  it('is found by the marks of the rows it wrote', async () => {
    const row = { ...goodRows(world).booking_version, narrative: 'He is undocumented.' };
    const forged = connectForged(world.station.place);
    forged.exec(insertion('booking_version', row));
    forged.close();
    const marks = (await checkStore(world.station.store.read)).find((check) => check.name === 'marks');
    expect(marks).toMatchObject({ ok: false });
    expect(marks?.detail).toContain('booking_version (1)');
  });

  it('stops every gated write, and the next opening, once it took a trigger away', async () => {
    const forged = connectForged(world.station.place);
    forged.exec('drop trigger status_record_ground_stands');
    forged.close();
    const { station } = world;
    const determining = station.store.transaction((tx) => determine(tx, station, { bookingId: world.booking }));
    await expect(determining).rejects.toMatchObject({ code: 'damaged' });
    const opening = openStore({ file: station.place.file, keys: station.place.keys });
    await expect(opening).rejects.toMatchObject({ code: 'damaged' });
  });
});
