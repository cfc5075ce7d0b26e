import type { z } from 'zod';
import type {
  Booking,
  BookingEvent,
  SavedBooking,
  bookingEventInput,
  bookingIdInput,
  correctBookingInput,
  saveBookingInput,
} from '../contract/booking.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking, findBookingHead, type BookingHead } from '../db/booking/reader.ts';
import { deleteDraft, insertBookingEvent, insertBookingVersion } from '../db/booking/writer.ts';
import type { BookingFields } from '../policy/booking.ts';
import type { BookingFieldName } from '../policy/fields/approved-fields.ts';
import { clearBooking, clearBookingEvent, clearText } from '../policy/gate.ts';
import type { Refusal } from '../policy/refusal.ts';
import type { TaughtList } from '../policy/screen/taught.ts';
import { bookingDisclosures } from './booking-disclosures.ts';
import { stamp } from './clock.ts';
import { endDuties } from './duty-log.ts';
import { cover } from './record.ts';
import { done, refuse, refused } from './reply.ts';
import type { Member } from './route.ts';

type Input<S extends z.ZodType> = z.output<S>;

/** Facts that nobody types: the station's own, and those that a file brought. */
const NOT_TYPED = [
  'record_action',
  'source_system',
  'source_record_id',
  'agency_name',
  'agency_ori',
  'booking_no',
  'booking_officer_name',
  'booking_officer_badge',
  'subject_id',
] as const satisfies readonly BookingFieldName[];

/** What the station knows by itself and nobody types: whose booking it is, its number, when it began, by whom. */
function stationFields(member: Member, form: BookingHead): BookingFields {
  const { name, ori } = member.open.station;
  return {
    agency_name: name,
    agency_ori: ori,
    booking_no: form.number,
    booking_officer_name: member.person.displayName,
    booking_officer_badge: member.person.badge,
  };
}

/** What was typed over what the station knows by itself. */
function typedOver(typed: Input<typeof saveBookingInput>['fields'], own: BookingFields): readonly Refusal[] {
  const names = NOT_TYPED.filter((name) => own[name] !== undefined && typed[name] !== undefined);
  return names
    .filter((name) => typed[name] !== own[name])
    .map((name) => ({ code: 'wrong-value', field: `fields.${name}`, params: { why: 'station-fact' } }));
}

/** The moment, and what the station was taught until then. */
function screenedNow({ state, open }: Member): { readonly now: string; readonly taught: TaughtList } {
  return { now: stamp(state.options.clock.now()), taught: open.store.taught() };
}

/** The first saving of a booking: gate, then row, charges and ledger entry in one transaction. */
export async function saveBooking(member: Member, input: Input<typeof saveBookingInput>): Promise<Reply<SavedBooking>> {
  const { bookingId } = input;
  return member.open.store.transaction(async (tx) => {
    const head = await findBookingHead(tx, bookingId);
    if (head === undefined || head.abandoned) return refuse('not-found', { field: 'bookingId' });
    if (head.version > 0) return refuse('changed-meanwhile', { params: { version: head.version } });
    // When somebody was booked may be told; who books, where and under which number is not typed.
    const own = stationFields(member, head);
    const fields = { booking_datetime: head.openedAt, ...own, ...input.fields };
    const cleared = clearBooking(
      { fields, charges: input.charges },
      {
        origin: 'desk',
        ...screenedNow(member),
      },
    );
    if (!cleared.ok) return refused(...cleared.refusals);
    const over = typedOver(input.fields, own);
    if (over.length > 0) return refused(...over);
    const meta = await cover(tx, member, {
      type: 'booking.saved',
      disclosures: bookingDisclosures(head.number, cleared.value),
    });
    await insertBookingVersion(tx, cleared.value, { bookingId, version: 1, ...meta });
    await deleteDraft(tx, bookingId);
    return done({ bookingId, number: head.number, version: 1, entry: meta.entrySeq });
  });
}

/** What nobody types stays as it was. */
function keptFields(fields: BookingFields): BookingFields {
  const kept = NOT_TYPED.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]] as const);
  return Object.fromEntries(kept);
}

/** A correction is a new version with its reason; the earlier one stays as it was (M20). */
export async function correctBooking(
  member: Member,
  input: Input<typeof correctBookingInput>,
): Promise<Reply<SavedBooking>> {
  const now = await findBooking(member.open.store.read, input.bookingId);
  if (now === undefined) return refuse('not-found', { field: 'bookingId' });
  const { booking_datetime = now.openedAt } = now.fields;
  const own = keptFields(now.fields);
  const fields = { booking_datetime, ...own, ...input.fields };
  const cleared = clearBooking(
    { fields, charges: input.charges },
    {
      origin: now.origin,
      ...screenedNow(member),
    },
  );
  const reason = clearText(input.reason, 'reason');
  if (!cleared.ok || !reason.ok) {
    return refused(...(cleared.ok ? [] : cleared.refusals), ...(reason.ok ? [] : reason.refusals));
  }
  const over = typedOver(input.fields, own);
  if (over.length > 0) return refused(...over);
  return member.open.store.transaction(async (tx) => {
    const head = await findBookingHead(tx, input.bookingId);
    if (head === undefined || head.version === 0) return refuse('not-found', { field: 'bookingId' });
    if (head.version !== input.baseVersion) return refuse('changed-meanwhile', { params: { version: head.version } });
    const version = head.version + 1;
    const meta = await cover(tx, member, {
      type: 'booking.corrected',
      disclosures: bookingDisclosures(head.number, cleared.value, reason.value),
      supersedes: head.entrySeq,
    });
    const { bookingId } = input;
    await insertBookingVersion(tx, cleared.value, { bookingId, version, reason: reason.value, ...meta });
    return done({ bookingId, number: head.number, version, entry: meta.entrySeq });
  });
}

/** Records what happened to a person in custody, with the time it happened and the time it was entered. */
export async function recordBookingEvent(
  member: Member,
  input: Input<typeof bookingEventInput>,
): Promise<Reply<BookingEvent>> {
  const { bookingId, ...draft } = input;
  const cleared = clearBookingEvent(draft, screenedNow(member));
  if (!cleared.ok) return refused(...cleared.refusals);
  const id = member.state.options.ids.uuid();
  return member.open.store.transaction(async (tx) => {
    const head = await findBookingHead(tx, bookingId);
    if (head === undefined || head.abandoned) return refuse('not-found', { field: 'bookingId' });
    const { kind, at, detail } = cleared.value;
    const shown = detail === undefined ? {} : { detail };
    const meta = await cover(tx, member, {
      type: `booking.${kind}`,
      disclosures: { number: head.number, event: { kind, at, ...shown } },
    });
    await insertBookingEvent(tx, cleared.value, { id, bookingId, ...meta });
    if (kind === 'released') {
      const owner = { matterId: null, bookingId };
      await endDuties(tx, member, { duties: ['held-past-release'], owner, event: { id, at } });
    }
    return done({ id, kind, at, enteredAt: meta.at, by: member.person.displayName, ...shown });
  });
}

export async function getBooking(member: Member, input: Input<typeof bookingIdInput>): Promise<Reply<Booking>> {
  const found = await findBooking(member.open.store.read, input.bookingId);
  return found === undefined ? refuse('not-found', { field: 'bookingId' }) : done(found);
}
