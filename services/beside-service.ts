import type { z } from 'zod';
import type { Beside, Moment } from '../contract/beside.ts';
import type { bookingIdInput } from '../contract/booking.ts';
import type { Reply } from '../contract/reply.ts';
import { findBookingHead } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import { listMomentsOf } from '../db/matter/beside.ts';
import { listContactsOf } from '../db/notification/reader.ts';
import { listMatters } from './matter-page.ts';
import { done, refuse } from './reply.ts';
import type { Member } from './route.ts';

async function momentsOf(db: ReadDb, bookingId: string): Promise<readonly Moment[]> {
  const events = (await listMomentsOf(db, bookingId)).map((event): Moment => ({ of: 'matter', ...event }));
  const contacts = (await listContactsOf(db, bookingId)).map((one): Moment => {
    const { notificationId, number, direction, channel, outcome, agency, contactedAt: at } = one;
    return { of: 'contact', notificationId, number, direction, channel, outcome, agency, at };
  });
  return [...events, ...contacts].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** What is kept beside a booking, saved or not: matters, and their events and the contacts on one line of time (S18). */
export async function getBeside(member: Member, input: z.output<typeof bookingIdInput>): Promise<Reply<Beside>> {
  const { bookingId } = input;
  const { read } = member.open.store;
  if ((await findBookingHead(read, bookingId)) === undefined) return refuse('not-found', { field: 'bookingId' });
  const matters = await listMatters(member, { bookingId, open: false });
  return matters.ok ? done({ matters: matters.value, moments: await momentsOf(read, bookingId) }) : matters;
}
