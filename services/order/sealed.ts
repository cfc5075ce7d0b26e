import type { z } from 'zod';
import type { Booking } from '../../contract/booking.ts';
import type { openSealedInput, SealedBooking } from '../../contract/order.ts';
import type { Reply } from '../../contract/reply.ts';
import { findAnyBooking } from '../../db/booking/reader.ts';
import { findSeal, listSealed } from '../../db/order/sealed.ts';
import { insertSealingEvent } from '../../db/order/writer.ts';
import { done, refuse, refused } from '../reply.ts';
import type { Member } from '../route.ts';
import { textRefusals } from '../text-refusals.ts';
import { coverOrder } from './carry-out.ts';

/** Bookings under a seal, by their numbers. */
export async function listSealedBookings(member: Member): Promise<Reply<readonly SealedBooking[]>> {
  return done(await listSealed(member.open.store.read));
}

/** Opens a sealed booking once, for a reason that the law leaves open and that is said besides; the opening is on record before it is shown. */
export async function openSealed(member: Member, input: z.output<typeof openSealedInput>): Promise<Reply<Booking>> {
  const { bookingId, reason, why } = input;
  const told = textRefusals(why, 'why', 'reason');
  if (told.length > 0) return refused(...told);
  return member.open.store.transaction(async (tx): Promise<Reply<Booking>> => {
    const seal = await findSeal(tx, bookingId);
    const booking = await findAnyBooking(tx, bookingId);
    if (seal === undefined || booking === undefined) return refuse('not-found', { field: 'bookingId' });
    const meta = await coverOrder(tx, member, { order: { opened: reason, why } });
    const id = member.state.options.ids.uuid();
    await insertSealingEvent(tx, { id, sealingId: seal.id, kind: 'opened', cosignedBy: null }, meta);
    return done(booking);
  });
}
