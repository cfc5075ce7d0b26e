import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { book } from '../support/booked.ts';
import { addPeople, carryOut } from '../support/ordered.ts';
import { newTestStation, openTestStation, type TestStation } from '../support/station.ts';

const ACTIVITY = 'Sells heroin for the crew at the mill, from a car.';

let desk: TestStation;
let booking = '';
beforeAll(async () => {
  desk = await newTestStation();
  await addPeople(desk);
  await desk.addPerson('booking-officer', 'sample');
  await desk.signIn('sample', 'officer');
}, 120_000);
afterAll(() => desk.remove());
beforeEach(async () => {
  booking = await book(desk, {}, 'officer');
});

const place = (bookingId = booking) => ({ act: 'notify-ice', bookingId }) as const;
const told = (bookingId = booking, client = 'officer') => desk.done('ground.told', place(bookingId), client);

describe('facts told on "May we …?"', () => {
  it('are there again for whoever told them, and for nobody else', async () => {
    const facts = { activity: ACTIVITY, involves: 'drug-distribution', sources: ['observation'] };
    const kept = await desk.done('ground.keepTold', { ...place(), ground: '2e', facts }, 'officer');
    expect(kept.notKept).toEqual([]);
    expect(await told()).toEqual({ keptAt: kept.keptAt, subject: {}, ground: '2e', facts });
    expect((await told(booking, 'test')).keptAt).toBeNull();
    expect((await desk.done('ground.told', { act: 'ask-status', bookingId: booking }, 'officer')).keptAt).toBeNull();
  });

  it('wait on the desk until they are recorded or begun afresh', async () => {
    await desk.done('ground.keepTold', { ...place(), facts: { activity: ACTIVITY } }, 'officer');
    const waiting = async () =>
      (await desk.done('desk.get', {}, 'officer')).told.filter((one) => one.bookingId === booking);
    expect(await waiting()).toMatchObject([{ act: 'notify-ice', matterId: null, person: 'Testperson, Alex' }]);
    expect(await desk.done('ground.dropTold', place(), 'officer')).toEqual({ dropped: true });
    expect(await waiting()).toEqual([]);
    expect(await desk.done('ground.dropTold', place(), 'officer')).toEqual({ dropped: false });
  });

  it('keep what passes the screen and can be read, and name the rest', async () => {
    const facts = {
      activity: 'He is undocumented and sold drugs, Marker7f3a.',
      involves: 'hearsay',
      factsKnownAt: 'yesterday',
      nationality: 'X',
      shoeSize: 9,
      affiant: 'Det. B. Fictional',
    };
    const { notKept } = await desk.done('ground.keepTold', { ...place(), facts }, 'officer');
    expect((await told()).facts).toEqual({ affiant: 'Det. B. Fictional' });
    expect(notKept.map(({ code }) => code).sort()).toEqual(
      ['wrong-value', 'wrong-value', 'wrong-value', 'protected-field', 'status-in-text'].sort(),
    );
    expect(JSON.stringify(notKept)).not.toContain('Marker7f3a');
  });

  it('name somebody who is not booked, as far as the name passes', async () => {
    const subject = { role: 'suspect', lastName: 'Placeholder', firstName: 'Undocumented', dob: '2999-01-01' } as const;
    const given = { act: 'ask-status', subject, facts: { activity: ACTIVITY } } as const;
    const { notKept } = await desk.done('ground.keepTold', given, 'officer');
    const found = await desk.done('ground.told', { act: 'ask-status' }, 'officer');
    expect(found.subject).toEqual({ role: 'suspect', lastName: 'Placeholder' });
    expect(notKept.map(({ field }) => field).sort()).toEqual(['subject.dob', 'subject.firstName']);
  });

  it('are of a record that is there', async () => {
    const elsewhere = { act: 'notify-ice', bookingId: '11111111-2222-4333-8444-555566667777', facts: {} } as const;
    const reply = await desk.call('ground.keepTold', elsewhere, 'officer');
    expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'not-found', field: 'bookingId' }] });
  });

  it('survive a restart', async () => {
    await desk.done('ground.keepTold', { ...place(), facts: { activity: ACTIVITY } }, 'officer');
    await desk.close();
    const again = await openTestStation(desk.folder);
    Object.assign(desk, { ...again, recoveryFolder: desk.recoveryFolder });
    await desk.signIn('chief');
    await desk.signIn('sample', 'officer');
    await desk.signIn('keeper', 'keeper');
    expect((await told()).facts).toEqual({ activity: ACTIVITY });
  });

  it('go with the booking that a court expunges, also under the same name of somebody not booked', async () => {
    await desk.done('ground.keepTold', { ...place(), facts: { activity: ACTIVITY } }, 'officer');
    const named = { act: 'detain', subject: { role: 'suspect', lastName: 'testperson' }, facts: {} } as const;
    await desk.done('ground.keepTold', named, 'officer');
    const at = new Date(Date.now() - 60_000).toISOString();
    await desk.done('booking.recordEvent', { bookingId: booking, kind: 'released', at });
    const { number } = await desk.done('booking.get', { bookingId: booking });
    expect(await carryOut(desk, { bookingId: booking, number, kind: 'expunge' })).toMatchObject({ ok: true });
    expect((await told()).keptAt).toBeNull();
    expect((await desk.done('ground.told', { act: 'detain' }, 'officer')).keptAt).toBeNull();
  });

  it('go with whoever lost the way in', async () => {
    const id = await desk.addPerson('booking-officer', 'passing');
    await desk.signIn('passing', 'passing');
    await desk.done('ground.keepTold', { ...place(), facts: { activity: ACTIVITY } }, 'passing');
    await desk.done('people.deactivate', { personId: id });
    expect((await desk.done('system.check', {})).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});
