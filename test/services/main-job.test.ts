import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

const ARRESTED = '2026-11-20T00:55:00-05:00';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
  await desk.addPerson('booking-officer', 'sample');
  await desk.addPerson('supervisor', 'keeper');
  await desk.signIn('sample');
});
afterAll(async () => {
  await desk.remove();
});

async function book(offense: string): Promise<string> {
  const { bookingId } = await desk.done('booking.open', {});
  await desk.done('booking.save', {
    bookingId,
    fields: {
      last_name: 'Testperson',
      first_name: 'Alex',
      dob: '1994-07-19',
      sex: 'X',
      booking_datetime: '2026-11-20T01:33:00-05:00',
      arrest_datetime: ARRESTED,
      arresting_agency: 'Exampleton Police',
      arresting_officer_name: 'R. Sample',
      booking_facility: 'Exampleton lockup',
      narrative: 'Stopped at the corner of Sample and Mill after a call about a fight.',
    },
    charges: [{ offense, charge_statute: '265/15A/A', charge_description: 'A&B with a dangerous weapon' }],
  });
  return bookingId;
}

describe('the main job', () => {
  it('books, opens 2(a), records a notice and exports it', async () => {
    const bookingId = await book('abdw');
    const asked = { bookingId, ground: '2a', facts: {} } as const;
    const evaluation = await desk.done('ground.evaluate', { ...asked, act: 'notify-ice' });
    expect(evaluation.decision).toMatchObject({ decision: 'allow', ground: '2a', missing: [], contradicted: [] });
    const { determinationId } = await desk.done('ground.determine', asked);
    const notification = await desk.done('notification.record', {
      bookingId,
      determinationId,
      outcome: 'notified',
      direction: 'out',
      contactedAt: '2026-11-20T02:10:00-05:00',
      agency: 'Federal office, made up',
      channel: 'phone',
      purpose: 'Notice of an arrest for a violent felony.',
      released: ['name', 'booking-number', 'charge'],
      criminalHistory: false,
    });
    expect(notification.number).toMatch(/^N-\d{4}-00001$/);
    const [exported] = await desk.done('notification.export', {
      notificationIds: [notification.notificationId],
      folder: desk.recoveryFolder,
      audience: 'Exampleton District Court, made up',
    });
    expect(exported?.files).toEqual([
      `${exported?.exportNumber ?? ''}.pdf`,
      'record.sd-jwt',
      'record.tlog-proof',
      'station-signing.pem',
      'station-root.pem',
      'README.txt',
      'verify.html',
    ]);
    expect((await desk.done('system.check', {})).checks.filter((check) => !check.ok)).toEqual([]);
  });
});
