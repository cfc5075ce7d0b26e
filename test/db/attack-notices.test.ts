import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
let good: ReturnType<typeof goodNotice>;
beforeAll(async () => {
  world = await newWorld();
  good = goodNotice(world);
});
afterAll(() => world.station.end());

/** A notice about a suspect who is not booked: matter, answer, line of the log and event, all under the newest entry. */
function goodNotice({ station, sealed, notice }: World) {
  const [matterId, by, at, entry] = [randomUUID(), station.officer.id, now(), sealed.seq];
  const number = 'M-2026-00001';
  const facts = JSON.stringify({ act: 'notify-ice', subject: { role: 'suspect' } });
  return {
    number_reservation: {
      ...{ kind: 'matter', year: 2026, seq: 1, number, record_id: matterId, reserved_at: at, reserved_by: by },
    },
    matter: {
      ...{ entry_seq: entry, id: matterId, number, kind: 'notice', booking_id: null, subject_role: 'suspect' },
      ...{ subject_last: 'Placeholder', opened_at: at, opened_by: by },
    },
    matter_decision: {
      ...{
        entry_seq: entry,
        id: randomUUID(),
        matter_id: matterId,
        event: 'notified',
        act: 'notify-ice',
        ground: '2e',
      },
      ...{ cite: '2(e)', facts, pack_digest: station.packDigest, outcome: 'allow', missing: '[]', contradicted: '[]' },
      ...{ at, by, cosigned_by: null },
    },
    notification: {
      ...{ entry_seq: entry, id: notice.id, number: notice.number, booking_id: null, determination_id: null },
      ...{ outcome: 'notified', direction: 'out', contacted_at: at, agency: 'ICE', channel: 'phone' },
      ...{ purpose: 'Told them of the tip.', released: '["name"]', criminal_history: 0 },
      ...{ decided_by: by, cosigned_by: null, entered_at: at },
    },
    matter_event: {
      ...{ entry_seq: entry, id: randomUUID(), matter_id: matterId, kind: 'notified', at },
      ...{ detail: '{}', entered_at: at, entered_by: by },
    },
  } satisfies Record<string, Row>;
}

type Table = keyof ReturnType<typeof goodNotice>;
const ORDER: readonly Table[] = ['number_reservation', 'matter', 'matter_decision', 'notification', 'matter_event'];

/** A write of one table with what it needs before it; `earlier` changes rows that come before, or leaves them out. */
function attack(table: Table, change: Row = {}, earlier: Partial<Record<Table, Row | null>> = {}): Attack {
  const before = ORDER.slice(0, ORDER.indexOf(table)).flatMap((name): (readonly [string, Row])[] => {
    const other = earlier[name];
    return other === null ? [] : [[name, { ...good[name], ...other }]];
  });
  return { name: table, table, row: { ...good[table], ...change }, before };
}

type Case = readonly [
  name: string,
  table: Table,
  change: () => Row,
  earlier?: () => Partial<Record<Table, Row | null>>,
];
const same = (): Row => ({});
const inquiry = () => ({ matter: { kind: 'inquiry', booking_id: world.booking } });
const ATTACKS: readonly Case[] = [
  ['a notice that nobody decided', 'notification', same, () => ({ matter_decision: null })],
  ['a notice that was refused', 'notification', same, () => ({ matter_decision: { outcome: 'refuse' } })],
  [
    'a notice under the answer to another act',
    'notification',
    same,
    () => ({ matter_decision: { act: 'ask-status', facts: '{"act":"ask-status","subject":{"role":"suspect"}}' } }),
  ],
  ['a notice under the answer of another kind of matter', 'notification', same, inquiry],
  ['a notice under an earlier entry than its answer', 'notification', () => ({ entry_seq: world.spare })],
  [
    'a notice under an entry that is no longer the newest',
    'notification',
    () => ({ entry_seq: world.spare }),
    () => ({ matter: { entry_seq: world.spare }, matter_decision: { entry_seq: world.spare } }),
  ],
  ['a notice by somebody else than who decided', 'notification', () => ({ decided_by: world.station.chief.id })],
  [
    'a notice that names a co-signer who signed nothing',
    'notification',
    () => ({ cosigned_by: world.station.chief.id }),
  ],
  [
    'a notice with a booking under the answer about nobody booked',
    'notification',
    () => ({ booking_id: world.booking }),
  ],
  ['a booking number told of somebody who is not booked', 'notification', () => ({ released: '["booking-number"]' })],
  ['a charge told of somebody who is not booked', 'notification', () => ({ released: '["name","charge"]' })],
  ['an event of a notice that is not on the log', 'matter_event', same, () => ({ notification: null })],
  [
    'an event of a notice beside a decline',
    'matter_event',
    same,
    () => ({ notification: { outcome: 'declined', released: '[]' } }),
  ],
  ['a decline beside a notice', 'matter_event', () => ({ kind: 'not-notified' })],
  ['a notice at another time than the log says', 'matter_event', () => ({ at: now(-60_000) })],
  ['a notice about a booking', 'matter', () => ({ booking_id: world.booking })],
  ['a notice about nobody named', 'matter', () => ({ subject_last: null })],
];

describe('a notice about somebody who is not booked', () => {
  it.each(ORDER.map((table) => [table]))('is taken as a good row of %s', (table) => {
    expect(refusalOf(world, attack(table))).toBeNull();
  });

  it('is taken with a co-signer who signed the answer too', () => {
    const cosigned = { cosigned_by: world.station.chief.id };
    expect(refusalOf(world, attack('notification', cosigned, { matter_decision: cosigned }))).toBeNull();
  });

  it('may be declined without an answer', () => {
    const declined = { matter_decision: null, notification: { outcome: 'declined', released: '[]' } };
    expect(refusalOf(world, attack('matter_event', { kind: 'not-notified' }, declined))).toBeNull();
  });

  it.each(['victim', 'witness', 'reporting-party', 'visitor', null])('is never about: %s', (role) => {
    expect(breaches(world, attack('matter', { subject_role: role }))).toEqual([]);
  });

  it.each(ATTACKS.map(([name, ...rest]) => ({ name, rest })))('refuses $name', ({ rest: [table, change, earlier] }) => {
    expect(breaches(world, attack(table, change(), earlier?.()))).toEqual([]);
  });
});
