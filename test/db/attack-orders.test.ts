import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import * as orders from '../support/store-orders.ts';
import { decryptedCopy, otherPrograms } from '../support/store-plain.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

const { CLERK, ORDER } = orders;
let world: World;
let entries: readonly number[] = [];
beforeAll(async () => {
  world = await newWorld();
  entries = orders.entriesOf(world, world.other);
});
afterAll(() => world.station.end());

type Before = orders.Before;

const next = (): number => orders.nextEntry(world);
const told = (change: orders.Told = {}): orders.Told => ({ order: ORDER, gone: entries, kept: [], ...change });
const entry = (given: orders.Told, more: { seq?: number; type?: string } = {}): Before =>
  orders.entry(given, { seq: next(), ...more });
const clerk = (): Before => orders.clerk(world);
const row = (change: Row = {}): Row => orders.expungeRow(world, change);
const order = (before: Before, change: Row = {}): Attack => ({ name: '', table: 'expunge', before, row: row(change) });
const good = (): Before => [...clerk(), ...entry(told())];
const carriedOut = (): Before => orders.carriedOut(world, entries);
const later = (): Before => [...carriedOut(), ...entry({ other: 1 }, { seq: next() + 1, type: 'test.recorded' })];
const away = (sql: string, before: Before): Attack => ({ name: sql, before, sql });
const all = (): string => entries.join();

describe('an order that is carried out', () => {
  it('is taken from the chief and a second person, and lets go what it lists', () => {
    expect(refusalOf(world, order(good()))).toBeNull();
    for (const sql of [
      `delete from charge where booking_id = '${world.other}'`,
      `delete from disclosure where seq in (${all()})`,
    ])
      expect(refusalOf(world, away(sql, carriedOut()))).toBeNull();
  });

  it.each<readonly [string, () => Attack]>([
    ['under an entry of a type that tells', () => order([...clerk(), ...entry(told(), { type: 'record.expunged' })])],
    ['under an older entry', () => order(good(), { entry_seq: world.sealed.seq })],
    ['that another entry has followed', () => order([...good(), ...entry({}, { seq: next() + 1 })])],
    ['that lists nothing', () => order([...clerk(), ...entry(told({ gone: [] }))])],
    ['without its list', () => order([...clerk(), ...entry(told({ gone: undefined }))])],
    ['without the order itself', () => order([...clerk(), ...entry(told({ order: undefined }))])],
    ['that lists the founding of the station', () => order([...clerk(), ...entry(told({ gone: [...entries, 0] }))])],
    ['that lists an entry of nobody', () => order([...clerk(), ...entry(told({ gone: [world.sealed.seq] }))])],
    ['that lists itself', () => order([...clerk(), ...entry(told({ gone: [next()] }))])],
    ['whose list is no list', () => order([...clerk(), ...entry(told({ gone: { a: 1 } }))])],
    ['by an officer', () => order(good(), { by: world.station.officer.id })],
    ['by somebody unknown', () => order(good(), { by: randomUUID() })],
    ['signed by the same person twice', () => order(good(), { cosigned_by: world.station.chief.id })],
    ['signed by nobody else', () => order(good(), { cosigned_by: null })],
    ['signed by an officer', () => order(good(), { cosigned_by: world.station.officer.id })],
    ['signed by somebody who left', () => order(good(), { cosigned_by: world.gone })],
    ['at a time that is not now', () => order(good(), { at: now(-3_600_000) })],
  ])('is refused %s', (_name, attack) => {
    expect(breaches(world, attack())).toEqual([]);
  });

  it.each<readonly [string, () => string]>([
    ['a booking that is not on its list', () => `delete from charge where booking_id = '${world.booking}'`],
    ['a status that is not on its list', () => 'delete from status_record'],
    ['a disclosure that is not on its list', () => `delete from disclosure where seq not in (${all()})`],
    ['an entry of the ledger', () => `delete from ledger_entry where seq in (${all()})`],
    ['the station', () => 'delete from station'],
    ['somebody who signs in', () => 'delete from person'],
    ['a number that was given', () => 'delete from number_reservation'],
    ['itself', () => 'delete from expunge'],
    ['a change of what it lists', () => `update booking_version set narrative = 'x' where entry_seq in (${all()})`],
    ['a change of itself', () => 'update expunge set cosigned_by = "by"'],
  ])('lets nobody take %s', (_name, sql) => {
    expect(breaches(world, away(sql(), carriedOut()))).toEqual([]);
  });

  it('opens nothing before it is written, and nothing once another entry has come', () => {
    const sql = `delete from charge where booking_id = '${world.other}'`;
    expect(breaches(world, away(sql, []))).toEqual([]);
    expect(breaches(world, away(sql, good()))).toEqual([]);
    expect(breaches(world, away(sql, later()))).toEqual([]);
  });
});

const programs = otherPrograms().map((program) => [program.name, program] as const);

if (programs.length === 0)
  console.log('Neither sqlite3 nor Python is here, so no other program takes from what an order left.');

describe.skipIf(programs.length === 0)('another program', () => {
  it.each(programs)('%s takes nothing away, whatever it turns off', (_name, program) => {
    const file = decryptedCopy(world.station.place);
    const changes = ['booking', 'charge', 'disclosure'].map((table) => `delete from ${table}`);
    const rows = `insert into expunge (entry_seq, at, "by", cosigned_by) values (0, '${now()}', '${CLERK}', null)`;
    const off = [
      'pragma foreign_keys = off',
      'pragma recursive_triggers = off',
      'pragma ignore_check_constraints = on',
    ];
    const refusals = program.run(file, [...off, rows, ...changes]).slice(off.length);
    expect(refusals.filter((refusal) => refusal !== '')).toHaveLength(changes.length + 1);
  });
});
