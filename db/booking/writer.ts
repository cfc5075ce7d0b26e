import type { BookingDraft, BookingEventDraft } from '../../policy/booking.ts';
import type { Cleared } from '../../policy/gate.ts';
import type { WriteTx } from '../database.ts';
import { insertRow, insertRows } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import { readRows, statement, write } from '../statement.ts';
import type { BookingOrigin } from '../schema/booking.ts';
import type { NumberKind } from '../schema/number-reservation.ts';
import { BOOKING_VERSION, bookingValues, CHARGE, chargeValues } from './columns.ts';
import { formatNumber } from './number.ts';

const lastNumber = statement('select max(seq) as seq from number_reservation where kind = ? and year = ?');
const forgetDraft = statement('delete from draft where booking_id = ?');

/** Takes the next number of its kind and year; it stays taken whatever becomes of the record (B4). */
export async function reserveNumber(
  tx: WriteTx,
  kind: NumberKind,
  wanted: { readonly year: number; readonly at: string; readonly by: string; readonly recordId: string },
): Promise<{ readonly number: string; readonly seq: number }> {
  const { year, at, by, recordId } = wanted;
  const last = await readRows<{ readonly seq: number | null }>(tx, lastNumber([kind, year]));
  const seq = (last[0]?.seq ?? 0) + 1;
  const number = formatNumber(kind, year, seq);
  await insertRow(tx, 'number_reservation', {
    kind,
    year,
    seq,
    number,
    record_id: recordId,
    reserved_at: at,
    reserved_by: by,
  });
  return { number, seq };
}

/** The form of this booking was closed without saving; its number tells so for ever. */
export async function abandonNumber(
  tx: WriteTx,
  abandoned: { readonly bookingId: string; readonly reason?: Cleared<string> },
  meta: RecordMeta,
): Promise<void> {
  await insertRow(tx, 'number_abandoned', {
    entry_seq: meta.entrySeq,
    booking_id: abandoned.bookingId,
    reason: abandoned.reason ?? null,
    at: meta.at,
    by: meta.by,
  });
}

export interface OpenedForm {
  readonly id: string;
  readonly stationId: string;
  /** Reserved before, where the origin is the desk. */
  readonly number: string;
  readonly origin: BookingOrigin;
  readonly sourceSystem?: string;
  readonly sourceRecordId?: string;
}

export async function insertBooking(tx: WriteTx, booking: OpenedForm, meta: RecordMeta): Promise<void> {
  await insertRow(tx, 'booking', {
    entry_seq: meta.entrySeq,
    id: booking.id,
    station_id: booking.stationId,
    number: booking.number,
    origin: booking.origin,
    source_system: booking.sourceSystem ?? null,
    source_record_id: booking.sourceRecordId ?? null,
    opened_at: meta.at,
    opened_by: meta.by,
  });
}

/** What holds from now on; earlier versions stay. `version` follows the last one, `reason` is needed from 2 on. */
export async function insertBookingVersion(
  tx: WriteTx,
  draft: Cleared<BookingDraft>,
  saved: RecordMeta & { readonly bookingId: string; readonly version: number; readonly reason?: Cleared<string> },
): Promise<void> {
  const { bookingId, version, reason, entrySeq, at, by } = saved;
  const content = bookingValues(draft.fields);
  await insertRows(tx, BOOKING_VERSION, [[entrySeq, bookingId, version, ...content, reason ?? null, at, by]]);
  const charges = draft.charges.map((charge, position) => [bookingId, version, position, ...chargeValues(charge)]);
  await insertRows(tx, CHARGE, charges);
}

export async function insertBookingEvent(
  tx: WriteTx,
  event: Cleared<BookingEventDraft>,
  entered: RecordMeta & { readonly id: string; readonly bookingId: string },
): Promise<void> {
  await insertRow(tx, 'booking_event', {
    entry_seq: entered.entrySeq,
    id: entered.id,
    booking_id: entered.bookingId,
    kind: event.kind,
    at: event.at,
    detail: event.detail ?? null,
    entered_at: entered.at,
    entered_by: entered.by,
  });
}

/** Keeps what passed of an unfinished form, in place of what was kept before. */
export async function saveDraft(
  tx: WriteTx,
  draft: Cleared<BookingDraft>,
  kept: { readonly bookingId: string; readonly at: string; readonly by: string },
): Promise<void> {
  const content = {
    fields: JSON.stringify(draft.fields),
    charges: JSON.stringify(draft.charges),
    kept_at: kept.at,
    kept_by: kept.by,
  };
  await tx
    .insertInto('draft')
    .values({ booking_id: kept.bookingId, ...content })
    .onConflict((conflict) => conflict.column('booking_id').doUpdateSet(content))
    .execute();
}

/** Leaves of a kept form what still passes; by whom and when it was kept stays. */
export async function replaceDraft(tx: WriteTx, draft: Cleared<BookingDraft>, bookingId: string): Promise<void> {
  await tx
    .updateTable('draft')
    .set({ fields: JSON.stringify(draft.fields), charges: JSON.stringify(draft.charges) })
    .where('booking_id', '=', bookingId)
    .execute();
}

export async function deleteDraft(tx: WriteTx, bookingId: string): Promise<void> {
  await write(tx, forgetDraft([bookingId]));
}
