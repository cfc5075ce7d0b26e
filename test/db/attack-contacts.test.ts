import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
let good: Row;
beforeAll(async () => {
  world = await newWorld();
  const { chief } = world.station;
  good = {
    ...{ entry_seq: world.spare, contact_id: randomUUID(), version: 1, kind: 'jttf', name: 'Duty desk', agency: 'FBI' },
    ...{ number: '617-555-0100', second: null, notes: 'Day and night', checked_at: now(), checked_by: chief.id },
    ...{ retired: 0, at: now(), by: chief.id },
  };
});
afterAll(() => world.station.end());

const write = (change: Row = {}, before: Attack['before'] = []): Attack => ({
  ...{ name: 'contact', table: 'contact', before },
  row: { ...good, ...change },
});
/** The version after the good one. */
const next = (change: Row, first: Row = {}): Attack =>
  write({ entry_seq: world.sealed.seq, version: 2, ...change }, [['contact', { ...good, ...first }]]);

const ATTACKS: readonly (readonly [name: string, change: () => Row])[] = [
  ['that begins with its second version', () => ({ version: 2 })],
  ['of a kind that is none', () => ({ kind: 'ice' })],
  ['without a number', () => ({ number: ' ' })],
  ['without a name', () => ({ name: '' })],
  ['whose notes tell a status', () => ({ notes: 'Ask for the undocumented cousin' })],
  ['whose name tells a status', () => ({ name: 'illegal alien desk' })],
  ['that was tried by nobody', () => ({ checked_by: null })],
  ['that was tried at no time', () => ({ checked_at: null })],
  ['that was tried at a time that is none', () => ({ checked_at: 'lately' })],
  ['that an officer keeps', () => ({ by: world.station.officer.id })],
  ['that somebody keeps who left', () => ({ by: world.gone })],
  ['that no entry covers', () => ({ entry_seq: 9_999 })],
];

describe('the table of contacts', () => {
  it('takes a card, and its next version', () => {
    expect(refusalOf(world, write())).toBeNull();
    expect(refusalOf(world, write({ agency: 'ICE', notes: 'I-247A desk' }))).toBeNull();
    expect(refusalOf(world, next({ number: '617-555-0101' }))).toBeNull();
  });

  it.each(ATTACKS)('refuses a card %s', (_name, change) => {
    expect(breaches(world, write(change()))).toEqual([]);
  });

  it('refuses a version twice, a gap, and whatever follows a card that was taken off', () => {
    expect(breaches(world, next({ version: 1 }))).toEqual([]);
    expect(breaches(world, next({ version: 3 }))).toEqual([]);
    expect(breaches(world, next({}, { retired: 1 }))).toEqual([]);
  });

  it('never changes a row, and never lets one go', () => {
    const before = [['contact', good] as const];
    expect(breaches(world, { name: 'change', sql: `update contact set number = '617-555-0199'`, before })).toEqual([]);
    expect(breaches(world, { name: 'removal', sql: 'delete from contact', before })).toEqual([]);
  });
});
