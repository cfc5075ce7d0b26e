import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breaches, refusalOf, WEAKENED, type Row } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { newWorld, type World } from '../support/store-world.ts';

type Good = ReturnType<typeof goodRows>;
type Table = keyof Good;
type Change = (world: World) => Row;

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

/** Tables whose good row needs no other row before it. */
const ALONE: readonly Table[] = [
  ...(['decision', 'notification', 'booking_version', 'booking_event', 'draft'] as const),
  ...(['audit_event', 'refusal_log', 'import_source', 'quarantine', 'status_record'] as const),
];

const same =
  (row: Row): Change =>
  () =>
    row;

/** Direction in, outcome notified, nothing named. */
const ANSWER: Row = { determination_id: null, direction: 'in', released: '[]' };

const ATTACKS: readonly (readonly [name: string, table: Table, change: Change])[] = [
  ['a notice without a ground', 'notification', same({ determination_id: null })],
  [
    'an answer to a question without a ground',
    'notification',
    same({ determination_id: null, direction: 'in', released: '["name","dob"]' }),
  ],
  ['an answer to a question under no ground that names nothing', 'notification', same(ANSWER)],
  ['a decline that released something', 'notification', same({ outcome: 'declined' })],
  ['no action that released something', 'notification', same({ outcome: 'no-action', direction: 'in' })],
  [
    'a decline that released a criminal history',
    'notification',
    same({ outcome: 'declined', released: '[]', criminal_history: 1 }),
  ],
  ["a notice under another booking's ground", 'notification', (w) => ({ booking_id: w.other })],
  ['a notice of no booking', 'notification', same({ booking_id: null })],
  ['a notice under a ground that was taken back', 'notification', (w) => ({ determination_id: w.revoked })],
  ['a notice under a ground that is over', 'notification', (w) => ({ determination_id: w.expired })],
  ['a notice under a number that nobody reserved', 'notification', same({ number: 'N-2026-00099' })],
  ['a notice whose purpose tells a status', 'notification', same({ purpose: 'He is undocumented.' })],
  ['a notice with an outcome of its own', 'notification', same({ outcome: 'whatever' })],
  ['a narrative that tells a status', 'booking_version', same({ narrative: 'States he is undocumented.' })],
  ['a narrative in disguise', 'booking_version', same({ narrative: 'states he is und\u043ecumented' })],
  ['a name list that tells a status', 'booking_version', same({ aliases: '["Bo","illegal alien"]' })],
  ['a list that tells it over the end of an entry', 'booking_version', same({ property_items: '["removal","order"]' })],
  ['a release to the immigration agency', 'booking_version', same({ released_to: 'ICE' })],
  ['a code outside its list', 'booking_version', same({ ethnicity: 'MEXICAN' })],
  ['a residence code outside its list', 'booking_version', same({ resident_status: 'ALIEN' })],
  ['a state that is none', 'booking_version', same({ address_state: 'MX' })],
  ['a day that does not exist', 'booking_version', same({ dob: '1990-02-30' })],
  ['a yes that is neither yes nor no', 'booking_version', same({ rights_read: 7 })],
  ['a list that is no list', 'booking_version', same({ property_items: 'wallet' })],
  ['a gap between versions', 'booking_version', same({ version: 3, reason: 'It was misspelt.' })],
  ['a correction without a reason', 'booking_version', (w) => ({ booking_id: w.booking, version: 2 })],
  [
    'a correction whose reason tells a status',
    'booking_version',
    (w) => ({
      booking_id: w.booking,
      version: 2,
      reason: 'He is an illegal alien.',
    }),
  ],
  ['a version of a booking that is not there', 'booking_version', same({ booking_id: randomUUID() })],
  ['a version without an entry', 'booking_version', same({ entry_seq: 999_999 })],
  [
    'a charge that is a hold',
    'charge',
    (w) => ({ booking_id: w.booking, position: 3, charge_description: 'HOLD IMMIGRATION' }),
  ],
  ['a charge added to an older version', 'charge', (w) => ({ booking_id: w.booking, position: 3 })],
  [
    'a charge of an offense that nobody knows',
    'charge',
    (w) => ({ booking_id: w.booking, position: 3, offense: 'being-here' }),
  ],
  ['an event that tells a status', 'booking_event', same({ detail: 'Held for ICE, he is undocumented' })],
  ['an event of a kind that is none', 'booking_event', same({ kind: 'deported' })],
  ['an event of a booking that is not there', 'booking_event', same({ booking_id: randomUUID() })],
  ['a draft with a protected field', 'draft', same({ fields: '{"citizenship":"X"}' })],
  ['a draft with a protected field inside another', 'draft', same({ fields: '{"aliases":{"nationality":"X"}}' })],
  ['a draft with a field that nobody approved', 'draft', same({ fields: '{"shoe_size":"9"}' })],
  ['a draft that tells a status', 'draft', same({ fields: '{"narrative":"He is undocumented"}' })],
  ['a draft that is no JSON', 'draft', same({ fields: 'He is undocumented' })],
  ['a draft of a saved booking', 'draft', (w) => ({ booking_id: w.booking })],
  ['facts with a protected name', 'decision', same({ facts: '{"facts":{"a":[{"Place of Birth":"X"}]}}' })],
  ['facts that tell a status', 'decision', same({ facts: '{"facts":{"elementOfForce":"he is undocumented"}}' })],
  ['facts that are no JSON', 'decision', same({ facts: 'none' })],
  ['a decision about an act that is none', 'decision', same({ act: 'deport' })],
  [
    'a sentence in the refusal log',
    'refusal_log',
    same({ field: 'He is undocumented and was born in another country; he said so himself when asked. '.repeat(2) }),
  ],
  ['a refusal of somebody unknown', 'refusal_log', same({ person_id: randomUUID() })],
  ['a refusal of somebody unknown under an entry', 'audit_event', same({ person_id: randomUUID() })],
  ['a refusal under no entry', 'audit_event', same({ entry_seq: 999_999 })],
  ['a refusal without its rule', 'audit_event', same({ code: null })],
  ['a sign-in with a place of its own', 'audit_event', same({ kind: 'signed-in', call: null, code: null })],
  ['an event of the audit of a kind that is none', 'audit_event', same({ kind: 'looked' })],
  [
    'a sentence in the audit',
    'audit_event',
    same({ field: 'He is undocumented and was born in another country; he said so himself when asked. '.repeat(2) }),
  ],
  ['a quarantined heading that is a sentence', 'quarantine', same({ headings: '["he is undocumented"]' })],
  ['a source of a booking that is not there', 'import_source', same({ booking_id: randomUUID() })],
];

const APPEND_ONLY = [
  'audit_event',
  'booking',
  'booking_version',
  'charge',
  'ledger_entry',
  'disclosure',
  'person',
  'station',
  'number_reservation',
  'policy_pack',
  'person_event',
];

describe('the tables of records', () => {
  it.each(ALONE.map((table) => [table]))('take a good row of %s, whichever way it comes', (table) => {
    const attack = { name: table, table, row: goodRows(world)[table] };
    expect(refusalOf(world, attack)).toBeNull();
    expect(breaches(world, attack).length).toBeGreaterThanOrEqual(Object.keys(WEAKENED).length);
  });

  it('take a charge with the version it belongs to', () => {
    const rows = goodRows(world);
    const before = [['booking_version', rows.booking_version]] as const;
    expect(refusalOf(world, { name: '', table: 'charge', row: rows.charge, before })).toMatch(/with its version/);
  });

  it.each(ATTACKS)('refuse %s', (name, table, change) => {
    const row: Row = { ...goodRows(world)[table], ...change(world) };
    expect(breaches(world, { name, table, row })).toEqual([]);
  });

  it.each(APPEND_ONLY.map((table) => [table]))('never lose or change a row of %s', (table) => {
    expect(breaches(world, { name: table, sql: `delete from "${table}"` })).toEqual([]);
    expect(breaches(world, { name: table, sql: `update "${table}" set mark = mark` })).toEqual([]);
    const copy = `insert or replace into "${table}" select * from "${table}"`;
    expect(breaches(world, { name: table, sql: copy })).toEqual([]);
  });

  it.each([
    ['keeping a status in a kept draft', `update draft set fields = '{"narrative":"he is undocumented"}'`],
    [
      'moving a draft to another booking',
      'update draft set booking_id = (select b.id from booking b where b.id <> draft.booking_id limit 1)',
    ],
  ])('refuse %s', (name, sql) => {
    const before = [['draft', goodRows(world).draft]] as const;
    expect(refusalOf(world, { name, before, sql: 'update draft set kept_at = kept_at' })).toBeNull();
    expect(breaches(world, { name, before, sql })).toEqual([]);
  });
});
