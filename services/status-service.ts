import type { z } from 'zod';
import type { bookingIdInput } from '../contract/booking.ts';
import type { readStatusInput, StatusCompartment, StatusRecord, statusInput } from '../contract/notification.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import type { WriteTx } from '../db/database.ts';
import {
  findDetermination,
  findSameStatus,
  findStandingDetermination,
  listStatusRecords,
  countStatusRecords,
} from '../db/ground/reader.ts';
import { insertStatusRecord } from '../db/ground/writer.ts';
import { clearStatus } from '../policy/gate.ts';
import { stamp } from './clock.ts';
import { askAgain } from './standing.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';
import { textRefusals } from './text-refusals.ts';

/** The sealed compartment of a booking: closed, and empty to the eye, unless a ground that opens recording stands. */
export async function getStatus(
  member: Member,
  input: z.output<typeof bookingIdInput>,
): Promise<Reply<StatusCompartment>> {
  const { read } = member.open.store;
  const now = stamp(member.state.options.clock.now());
  const standing = await findStandingDetermination(read, { bookingId: input.bookingId, opens: 'record-status', now });
  if (standing === undefined) return done({ open: false, determinationId: null, records: 0 });
  const records = await countStatusRecords(read, input.bookingId);
  return done({ open: true, determinationId: standing.determinationId, records });
}

/** What the compartment holds, for a reason that is on record before any of it is shown (S4, M21). */
export async function readStatus(
  member: Member,
  input: z.output<typeof readStatusInput>,
): Promise<Reply<readonly StatusRecord[]>> {
  const { bookingId, why } = input;
  const told = textRefusals(why, 'why', 'reason');
  if (told.length > 0) return refused(...told);
  return member.open.store.transaction(async (tx): Promise<Reply<readonly StatusRecord[]>> => {
    const now = stamp(member.state.options.clock.now());
    const booking = await findBooking(tx, bookingId);
    const standing = await findStandingDetermination(tx, { bookingId, opens: 'record-status', now });
    if (booking === undefined) return refuse('not-found', { field: 'bookingId' });
    if (standing === undefined) return refuse('ground-not-open', { field: 'bookingId', params: { missing: 'ground' } });
    const disclosures = { booking: { number: booking.number }, opening: { why } };
    await cover(tx, member, { type: 'status.read', disclosures });
    return done(await listStatusRecords(tx, bookingId));
  });
}

/** Whoever sends the same again so soon did not see that it arrived. */
const AGAIN_MS = 60_000;

type StatusInput = z.output<typeof statusInput>;

/**
 * Records the least about status that the standing ground needs, in the sealed table and nowhere else. The same value,
 * sent again by the same person under the same determination within a minute, is answered with the record that stands.
 */
export async function recordStatus(member: Member, input: StatusInput): Promise<Reply<StatusRecord>> {
  return member.open.store.transaction((tx) => recordIn(tx, member, input));
}

/** Reads and judges where it writes: a ground that is taken back meanwhile opens nothing. */
async function recordIn(tx: WriteTx, member: Member, input: StatusInput): Promise<Reply<StatusRecord>> {
  const determination = await findDetermination(tx, input.determinationId);
  const booking = await findBooking(tx, input.bookingId);
  if (determination === undefined || booking === undefined) return refuse('not-found', { field: 'determinationId' });
  const again = askAgain(member, { determination, booking, act: 'record-status' });
  if (again !== null) return refused(again);
  const now = member.state.options.clock.now();
  const cleared = clearStatus({ value: input.value, bookingId: input.bookingId, now: stamp(now), determination });
  if (!cleared.ok) return refused(...cleared.refusals);
  const since = stamp(new Date(now.getTime() - AGAIN_MS));
  const same = await findSameStatus(tx, cleared.value, { by: member.person.id, since });
  if (same !== undefined) return done(same);
  const statusId = member.state.options.ids.uuid();
  const meta = await cover(tx, member, {
    type: 'status.recorded',
    disclosures: { booking: { number: booking.number } },
    sealed: { status: { ...cleared.value } },
  });
  await insertStatusRecord(tx, cleared.value, { id: statusId, disclosure: meta.sealed['status'] ?? '', ...meta });
  const { value, determinationId } = cleared.value;
  return done({ statusId, determinationId, value, enteredAt: meta.at, enteredBy: member.person.displayName });
}
