import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStore } from '../../services/ledger/check.ts';
import { signedAttacks, type SignedAttacks } from '../support/signed-attacks.ts';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { connectTo } from '../support/store-place.ts';
import {
  another,
  neededBy,
  newSignedWorld,
  SIGNED,
  SIGNED_TABLES,
  signedRows,
  type SignedRows,
  type SignedTable,
  type SignedWorld,
} from '../support/store-signed-rows.ts';

let world: SignedWorld;
let good: SignedRows;
let write: SignedAttacks['write'];
let next: SignedAttacks['next'];
beforeAll(async () => {
  world = await newSignedWorld();
  good = signedRows(world);
  ({ write, next } = signedAttacks(good, world.third));
});
afterAll(() => world.station.end());

/** Tables of what was told or typed and is no record yet. */
const DRAFTS = ['ground_draft', 'matter_draft'] as const;
const WISH = { kind: 'consular', event: 'wish', detail: '{"wish":"no-answer"}' };
/** A form of a matter, which says itself whom it is about. */
const ofMatter = (row: Row = {}): Row => ({
  ...{ matter_id: good.matter.id, kind: 'consular', event: 'told', detail: '{}' },
  ...{ subject_role: null, subject_last: null, ...row },
});

const ATTACKS: readonly (readonly [name: string, table: SignedTable, change: () => Row])[] = [
  ['somebody let in by themselves', 'account_event', () => ({ person_id: world.station.chief.id })],
  ['somebody let in whom nobody knows', 'account_event', () => ({ person_id: randomUUID() })],
  ['an account that was promoted', 'account_event', () => ({ kind: 'promoted' })],
  ['a review of what comes after it', 'account_review', () => ({ upto: world.third })],
  ['a review of entries that nobody wrote', 'account_review', () => ({ upto: -1 })],
  ['a review of no accounts', 'account_review', () => ({ accounts: 0, active: 0 })],
  ['a review of more accounts than there are', 'account_review', () => ({ accounts: 4 })],
  ['a review of more active accounts than there are', 'account_review', () => ({ active: 3 })],
  ['a review whose remark tells a status', 'account_review', () => ({ remark: 'Kim is undocumented' })],
  ['a setting that is none', 'station_setting', () => ({ name: 'ask-status', value: 'yes' })],
  ['a window that locks too late', 'station_setting', () => ({ value: '60' })],
  ['a value of another setting', 'station_setting', () => ({ value: 'everybody' })],
  ['a policy read that nobody adopted', 'policy_acknowledgement', () => ({ pack_digest: 'a'.repeat(64) })],
  ['a shift handed over to oneself', 'handover', () => ({ taken_by: world.station.officer.id })],
  ['a shift handed over to who left', 'handover', () => ({ taken_by: world.gone })],
  ['a shift handed over to nobody known', 'handover', () => ({ taken_by: randomUUID() })],
  ['fewer than nobody in custody', 'handover', () => ({ in_custody: -1 })],
  ['fewer than none kept apart', 'handover', () => ({ kept_apart: -1 })],
  ['a note that tells a status', 'handover', () => ({ note: 'The one in cell 2 is an illegal alien' })],
  ['keys walked for a reason that is none', 'key_walk', () => ({ why: 'deported' })],
  ['a drill that is neither one nor none', 'key_walk', () => ({ drill: 2 })],
  ['a walk that passed twice over', 'key_walk', () => ({ passed: 7 })],
  ['a walk that passed and never began', 'key_walk', () => ({ begun: null })],
  ['a change in earnest that never began', 'key_walk', () => ({ drill: 0, begun: null, passed: 0 })],
  ['a walk that began after it ended', 'key_walk', () => ({ begun: world.third })],
  ['a drill begun by a change in earnest', 'key_walk', () => ({ begun: world.changed })],
  ['a change in earnest begun by a drill', 'key_walk', () => ({ drill: 0 })],
  ['a walk begun by what has nothing to do with keys', 'key_walk', () => ({ begun: world.first })],
  ['a chain without its digest', 'town_chain', () => ({ sha256: null })],
  ['a digest without its chain', 'town_chain', () => ({ pem: null })],
  ['a chain under the digest of another', 'town_chain', () => ({ sha256: 'a'.repeat(64) })],
  ['a chain with words around it', 'town_chain', () => ({ pem: `He is undocumented\n${world.chain.pem}` })],
  ['a chain of one', 'town_chain', () => ({ pem: world.chain.pem.replace(/.*?-----END CERTIFICATE-----\n/s, '') })],
  ['a key that is a sentence', 'town_chain', () => ({ kid: 'he is undocumented' })],
  ['a list that begins with its second version', 'treaty_list', () => ({ version: 2 })],
  ['a list of no country', 'treaty_list', () => ({ countries: '[]', unless_resident: '[]' })],
  ['a list that is none', 'treaty_list', () => ({ countries: '"Poland"', unless_resident: '[]' })],
  ['a list of a sentence', 'treaty_list', () => ({ countries: '["He was born in Poland"]', unless_resident: '[]' })],
  ['an exception for a country that is not on the list', 'treaty_list', () => ({ unless_resident: '["Cuba"]' })],
  ['a list of a day that is none', 'treaty_list', () => ({ as_of: '2026-02-30' })],
  ['a source that tells a status', 'treaty_list', () => ({ source: 'As the illegal alien said' })],
  ['an answer in plain', 'sealed_answer', () => ({ sealed: Buffer.alloc(272, 'He is undocumented. ') })],
  ['an answer whose length tells it', 'sealed_answer', () => ({ sealed: Buffer.alloc(271, 255) })],
  ['an answer of no matter', 'sealed_answer', () => ({ matter_id: randomUUID() })],
  ['facts told about an act that is none', 'ground_draft', () => ({ act: 'deport' })],
  ['facts told under no ground', 'ground_draft', () => ({ ground: '9z' })],
  ['facts told that tell a status', 'ground_draft', () => ({ facts: '{"facts":{"a":"he is undocumented"}}' })],
  ['facts told under a protected name', 'ground_draft', () => ({ facts: '{"citizenship":"X"}' })],
  ['facts told that are none', 'ground_draft', () => ({ facts: 'none' })],
  ['facts told of a role that is none', 'ground_draft', () => ({ subject_role: 'alien' })],
  ['facts told of a name that tells a status', 'ground_draft', () => ({ subject_last: 'illegal alien' })],
  ['facts told of a booking under another name', 'ground_draft', () => ({ booking_id: world.booking })],
  [
    'facts told of a booking that is not there',
    'ground_draft',
    () => ({ booking_id: randomUUID(), subject_role: null, subject_last: null }),
  ],
  ['facts told at a time that is none', 'ground_draft', () => ({ kept_at: 'lately' })],
  ['facts told by nobody', 'ground_draft', () => ({ kept_by: randomUUID() })],
  ['facts told by who left', 'ground_draft', () => ({ kept_by: world.gone })],
  ['a form of a kind that is none', 'matter_draft', () => ({ kind: 'raid' })],
  ['a form of an event that is none', 'matter_draft', () => ({ event: 'deported' })],
  ['a form that tells a status', 'matter_draft', () => ({ detail: '{"asked":"he is undocumented"}' })],
  ['a form with a box that the event has not', 'matter_draft', () => ({ detail: '{"citizenship":"X"}' })],
  ['a form that tells what is kept sealed', 'matter_draft', () => WISH],
  ['a form without a box that is a sentence', 'matter_draft', () => ({ left_out: '["he is undocumented"]' })],
  ['a form that is none', 'matter_draft', () => ({ detail: 'none' })],
  ['a form about a name that tells a status', 'matter_draft', () => ({ subject_last: 'illegal alien' })],
  ['a form of a matter that is not there', 'matter_draft', () => ofMatter({ matter_id: randomUUID() })],
  ['a form of a matter of another kind', 'matter_draft', () => ofMatter({ kind: 'request' })],
  ['a form about somebody whom its matter names', 'matter_draft', () => ofMatter({ subject_last: 'Placeholder' })],
  ['a form of a booking that is not there', 'matter_draft', () => ({ booking_id: randomUUID() })],
  ['a form at a time that is none', 'matter_draft', () => ({ at: 'lately' })],
  ['a form kept at a time that is none', 'matter_draft', () => ({ kept_at: 'lately' })],
  ['a form by nobody', 'matter_draft', () => ({ kept_by: randomUUID() })],
  ['a form by who left', 'matter_draft', () => ({ kept_by: world.gone })],
];

describe('the tables of what is signed, and of accounts', () => {
  it.each([...SIGNED_TABLES, ...DRAFTS].map((table) => [table]))('take a good row of %s', (table) => {
    expect(refusalOf(world, write(table))).toBeNull();
  });

  it.each(ATTACKS)('refuse %s', (_name, table, change) => {
    expect(breaches(world, write(table, change()))).toEqual([]);
  });

  it.each(SIGNED_TABLES.map((table) => [table]))(
    'refuse a row of %s under no entry, at no time, or a second time',
    (table) => {
      expect(breaches(world, write(table, { entry_seq: 9_999 }))).toEqual([]);
      expect(breaches(world, write(table, { at: 'lately' }))).toEqual([]);
      expect(breaches(world, next(table, { entry_seq: world.second, version: 2 }))).toEqual([]);
    },
  );

  it.each(SIGNED_TABLES.map((table) => [table]))('never change a row of %s, and never let one go', (table) => {
    const before = [...neededBy(good, table), [table, good[table]] as const];
    expect(breaches(world, { name: 'change', sql: `update ${table} set mark = mark`, before })).toEqual([]);
    expect(breaches(world, { name: 'removal', sql: `delete from ${table}`, before })).toEqual([]);
  });

  it.each(SIGNED)('refuse a row of %s where its %s is nobody, left, or of another role', (table, by, roles) => {
    const who = randomUUID();
    for (const id of [who, world.gone]) expect(breaches(world, write(table, { [by]: id }))).toEqual([]);
    for (const role of roles) {
      expect(breaches(world, write(table, { [by]: who }, [another(world, who, role)]))).toEqual([]);
    }
  });

  it('let no review end where one has ended, no opening of the root prove two walks, no version come twice', () => {
    expect(refusalOf(world, next('account_review', { upto: world.first }))).toBeNull();
    expect(breaches(world, next('account_review'))).toEqual([]);
    expect(breaches(world, next('key_walk'))).toEqual([]);
    expect(refusalOf(world, next('treaty_list', { version: 2 }))).toBeNull();
    expect(breaches(world, next('treaty_list'))).toEqual([]);
    expect(breaches(world, next('policy_acknowledgement'))).toEqual([]);
  });

  // Like every event and paper of a matter: the calls ask for the role, the database that somebody known stands there.
  it('take a sealed answer from whoever is known', () => {
    expect(breaches(world, write('sealed_answer', { by: randomUUID() }))).toEqual([]);
    expect(refusalOf(world, write('sealed_answer', { by: world.gone }))).toBeNull();
  });

  // Facts that were told are no record yet: they go with what they were told for, and a new row takes the old one's place.
  it.each(DRAFTS.map((table) => [table]))('let a row of %s go and be told anew, and change none', (table) => {
    const before = [[table, good[table]] as const];
    const anew: Attack = { ...write(table, { id: randomUUID() }), before };
    const ways = breaches(world, anew).map((way) => way.replace(/.*: /, ''));
    expect([...new Set(ways)]).toEqual(['insert or replace', 'replace']);
    expect(refusalOf(world, { name: 'removal', sql: `delete from ${table}`, before })).toBeNull();
    expect(breaches(world, { name: 'change', sql: `update ${table} set mark = mark`, before })).toEqual([]);
  });

  it('take a form of a matter from whoever tells of it', () => {
    expect(refusalOf(world, write('matter_draft', ofMatter()))).toBeNull();
  });

  // No entry says of what it is for: one of a booking may cover a shift. The check compares what the two say.
  it('take a row under the entry of another record, which the check then names', async () => {
    const connection = connectTo(world.station.place);
    const row: Row = { ...good.handover, entry_seq: 0 };
    const names = Object.keys(row).map((name) => `"${name}"`);
    const sql = `insert into handover (${names.join()}) values (${names.map(() => '?').join()})`;
    connection.prepare(sql).run(Object.values(row));
    connection.close();
    const failing = (await checkStore(world.station.store.read)).filter(({ ok }) => !ok);
    expect(failing.map(({ name }) => name)).toContain('contents');
  });
});
