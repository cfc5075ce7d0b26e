import type { TestStation } from './station.ts';

/** A booking that passes; one person, made up. */
export const GOOD_FIELDS = {
  last_name: 'Testperson',
  first_name: 'Alex',
  dob: '1994-07-19',
  sex: 'X',
  booking_datetime: '2026-11-20T01:33:00-05:00',
  arrest_datetime: '2026-11-20T00:55:00-05:00',
  arresting_agency: 'Exampleton Police',
  narrative: 'Stopped at the corner of Sample and Mill after a call about a fight.',
};

export const GOOD_CHARGES = [{ offense: 'abdw', charge_description: 'A&B with a dangerous weapon' }];

/** A violent felony that the policy does not name: it needs an element of force and a co-signer. */
export const UNLISTED_OFFENSE = 'strangulation';

export async function openForm(desk: TestStation, client = 'test'): Promise<string> {
  return (await desk.done('booking.open', {}, client)).bookingId;
}

/** Opens and saves one booking. */
export async function book(
  desk: TestStation,
  changed: { readonly fields?: Readonly<Record<string, string>>; readonly offense?: string } = {},
  client = 'test',
): Promise<string> {
  const bookingId = await openForm(desk, client);
  const charges =
    changed.offense === undefined ? GOOD_CHARGES : [{ offense: changed.offense, charge_description: 'As charged' }];
  await desk.done('booking.save', { bookingId, fields: { ...GOOD_FIELDS, ...changed.fields }, charges }, client);
  return bookingId;
}

/** A notice that went out; what it needs besides is the caller's. */
export const NOTICE = {
  outcome: 'notified',
  direction: 'out',
  contactedAt: '2026-11-20T02:10:00-05:00',
  agency: 'Federal office, made up',
  channel: 'phone',
  purpose: 'Notice of an arrest for a violent felony.',
  released: ['name', 'charge'],
  criminalHistory: false,
} as const;

/** The same contact without a notice: nothing leaves. */
export const DECLINED = { ...NOTICE, outcome: 'declined', released: [] } as const;
