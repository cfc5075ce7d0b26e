import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import * as orders from '../support/store-orders.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

const { CLERK, SEALING } = orders;
let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

type Before = orders.Before;

const next = (): number => orders.nextEntry(world);
const told = (change: orders.Told = {}): orders.Told => ({ order: orders.ORDER, gone: [], kept: [], ...change });
const entry = (given: orders.Told, more: { seq?: number; type?: string } = {}): Before =>
  orders.entry(given, { seq: next(), ...more });
const clerk = (): Before => orders.clerk(world);
const good = (): Before => [...clerk(), ...entry(told())];
const away = (sql: string, before: Before): Attack => ({ name: sql, before, sql });
const sealing = (change: Row = {}): Row => orders.sealingRow(world, change);
const seal = (before: Before, change: Row = {}): Attack => ({
  name: '',
  table: 'sealing',
  before,
  row: sealing(change),
});

describe('a seal', () => {
  it('is taken from the chief and a second person', () => {
    expect(refusalOf(world, seal(good()))).toBeNull();
  });

  it.each<readonly [string, () => Attack]>([
    ['without an order', () => seal([...clerk(), ...entry({ gone: [] })])],
    ['on a form that was never saved', () => seal(good(), { booking_id: world.openForm })],
    ['by an officer', () => seal(good(), { by: world.station.officer.id })],
    ['signed by the same person twice', () => seal(good(), { cosigned_by: world.station.chief.id })],
    ['on what is sealed already', () => seal([...good(), ['sealing', sealing()]], { id: randomUUID() })],
  ])('is refused %s', (_name, attack) => {
    expect(breaches(world, attack())).toEqual([]);
  });

  it('never goes by itself', () => {
    expect(breaches(world, away('delete from sealing', [...good(), ['sealing', sealing()]]))).toEqual([]);
  });
});

const opened = (change: Row = {}): Row => orders.openedRow(world, change);
const anew = (given: orders.Told = told()): Before => entry(given, { seq: next() + 1 });
/** After a seal that holds: an entry of its own for the event. */
const event = (change: Row = {}, given = anew()): Attack => ({
  ...{ name: '', table: 'sealing_event', row: opened(change) },
  before: [...good(), ['sealing', sealing({ id: SEALING })], ...given],
});
const lifted = (change: Row = {}): Row => ({ kind: 'lifted', cosigned_by: CLERK, ...change });

describe('an event of a seal', () => {
  it('is taken: an opening from the chief alone, a lifting from two', () => {
    expect(refusalOf(world, event())).toBeNull();
    expect(refusalOf(world, event(lifted()))).toBeNull();
  });

  it.each<readonly [string, () => Attack]>([
    ['by an officer', () => event({ by: world.station.officer.id })],
    ['by somebody who left', () => event({ by: world.gone })],
    ['by nobody known', () => event({ by: randomUUID() })],
    ['that opens, signed by a second person who is nobody', () => event({ cosigned_by: randomUUID() })],
    ['that opens, signed by a second person', () => event({ cosigned_by: CLERK })],
    ['that lifts, signed by nobody else', () => event(lifted({ cosigned_by: null }))],
    ['that lifts, signed by the same person twice', () => event(lifted({ cosigned_by: world.station.chief.id }))],
    ['that lifts, signed by an officer', () => event(lifted({ cosigned_by: world.station.officer.id }))],
    ['of a seal that is not there', () => event({ sealing_id: randomUUID() })],
    ['of a kind that is none', () => event({ kind: 'deported' })],
    ['at a time that is not now', () => event({ at: now(-3_600_000) })],
    ['under no entry', () => event({ entry_seq: 9_999 })],
    ['under an older entry', () => event({ entry_seq: next() })],
    ['under an entry of no order', () => event({}, anew(told({ order: undefined })))],
    ['under an entry that tells', () => event({}, entry(told(), { seq: next() + 1, type: 'test.recorded' }))],
  ])('is refused %s', (_name, attack) => {
    expect(breaches(world, attack())).toEqual([]);
  });

  it('never changes, never goes, and opens nothing that was lifted', () => {
    const { before = [] } = event();
    const held: Before = [...before, ['sealing_event', opened(lifted())]];
    expect(breaches(world, away('update sealing_event set mark = mark', held))).toEqual([]);
    expect(breaches(world, away('delete from sealing_event', held))).toEqual([]);
    const later: Before = [...held, ...entry(told(), { seq: next() + 2 })];
    expect(breaches(world, { ...event({ entry_seq: next() + 2 }), before: later })).toEqual([]);
  });
});

const toTell = (change: Row = {}, before = entry(told())): Attack => ({
  ...{ name: '', table: 'recall', before },
  row: orders.recallRow(world, change),
});

describe('whom to tell of what was destroyed', () => {
  it('is taken from the chief', () => {
    expect(refusalOf(world, toTell())).toBeNull();
  });

  it.each<readonly [string, () => Attack]>([
    ['by an officer', () => toTell({ by: world.station.officer.id })],
    ['by somebody who left', () => toTell({ by: world.gone })],
    ['by nobody known', () => toTell({ by: randomUUID() })],
    ['whose audience tells a status', () => toTell({ audience: 'Ask for the undocumented cousin' })],
    ['whose number at the audience tells a status', () => toTell({ reached: 'the illegal alien desk' })],
    ['under a number that is a sentence', () => toTell({ number: 'he is undocumented' })],
    ['that left at a time that is none', () => toTell({ left_at: 'lately' })],
    ['at a time that is not now', () => toTell({ at: now(-3_600_000) })],
    ['under no entry', () => toTell({ entry_seq: 9_999 })],
    ['under an older entry', () => toTell({ entry_seq: world.sealed.seq })],
    ['under an entry of no order', () => toTell({}, entry(told({ order: undefined })))],
    ['under an entry that tells', () => toTell({}, entry(told(), { type: 'record.expunged' }))],
  ])('is refused %s', (_name, attack) => {
    expect(breaches(world, attack())).toEqual([]);
  });

  it('never changes, and never goes by itself', () => {
    const { before = [], ...written } = toTell();
    if (!('row' in written)) throw new Error('an attack without a row');
    const held: Before = [...before, ['recall', written.row]];
    expect(breaches(world, away('update recall set mark = mark', held))).toEqual([]);
    expect(breaches(world, away('delete from recall', held))).toEqual([]);
  });
});
