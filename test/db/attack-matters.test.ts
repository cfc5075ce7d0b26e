import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { now } from '../support/store-station.ts';
import { hex, newWorld, type World } from '../support/store-world.ts';

let world: World;
let good: ReturnType<typeof goodMatter>;
beforeAll(async () => {
  world = await newWorld();
  good = goodMatter(world);
});
afterAll(() => world.station.end());

/** A question about an arrestee: number, matter, the policy's answer and the event, all under one entry. */
function goodMatter({ station, spare, booking }: World) {
  const [matterId, by] = [randomUUID(), station.officer.id];
  const number = 'M-2026-00001';
  const facts = JSON.stringify({ act: 'ask-status', subject: { role: 'arrestee' } });
  return {
    number_reservation: {
      ...{ kind: 'matter', year: 2026, seq: 1, number, record_id: matterId },
      ...{ reserved_at: now(), reserved_by: by },
    },
    matter: {
      ...{ entry_seq: spare, id: matterId, number, kind: 'inquiry', booking_id: booking, subject_role: 'arrestee' },
      ...{ opened_at: now(), opened_by: by },
    },
    matter_decision: {
      ...{ entry_seq: spare, id: randomUUID(), matter_id: matterId, event: 'asked', act: 'ask-status', ground: '2a' },
      ...{ cite: '2(a)', facts, pack_digest: station.packDigest, outcome: 'allow', missing: '[]', contradicted: '[]' },
      ...{ at: now(), by },
    },
    matter_event: {
      ...{ entry_seq: spare, id: randomUUID(), matter_id: matterId, kind: 'asked', at: now() },
      ...{ detail: '{"of":"the-person","answer":"declined"}', entered_at: now(), entered_by: by },
    },
    duty: {
      ...{ entry_seq: spare, id: randomUUID(), duty: 'jttf', ground: '2c', cite: '2(c)', matter_id: matterId },
      ...{ since: now(), by_time: now(900_000), opened_at: now(), opened_by: by },
    },
    scan: {
      ...{ entry_seq: spare, matter_id: matterId, sha256: hex(), size: 4, media_type: 'application/pdf' },
      ...{ nonce: 'A'.repeat(16), sealed: Buffer.alloc(20, 255), at: now(), by },
    },
  } satisfies Record<string, Row>;
}

type Table = 'number_reservation' | 'matter' | 'matter_decision' | 'matter_event' | 'duty' | 'scan';
const ORDER: readonly Table[] = ['number_reservation', 'matter', 'matter_decision', 'matter_event', 'duty', 'scan'];

/** A write of one table with what it needs before it; `earlier` changes rows that come before. */
function attack(table: Table, change: Row = {}, earlier: Partial<Record<Table, Row | null>> = {}): Attack {
  const before = ORDER.slice(0, ORDER.indexOf(table)).flatMap((name): (readonly [string, Row])[] => {
    const other = earlier[name];
    return other === null ? [] : [[name, { ...good[name], ...other }]];
  });
  return { name: table, table, row: { ...good[table], ...change }, before };
}

const role = (name: string | null, ground = '2a') => ({
  matter: { subject_role: name },
  row: { ground, facts: JSON.stringify({ act: 'ask-status', subject: name === null ? {} : { role: name } }) },
});

type Case = readonly [name: string, table: Table, change: Row, earlier?: Partial<Record<Table, Row | null>>];
const ATTACKS: readonly Case[] = [
  ['an answer about another role than that of the record', 'matter_decision', role('suspect').row],
  ['an answer to another act than was asked', 'matter_decision', { act: 'notify-ice' }],
  ['an allowed act of no matter', 'matter_decision', { matter_id: null }],
  [
    'an answer whose facts tell a status',
    'matter_decision',
    { facts: '{"act":"ask-status","facts":{"asked":"he is undocumented"}}' },
  ],
  ['an answer that lacks what is no fact', 'matter_decision', { missing: '["nationality"]' }],
  ['a matter under a number that nobody reserved', 'matter', { number: 'M-2026-00009' }],
  ['a matter of a kind that is none', 'matter', { kind: 'raid' }],
  ['a matter about a role that is none', 'matter', { subject_role: 'alien' }],
  ['a matter about a name that tells a status', 'matter', { subject_last: 'illegal alien' }],
  ['an event that the policy was not asked about', 'matter_event', {}, { matter_decision: null }],
  ['an event that the policy refused', 'matter_event', {}, { matter_decision: { outcome: 'refuse' } }],
  ['an event under the answer to another', 'matter_event', {}, { matter_decision: { event: 'queried' } }],
  ['an event of another kind of matter', 'matter_event', { kind: 'received', detail: '{}' }],
  ['a box that no form has', 'matter_event', { detail: '{"of":"the-person","answer":"declined","citizenship":"X"}' }],
  ['a choice outside its list', 'matter_event', { detail: '{"of":"the-person","answer":"not a citizen"}' }],
  ['a detail that is no form', 'matter_event', { detail: '[]' }],
  [
    'an event that goes on before it began',
    'matter_event',
    { kind: 'copy', detail: '{}' },
    { matter: { kind: 'request' } },
  ],
  ['a number with a gap before it', 'number_reservation', { seq: 2, number: 'M-2026-00002' }],
  ['a duty of a matter that is not there', 'duty', { matter_id: randomUUID() }],
  ['a duty under no ground', 'duty', { ground: '9z' }],
  ['a scan that is not sealed', 'scan', { sealed: Buffer.alloc(4, 255) }],
  ['a scan that is a text', 'scan', { sealed: Buffer.from('He is undocumented!!') }],
  ['a scan that is a wide text', 'scan', { sealed: Buffer.from('is illegal', 'utf16le') }],
  ['a scan of an unknown kind', 'scan', { media_type: 'text/plain' }],
];

describe('the tables of matters', () => {
  it.each(ORDER.map((table) => [table]))('take a good row of %s', (table) => {
    expect(refusalOf(world, attack(table))).toBeNull();
  });

  it.each(['victim', 'witness', 'reporting-party', 'visitor', null])(
    'never let an act be allowed about: %s',
    (name) => {
      const { matter, row } = role(name);
      expect(breaches(world, attack('matter_decision', row, { matter }))).toEqual([]);
      expect(refusalOf(world, attack('matter_decision', { ...row, outcome: 'refuse' }, { matter }))).toBeNull();
    },
  );

  it.each(ATTACKS.map(([name, ...rest]) => ({ name, rest })))('refuse $name', ({ rest: [table, change, earlier] }) => {
    expect(breaches(world, attack(table, change, earlier))).toEqual([]);
  });

  it('refuse a co-signer who decided, or who left', () => {
    expect(refusalOf(world, attack('matter_decision', { cosigned_by: world.station.chief.id }))).toBeNull();
    for (const who of [world.station.officer.id, world.gone, randomUUID()]) {
      expect(breaches(world, attack('matter_decision', { cosigned_by: who }))).toEqual([]);
    }
  });

  it('take nothing more once a matter is closed', () => {
    const second = { entry_seq: world.sealed.seq, id: randomUUID() };
    const closed = attack('matter_event', second);
    const before = [...(closed.before ?? []), ['matter_event', good.matter_event] as const];
    const again = ['matter_decision', { ...good.matter_decision, ...second }] as const;
    expect(breaches(world, { ...closed, before: [...before, again] })).toEqual([]);
  });
});

describe('the table of what was done about duties', () => {
  const done = (duty: Row, event: Row): Attack => ({
    ...{ name: 'done', table: 'duty_event' },
    before: [...(attack('duty').before ?? []), ['duty', { ...good.duty, ...duty }]],
    row: {
      ...{ entry_seq: world.spare, id: randomUUID(), duty_id: good.duty.id, kind: 'done', at: now() },
      ...{ detail: '{}', entered_at: now(), entered_by: world.station.officer.id, ...event },
    },
  });
  const reached = '{"number":"(617) 555-0100","reached":"Duty agent","method":"phone"}';

  it('takes a task force that was reached by somebody, and no other end', () => {
    expect(refusalOf(world, done({}, { detail: reached }))).toBeNull();
    for (const detail of ['{}', '{"number":"(617) 555-0100","reached":" ","method":"phone"}', '{"note":"Done."}']) {
      expect(breaches(world, done({}, { detail }))).toEqual([]);
    }
  });

  it('takes a review by the chief only', () => {
    const review = { duty: 'chief-review', ground: 'X2', cite: 'Policy, exception 2' };
    expect(refusalOf(world, done(review, { entered_by: world.station.chief.id }))).toBeNull();
    expect(breaches(world, done(review, {}))).toEqual([]);
  });

  it('never lets anybody say that somebody is held no more', () => {
    const held = { duty: 'held-past-release', ground: '3c', cite: '3(c)' };
    expect(breaches(world, done(held, {}))).toEqual([]);
    expect(breaches(world, done(held, { detail: `{"event":"${randomUUID()}"}` }))).toEqual([]);
    expect(refusalOf(world, done(held, { detail: `{"event":"${good.matter_event.id}"}` }))).toBeNull();
  });

  it('takes nothing more about a duty that is done', () => {
    const first = done({}, { detail: reached });
    if (!('row' in first)) throw new Error('an attack without a row');
    const before = [...(first.before ?? []), ['duty_event', first.row] as const];
    const row = { ...first.row, entry_seq: world.sealed.seq, id: randomUUID(), kind: 'attempt', detail: '{}' };
    expect(breaches(world, { name: 'again', table: 'duty_event', row, before })).toEqual([]);
  });
});
