import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
let good: Row;
beforeAll(async () => {
  world = await newWorld();
  good = {
    ...{ entry_seq: world.spare, year: 2026, seq: 1, number: 'F-2026-00001', clause: '3b-i', kind: 'printed' },
    ...{ record_number: null, at: now(), by: world.station.officer.id },
  };
});
afterAll(() => world.station.end());

const write = (change: Row = {}, before: Attack['before'] = []): Attack => ({
  ...{ name: 'form', table: 'blank_form', before },
  row: { ...good, ...change },
});
const ending = (change: Row): Attack =>
  write({ entry_seq: world.sealed.seq, kind: 'not-used', ...change }, [['blank_form', good]]);

const ATTACKS: readonly (readonly [name: string, change: () => Row])[] = [
  ['that leaves a gap', () => ({ seq: 2, number: 'F-2026-00002' })],
  ['whose number is another', () => ({ number: 'F-2026-00007' })],
  ['of a clause that is none', () => ({ clause: 'ice' })],
  ['that ends before it was printed', () => ({ kind: 'lost' })],
  ['that is printed with a record', () => ({ record_number: '2026-00001' })],
  ['that somebody printed who left', () => ({ by: world.gone })],
  ['that no entry covers', () => ({ entry_seq: 9_999 })],
];

describe('the table of forms on paper', () => {
  it('takes a form, and what became of it', () => {
    expect(refusalOf(world, write())).toBeNull();
    expect(refusalOf(world, ending({}))).toBeNull();
    expect(refusalOf(world, ending({ kind: 'lost' }))).toBeNull();
  });

  it.each(ATTACKS)('refuses a form %s', (_name, change) => {
    expect(breaches(world, write(change()))).toEqual([]);
  });

  it('refuses a form under another clause, one keyed into nothing, and one keyed into a record that nobody has', () => {
    expect(breaches(world, ending({ clause: '2a' }))).toEqual([]);
    expect(breaches(world, ending({ kind: 'keyed-in' }))).toEqual([]);
    expect(breaches(world, ending({ kind: 'keyed-in', record_number: '2026-99999' }))).toEqual([]);
    expect(breaches(world, ending({ kind: 'not-used', record_number: '2026-00001' }))).toEqual([]);
  });

  it('never changes a row, and never lets one go', () => {
    const before = [['blank_form', good] as const];
    expect(breaches(world, { name: 'change', sql: `update blank_form set clause = '2a'`, before })).toEqual([]);
    expect(breaches(world, { name: 'removal', sql: 'delete from blank_form', before })).toEqual([]);
  });
});
