import { describe, expect, it } from 'vitest';
import { connect } from '../../../db/open.ts';
import { recordsPath } from '../../../services/keys/station-files.ts';
import { provenanceOf } from '../../../services/fact-provenance.ts';
import { book } from '../../support/booked.ts';
import { keyOf } from '../../support/look-inside.ts';
import { groundOf, policyDesk } from '../../support/policy-desk.ts';

const AT = '2026-11-25T05:00:00.00Z';
const BOOKING = { number: '2026-00001', savedAt: '2026-11-24T05:00:00.00Z', savedBy: 'Kim Placeholder', events: [] };

describe('who asserted a fact', () => {
  it('is the booking, the decider, or whoever signed in beside', () => {
    const found = provenanceOf({
      request: {
        subject: { role: 'arrestee', age: 31 },
        custody: { inCustody: true },
        facts: { offense: 'abdw', elementOfForce: 'Told.', court: null },
      },
      known: [{ fact: 'offense', value: 'abdw', source: 'Booking 2026-00001, charges' }],
      booking: BOOKING,
      own: [],
      decider: { id: 'u7' },
      cosigner: { id: 'u9' },
      at: AT,
    });
    const booked = { by: 'Kim Placeholder', at: BOOKING.savedAt };
    expect(found).toEqual({
      offense: { ...booked, basis: 'Booking 2026-00001, charges' },
      elementOfForce: { by: 'u7', at: AT, basis: 'stated by the decider' },
      'subject.role': { ...booked, basis: 'Booking 2026-00001' },
      'subject.age': { ...booked, basis: 'Booking 2026-00001' },
      'custody.inCustody': { ...booked, basis: 'Booking 2026-00001, events' },
      'people.decider': { by: 'u7', at: AT, basis: 'signed in for this decision' },
      'people.cosigner': { by: 'u9', at: AT, basis: 'signed in for this decision' },
    });
  });
});

/** The column that holds what was asked, and the disclosure of the same entry. */
async function keptIn(folder: string, table: 'decision' | 'matter_decision') {
  const key = await keyOf(folder);
  const store = connect({ file: recordsPath(folder), keys: { database: key.database, mark: key.mark } }, 'read');
  const row = String(store.prepare(`select facts from ${table}`).pluck().get());
  const facts = `select text from disclosure where name = 'facts' and seq = (select entry_seq from ${table})`;
  const disclosed = Buffer.from(String(store.prepare(facts).pluck().get()), 'base64url').toString('utf8');
  store.close();
  const kept: unknown = JSON.parse(row);
  const told: unknown = JSON.parse(disclosed);
  return { row, kept, told };
}

describe('a decision on record', () => {
  const at = policyDesk();

  it('keeps who asserted each of its facts beside them, in its row and in its entry, and can be judged again', async () => {
    const bookingId = await book(at.desk);
    await at.desk.done('ground.determine', groundOf(bookingId));
    const { row, kept, told } = await keptIn(at.desk.folder, 'decision');
    expect(kept).toMatchObject({
      facts: { offense: 'abdw' },
      asserted: { 'people.decider': { basis: 'signed in for this decision' } },
    });
    expect(row).toMatch(/"basis":"Booking [\d-]+, charges"/);
    expect(told).toEqual([expect.any(String), 'facts', kept]);
    expect((await at.desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('the answer before an event of a matter', () => {
  const at = policyDesk();

  const failed = async () =>
    (await at.desk.done('system.check', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);

  it('keeps the same beside it, of the booking and of what was stated', async () => {
    const bookingId = await book(at.desk);
    const event = { kind: 'asked', at: new Date().toISOString(), detail: { of: 'the-person', answer: 'declined' } };
    const asked = { ground: '2a', facts: { whyReliable: 'Told twice, with the same words.' } } as const;
    await at.desk.done('matter.open', { kind: 'inquiry', bookingId, subject: {}, event, asked });
    const { row, kept, told } = await keptIn(at.desk.folder, 'matter_decision');
    expect(kept).toMatchObject({
      act: 'ask-status',
      asserted: {
        whyReliable: { basis: 'stated by the decider' },
        'people.decider': { basis: 'signed in for this decision' },
      },
    });
    expect(row).toMatch(/"offense":\{[^}]*"basis":"Booking [\d-]+, charges"/);
    expect(row).toMatch(/"subject.role":\{[^}]*"basis":"Booking [\d-]+"/);
    expect(told).toEqual([expect.any(String), 'facts', kept]);
    expect(await failed()).toEqual([]);
  });

  it('is read where a row is without it, and found, for its entry tells it', async () => {
    const key = await keyOf(at.desk.folder);
    const file = recordsPath(at.desk.folder);
    const store = connect({ file, keys: { database: key.database, mark: key.mark } }, 'write');
    const guard = store.prepare("select sql from sqlite_schema where name = 'matter_decision_no_update'").pluck().get();
    store.exec('drop trigger matter_decision_no_update');
    store.exec("update matter_decision set facts = json_remove(facts, '$.asserted')");
    store.exec(String(guard));
    const matterId = String(store.prepare('select matter_id from matter_decision').pluck().get());
    store.close();
    const { events } = await at.desk.done('matter.get', { matterId });
    expect(events[0]?.decision).toMatchObject({ act: 'ask-status', ground: '2a', outcome: 'allow' });
    expect(events[0]?.decision?.request).not.toHaveProperty('asserted');
    expect(await failed()).toEqual(['decisions']);
  });
});
