import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, type Attack, type Row } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

type Change = (world: World) => Row;
const role =
  (name: string): Change =>
  () => ({ facts: JSON.stringify({ subject: { role: name } }) });

const STATUS: Readonly<Record<string, Change>> = {
  'without a ground': () => ({ determination_id: randomUUID() }),
  "under another booking's ground": (w) => ({ booking_id: w.other }),
  'under a ground that was taken back': (w) => ({ determination_id: w.revoked }),
  'under a ground that is over': (w) => ({ determination_id: w.expired }),
  'under a ground that does not open recording': (w) => ({ determination_id: w.opensNoticeOnly }),
  'back-dated by an hour': () => ({ entered_at: now(-3_600_000) }),
  'dated an hour ahead': () => ({ entered_at: now(3_600_000) }),
  'dated by no date': () => ({ entered_at: 'yesterday' }),
  'longer than it may be': () => ({ value: 'x'.repeat(201) }),
  empty: () => ({ value: '' }),
  'whose entry does not commit to it': () => ({ disclosure: Buffer.from('["s","status",1]').toString('base64url') }),
  'without an entry': () => ({ entry_seq: 999_999 }),
  'by nobody': () => ({ entered_by: randomUUID() }),
};

const DETERMINATION: Readonly<Record<string, Change>> = {
  'of a victim': role('victim'),
  'of a witness': role('witness'),
  'of nobody': () => ({ facts: '{}' }),
  'for 25 hours': () => ({ expires_at: now(25 * 3_600_000) }),
  'that ends before it begins': () => ({ expires_at: now(-60_000) }),
  'back-dated by an hour': () => ({ decided_at: now(-3_600_000), expires_at: now(3_600_000) }),
  'co-signed by its decider': (w) => ({ cosigned_by: w.station.officer.id }),
  'co-signed by nobody known': () => ({ cosigned_by: randomUUID() }),
  'co-signed by somebody who left': (w) => ({ cosigned_by: w.gone }),
  'by somebody who left': (w) => ({ decided_by: w.gone }),
  'of a form that was never saved': (w) => ({ booking_id: w.openForm }),
  'that opens nothing': () => ({ opens: '[]' }),
  'that opens what is no act': () => ({ opens: '["everything"]' }),
  'under a pack that nobody adopted': () => ({ pack_digest: '0'.repeat(64) }),
  'under no ground of the policy': () => ({ ground: '9z' }),
};

describe('the sealed status table', () => {
  it('takes a status under a ground that stands', () => {
    expect(refusalOf(world, { name: '', table: 'status_record', row: goodRows(world).status_record })).toBeNull();
  });

  it.each(Object.entries(STATUS))('refuses a status %s', (name, change) => {
    const row = { ...goodRows(world).status_record, ...change(world) };
    expect(breaches(world, { name, table: 'status_record', row })).toEqual([]);
  });

  it.each([
    ['changing one', "update status_record set value = 'other'"],
    ['moving one to another booking', 'update status_record set booking_id = (select id from booking limit 1)'],
    ['deleting one', 'delete from status_record'],
    ['changing its mark', "update status_record set mark = 'x'"],
  ])('refuses %s', (name, sql) => {
    expect(breaches(world, { name, sql })).toEqual([]);
  });

  it('refuses to replace one under its id or its entry', () => {
    const row = goodRows(world).status_record;
    const sameId = { name: 'id', table: 'status_record', row: { ...row, id: world.statusId } };
    expect(breaches(world, sameId)).toEqual([]);
  });
});

describe('the table of grounds', () => {
  const withDecision = (change: Row, decision: Row = {}): Attack => {
    const rows = goodRows(world);
    const shared = {
      facts: change['facts'] ?? rows.decision.facts,
      booking_id: change['booking_id'] ?? rows.decision.booking_id,
    };
    const before = [['decision', { ...rows.decision, ...shared, ...decision }]] as const;
    return { name: '', table: 'determination', row: { ...rows.determination, ...change }, before };
  };

  it('takes a ground that was decided to stand', () => {
    expect(refusalOf(world, withDecision({}))).toBeNull();
    expect(refusalOf(world, withDecision({ cosigned_by: world.station.chief.id }))).toBeNull();
  });

  it.each(Object.entries(DETERMINATION))('refuses a ground %s', (_name, change) => {
    expect(breaches(world, withDecision(change(world)))).toEqual([]);
  });

  it('refuses a ground that was not decided, or was decided against', () => {
    const row = goodRows(world).determination;
    expect(breaches(world, { name: '', table: 'determination', row })).toEqual([]);
    expect(breaches(world, withDecision({}, { outcome: 'refuse' }))).toEqual([]);
    expect(breaches(world, withDecision({}, { booking_id: world.other }))).toEqual([]);
  });

  it.each([
    ['making one last longer', "update determination set expires_at = '2099-01-01T00:00:00Z'"],
    ['deleting one', 'delete from determination'],
    ['deleting that one was taken back', 'delete from determination_event'],
    ['changing the facts of a decision', "update decision set facts = '{}'"],
  ])('refuses %s', (name, sql) => {
    expect(breaches(world, { name, sql })).toEqual([]);
  });
});
