// What a record is about decides what it may say: a contact may name the agency and its papers, a booking may not.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';
import { breaches, refusalOf, type Attack } from '../support/store-attack.ts';
import { goodRows } from '../support/store-good-rows.ts';
import { LOG, now } from '../support/store-station.ts';
import { newWorld, type World } from '../support/store-world.ts';

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.station.end());

/** An entry of this type with one disclosure. */
function telling(type: string, name: string, value: unknown): Attack {
  const text = Buffer.from(JSON.stringify(['x'.repeat(43), name, value])).toString('base64url');
  const digests = [createHash('sha256').update(text).digest('base64url')];
  const seq = world.sealed.seq + 1;
  const leaf = leafBytes({ log: LOG, seq, id: randomUUID(), at: now(), type, actor: randomUUID(), digests });
  const before = [['ledger_entry', { seq, leaf, leaf_hash: leafHash(leaf) }]] as const;
  return { name, table: 'disclosure', before, row: { seq, name, text } };
}

const CONTACT = { agency: 'ICE', purpose: 'Reply to the ICE detainer', reason: 'ICE asked', unit: 'ERO Boston' };
const REQUEST = {
  act: 'request-travel-document',
  ground: 'X1',
  facts: { agency: 'ICE', instrument: { kind: 'written', form: 'I-247A' }, basis: 'detainer' },
  asserted: { basis: { by: 'Alex Visa', at: '2026-11-24T01:15:00.00Z', basis: 'stated by the decider' } },
};
const AT = '2026-11-24T01:15:00.00Z';
const RECEIVED = { kind: 'received', at: AT, detail: { channel: 'fax', agency: 'ICE', asked: 'Form I-247A' } };
const TRIED = { dutyId: randomUUID(), duty: 'jttf', kind: 'attempt', at: AT, detail: { note: 'ICE did not answer' } };
const CARD = { contactId: randomUUID(), version: 1, detail: { kind: 'other', name: 'ERO Boston' }, retired: false };

const TAKEN: readonly (readonly [type: string, name: string, value: unknown])[] = [
  ['notification.recorded', 'notice', CONTACT],
  ['notification.recorded', 'inHouse', { reason: 'ICE asked' }],
  ['record.exported', 'export', { audience: 'ICE', leaveOut: ['charge'] }],
  ['notification.recorded', 'authority', { facts: REQUEST.facts, decidedBy: 'Alex Visa' }],
  ['ground.determined', 'facts', REQUEST],
  ['matter.refused', 'facts', REQUEST],
  ['matter.opened', 'event', RECEIVED],
  ['notification.recorded', 'event', RECEIVED],
  ['duty.attempt', 'event', TRIED],
  ['contact.added', 'contact', CARD],
  ['booking.released', 'event', { kind: 'released', at: AT, detail: 'To the district court' }],
  ['booking.saved', 'booking', { arresting_agency: 'Exampleton Police', court: 'Exampleton District Court' }],
  ['booking.corrected', 'reason', 'It was misspelt'],
  ['person.added', 'person', { name: 'ice', displayName: 'Alex Visa', badge: 'A12345678', role: 'auditor' }],
];

const REFUSED: readonly (readonly [what: string, type: string, name: string, value: unknown])[] = [
  ...Object.entries(CONTACT).flatMap(([key, text]) =>
    ['booking', 'texts', 'person', 'custody', 'more'].map(
      (name) => [`a ${key} that names the agency`, 'booking.saved', name, { [key]: text }] as const,
    ),
  ),
  ['a correction whose reason names the agency', 'booking.corrected', 'reason', 'ICE asked'],
  ['the facts of a ground in a booking', 'booking.saved', 'booking', { facts: { agency: 'ICE' } }],
  ['a kind that names the detainer', 'booking.saved', 'booking', { kind: 'I-200', basis: 'ICE detainer' }],
  ['the form of a request in a booking', 'booking.saved', 'booking', { detail: RECEIVED.detail }],
  ['a heading of an import in a booking', 'booking.saved', 'booking', { heading: 'Hold for ICE' }],
  ['a category in a booking', 'booking.saved', 'booking', { category: 'ICE detainer', clause: 'ICE detainer' }],
  ['the catalogue at its word outside a charge', 'booking.saved', 'booking', picked()],
  ['a contact in the facts of a ground', 'ground.determined', 'facts', { purpose: 'ICE detainer' }],
  ['a detainer where no ground asks for one', 'ground.determined', 'facts', { facts: { court: 'ICE' } }],
  ['a code as a court', 'ground.determined', 'facts', { facts: { court: 'USC', warrant: { court: 'USC' } } }],
  ['a box of no form', 'matter.opened', 'event', { ...RECEIVED, detail: { purpose: 'ICE' } }],
  ['the boxes of another form', 'matter.opened', 'event', { ...RECEIVED, kind: 'triaged' }],
  ['an event without its boxes', 'matter.opened', 'event', { ...RECEIVED, detail: 'ICE detainer' }],
  ['a release to the agency', 'booking.released', 'event', { kind: 'released', at: AT, detail: 'ICE' }],
  ['a card with a box besides', 'contact.added', 'contact', { ...CARD, detail: { purpose: 'ICE' } }],
];

function picked(): unknown {
  return { offense: 'federal-reentry', narrative: 'Reentry of removed aliens' };
}

describe('a disclosure', () => {
  it.each(TAKEN)('of %s may tell its %s', (...told) => {
    expect(refusalOf(world, telling(...told))).toBeNull();
  });

  it.each(REFUSED)('never tells %s', (_what, ...told) => {
    expect(breaches(world, telling(...told))).toEqual([]);
  });

  it('stands under the name that its digest was made over', () => {
    const good = telling('booking.saved', 'booking', { court: 'Exampleton' });
    if (!('row' in good)) throw new Error('an attack without a row');
    expect(breaches(world, { ...good, row: { ...good.row, name: 'texts' } })).toEqual([]);
  });
});

describe('stored JSON of a column', () => {
  const facts = (value: object): string => JSON.stringify({ act: 'record-status', subject: {}, ...value });

  it.each([
    ['a contact beside the facts', { purpose: 'ICE detainer' }],
    ['a contact among the facts', { facts: { purpose: 'ICE detainer' } }],
    ['an agency outside the facts', { agency: 'ICE' }],
    ['a form under another kind of fact', { facts: { source: { reference: 'I-247A' } } }],
    ['a box of a matter', { facts: { detail: { asked: 'ICE detainer' } } }],
  ])('takes the facts of a decision, and not %s', (name, more) => {
    const row = { ...goodRows(world).decision, facts: facts({ facts: { agency: 'ICE' } }) };
    expect(refusalOf(world, { name, table: 'decision', row })).toBeNull();
    expect(breaches(world, { name, table: 'decision', row: { ...row, facts: facts(more) } })).toEqual([]);
  });

  it('of what left with a notice is one of the list, and nothing else', () => {
    for (const released of ['["purpose"]', '["ICE"]', '[{"name":"x"}]', '{"name":true}'])
      expect(
        breaches(world, { name: released, table: 'notification', row: { ...goodRows(world).notification, released } }),
      ).toEqual([]);
  });
});
