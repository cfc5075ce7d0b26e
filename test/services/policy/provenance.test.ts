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

describe('a decision on record', () => {
  const at = policyDesk();

  it('keeps who asserted each of its facts beside them, in its row and in its entry, and can be judged again', async () => {
    const bookingId = await book(at.desk);
    await at.desk.done('ground.determine', groundOf(bookingId));
    const key = await keyOf(at.desk.folder);
    const store = connect(
      { file: recordsPath(at.desk.folder), keys: { database: key.database, mark: key.mark } },
      'read',
    );
    const row = String(store.prepare('select facts from decision').pluck().get());
    const disclosed = String(
      store
        .prepare("select text from disclosure where name = 'facts' and seq = (select entry_seq from decision)")
        .pluck()
        .get(),
    );
    store.close();
    const kept: unknown = JSON.parse(row);
    expect(kept).toMatchObject({
      facts: { offense: 'abdw' },
      asserted: { 'people.decider': { basis: 'signed in for this decision' } },
    });
    expect(row).toMatch(/"basis":"Booking [\d-]+, charges"/);
    expect(JSON.parse(Buffer.from(disclosed, 'base64url').toString('utf8'))).toEqual([
      expect.any(String),
      'facts',
      kept,
    ]);
    expect((await at.desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
