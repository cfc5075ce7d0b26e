import type { z } from 'zod';
import type {
  KeptDraft,
  OpenForm,
  OpenedBooking,
  abandonInput,
  bookingIdInput,
  keepDraftInput,
} from '../contract/booking.ts';
import type { Reply } from '../contract/reply.ts';
import { findDraftCut } from '../db/booking/draft-cut.ts';
import { findBookingHead, findDraft } from '../db/booking/reader.ts';
import { listTimeline } from '../db/booking/timeline.ts';
import { abandonNumber, deleteDraft, insertBooking, reserveNumber, saveDraft } from '../db/booking/writer.ts';
import { clearDraft, clearText } from '../policy/gate.ts';
import { stamp, stationYear } from './clock.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input<S extends z.ZodType> = z.output<S>;

/** Reserves the next number and opens the form; the number stands even if the form is never saved (B4). */
export async function openBooking(member: Member): Promise<Reply<OpenedBooking>> {
  const { clock, ids } = member.state.options;
  const now = clock.now();
  const bookingId = ids.uuid();
  return member.open.store.transaction(async (tx) => {
    const reservedAt = stamp(now);
    const reserved = await reserveNumber(tx, 'booking', {
      year: stationYear(now),
      at: reservedAt,
      by: member.person.id,
      recordId: bookingId,
    });
    const meta = await cover(tx, member, { type: 'booking.opened', disclosures: { number: reserved.number } });
    await insertBooking(
      tx,
      { id: bookingId, stationId: member.open.station.id, number: reserved.number, origin: 'desk' },
      meta,
    );
    return done({ bookingId, number: reserved.number, reservedAt });
  });
}

/** Keeps of an unfinished form what passes the gate, field by field; the rest is named and not kept. */
export async function keepDraft(member: Member, input: Input<typeof keepDraftInput>): Promise<Reply<KeptDraft>> {
  return member.open.store.transaction(async (tx) => {
    const { kept, refusals } = clearDraft({ fields: input.fields, charges: input.charges }, member.open.store.taught());
    const head = await findBookingHead(tx, input.bookingId);
    if (head === undefined || head.abandoned) return refuse('not-found', { field: 'bookingId' });
    if (head.version > 0) return refuse('changed-meanwhile', { params: { version: head.version } });
    const keptAt = stamp(member.state.options.clock.now());
    await saveDraft(tx, kept, { bookingId: input.bookingId, at: keptAt, by: member.person.id });
    return done({ keptAt, notKept: refusals });
  });
}

export async function getDraft(member: Member, input: Input<typeof bookingIdInput>): Promise<Reply<OpenForm>> {
  const { read } = member.open.store;
  const draft = await findDraft(read, input.bookingId);
  if (draft === undefined) return refuse('not-found', { field: 'bookingId' });
  const cut = await findDraftCut(read, input.bookingId);
  return done({ ...draft, cut, events: await listTimeline(read, input.bookingId, {}) });
}

/** Closes a form without a booking; its number stays on record as abandoned. */
export async function abandonBooking(
  member: Member,
  input: Input<typeof abandonInput>,
): Promise<Reply<{ readonly number: string }>> {
  const reason = input.reason === undefined ? undefined : clearText(input.reason, 'reason');
  if (reason?.ok === false) return refused(...reason.refusals);
  return member.open.store.transaction(async (tx) => {
    const head = await findBookingHead(tx, input.bookingId);
    if (head === undefined || head.abandoned || head.version > 0) return refuse('not-found', { field: 'bookingId' });
    const meta = await cover(tx, member, {
      type: 'booking.abandoned',
      disclosures: { number: head.number, ...(reason === undefined ? {} : { reason: reason.value }) },
    });
    await abandonNumber(
      tx,
      { bookingId: input.bookingId, ...(reason === undefined ? {} : { reason: reason.value }) },
      meta,
    );
    await deleteDraft(tx, input.bookingId);
    return done({ number: head.number });
  });
}
