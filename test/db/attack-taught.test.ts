import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BY_SENTENCE, BY_WORDS } from '../support/false-hits.ts';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
let good: Row;
let revoked: Row;
beforeAll(async () => {
  world = await newWorld();
  const { chief, officer } = world.station;
  const id = randomUUID();
  good = {
    ...{ entry_seq: world.spare, id, ...BY_WORDS.taught, reason: 'A shop calls its helpers so' },
    ...{ asked_by: officer.id, confirmed_by: chief.id, at: now() },
  };
  revoked = {
    ...{ entry_seq: world.spare, id: randomUUID(), phrase_id: id, kind: 'revoked', reason: null },
    ...{ at: now(), by: chief.id },
  };
});
afterAll(() => world.station.end());

const teach = (change: Row = {}, before: Attack['before'] = []): Attack => ({
  ...{ name: 'teach', table: 'taught_phrase', before },
  row: { ...good, ...change },
});
const revoke = (change: Row = {}): Attack => ({
  ...{ name: 'revoke', table: 'taught_phrase_event', before: [['taught_phrase', good]] },
  row: { ...revoked, ...change },
});
const again = (): Row => ({ entry_seq: world.sealed.seq, id: randomUUID() });

const TEACHINGS: readonly (readonly [name: string, change: () => Row])[] = [
  ['of a wording that tells status wherever it stands', () => ({ phrase: 'is undocumented' })],
  ['of such a wording in disguise', () => ({ phrase: 'is und0cumented' })],
  ['of a sentence that tells it', () => ({ grain: 'whole', phrase: 'He said that he is undocumented' })],
  ['of a number that has a shape', () => ({ grain: 'whole', phrase: 'The number is A123456789' })],
  ['of one word that its neighbours explain', () => ({ phrase: 'refugee' })],
  ['of the name of an agency', () => ({ phrase: 'Border Patrol' })],
  ['of a sentence as words', () => ({ ...BY_SENTENCE.taught, grain: 'words' })],
  [
    'of two sentences as one',
    () => ({ ...BY_SENTENCE.taught, phrase: 'Their band is called Border Patrol. It is loud.' }),
  ],
  ['of nothing', () => ({ phrase: '' })],
  ['of more than anybody takes in', () => ({ phrase: `temporary status ${'at work '.repeat(20)}` })],
  ['of another grain', () => ({ grain: 'stem' })],
  ['in a kind of text that is none', () => ({ field: 'anything' })],
  ['in reasons', () => ({ field: 'reason' })],
  ['in codes', () => ({ field: 'code' })],
  ['for a reason that tells a status', () => ({ reason: 'He is undocumented anyway' })],
  ['for no reason', () => ({ reason: '  ' })],
  ['that the asker confirms', () => ({ asked_by: world.station.chief.id })],
  ['that an officer confirms', () => ({ confirmed_by: world.station.officer.id, asked_by: world.station.chief.id })],
  ['that somebody confirms who left', () => ({ confirmed_by: world.gone })],
  ['that somebody asked for who left', () => ({ asked_by: world.gone })],
  ['that nobody asked for', () => ({ asked_by: randomUUID() })],
  ['that nobody confirmed', () => ({ confirmed_by: randomUUID() })],
  ['at no time', () => ({ at: 'lately' })],
  ['that no entry covers', () => ({ entry_seq: 9_999 })],
];

const REVOCATIONS: readonly (readonly [name: string, change: () => Row])[] = [
  ['of a phrase that was never taught', () => ({ phrase_id: randomUUID() })],
  ['by an officer', () => ({ by: world.station.officer.id })],
  ['by somebody who left', () => ({ by: world.gone })],
  ['of another kind', () => ({ kind: 'kept' })],
  ['for a reason that tells a status', () => ({ reason: 'He is undocumented after all' })],
  ['at no time', () => ({ at: 'lately' })],
  ['that no entry covers', () => ({ entry_seq: 9_999 })],
];

describe('the table of taught phrases', () => {
  it('takes words, a whole sentence, and a name', () => {
    expect(refusalOf(world, teach())).toBeNull();
    expect(refusalOf(world, teach({ ...BY_SENTENCE.taught }))).toBeNull();
    expect(refusalOf(world, teach({ field: 'alias', grain: 'whole', phrase: 'Migra' }))).toBeNull();
  });

  it.each(TEACHINGS)('refuses a teaching %s', (_name, change) => {
    expect(breaches(world, teach(change()))).toEqual([]);
  });

  it('takes nothing twice while it stands', () => {
    expect(breaches(world, teach(again(), [['taught_phrase', good]]))).toEqual([]);
  });

  it('never changes a row, and never lets one go', () => {
    const before = [['taught_phrase', good] as const];
    const sql = `update taught_phrase set phrase = 'lost status'`;
    expect(breaches(world, { name: 'change', sql, before })).toEqual([]);
    expect(breaches(world, { name: 'removal', sql: 'delete from taught_phrase', before })).toEqual([]);
  });
});

describe('the table of phrases taken back', () => {
  it('takes one', () => {
    expect(refusalOf(world, revoke())).toBeNull();
    expect(refusalOf(world, revoke({ reason: 'It was used for people' }))).toBeNull();
  });

  it.each(REVOCATIONS)('refuses one %s', (_name, change) => {
    expect(breaches(world, revoke(change()))).toEqual([]);
  });

  it('takes none twice, changes none and lets none go', () => {
    const before = [['taught_phrase', good] as const, ['taught_phrase_event', revoked] as const];
    const twice = { ...revoke(again()), before };
    expect(breaches(world, twice)).toEqual([]);
    expect(breaches(world, { name: 'change', sql: `update taught_phrase_event set at = '${now()}'`, before })).toEqual(
      [],
    );
    expect(breaches(world, { name: 'removal', sql: 'delete from taught_phrase_event', before })).toEqual([]);
  });
});

describe('a connection that was told of no phrase', () => {
  it('lets nothing through: the list is read by the store alone', () => {
    const row = { booking_id: world.openForm, version: 1, saved_at: now(), saved_by: world.station.officer.id };
    const attack: Attack = {
      ...{ name: 'save', table: 'booking_version' },
      before: [['taught_phrase', good]],
      row: { ...row, entry_seq: world.sealed.seq, last_name: 'Testperson', narrative: BY_WORDS.text },
    };
    expect(breaches(world, attack)).toEqual([]);
  });
});
