import { sql } from 'kysely';
import type { BookingDraft, BookingFields, ChargeFields } from '../../policy/booking.ts';
import type { ReadDb } from '../database.ts';
import { findSeal } from '../order/sealed.ts';
import { parseRecord, parseRecords } from '../parse.ts';
import type { BookingOrigin } from '../schema/booking.ts';
import { readRows, statement } from '../statement.ts';
import { bookingFields, chargeFields, keptFields } from './columns.ts';
import { listTimeline, type TimelineEvent } from './timeline.ts';

/** What a service must know before it writes to a booking. */
export interface BookingHead {
  readonly number: string;
  readonly openedAt: string;
  readonly origin: BookingOrigin;
  /** 0 while the form is open and nothing was saved. */
  readonly version: number;
  readonly abandoned: boolean;
  /** Ledger entry of the version that holds, of the opening where there is none. */
  readonly entrySeq: number;
}

export interface StoredBooking extends BookingDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly version: number;
  /** Position of the ledger entry of this version. */
  readonly entry: number;
  readonly openedAt: string;
  readonly savedAt: string;
  /** Display name. */
  readonly savedBy: string;
  readonly origin: BookingOrigin;
  /** By the time they happened. */
  readonly events: readonly TimelineEvent[];
  readonly corrections: readonly {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
  }[];
}

export interface StoredDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
  /** Null where nothing was kept yet. */
  readonly keptAt: string | null;
  readonly fields: BookingFields;
  readonly charges: readonly ChargeFields[];
}

interface HeadRow {
  readonly number: string;
  readonly origin: BookingOrigin;
  readonly openedAt: string;
  readonly openedSeq: number;
  readonly version: number | null;
  readonly savedSeq: number | null;
  readonly abandoned: number;
}

const head =
  statement(`select b.number, b.origin, b.opened_at as openedAt, b.entry_seq as openedSeq, v.version, v.entry_seq as savedSeq,
  exists (select 1 from number_abandoned a where a.booking_id = b.id) as abandoned
  from booking b left join booking_version v on v.booking_id = b.id where b.id = ? order by v.version desc limit 1`);

/** A seal does not matter to it: what a records system sends of a sealed booking goes behind the seal. */
export async function findAnyBookingHead(db: ReadDb, bookingId: string): Promise<BookingHead | undefined> {
  const [row] = await readRows<HeadRow>(db, head([bookingId]));
  if (row === undefined) return undefined;
  const { number, openedAt, origin } = row;
  return {
    number,
    openedAt,
    origin,
    version: row.version ?? 0,
    abandoned: row.abandoned === 1,
    entrySeq: row.savedSeq ?? row.openedSeq,
  };
}

export async function findBookingHead(db: ReadDb, bookingId: string): Promise<BookingHead | undefined> {
  if ((await findSeal(db, bookingId)) !== undefined) return undefined;
  return findAnyBookingHead(db, bookingId);
}

async function listCharges(db: ReadDb, bookingId: string, version: number): Promise<readonly ChargeFields[]> {
  const rows = await db
    .selectFrom('charge')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
  return rows.map((row) => chargeFields({ ...row }));
}

async function listCorrections(db: ReadDb, bookingId: string): Promise<StoredBooking['corrections']> {
  const rows = await db
    .selectFrom('booking_version as v')
    .innerJoin('person as p', 'p.id', 'v.saved_by')
    .select(['v.version', 'v.saved_at as at', 'p.display_name as by', 'v.reason'])
    .where('v.booking_id', '=', bookingId)
    .where('v.version', '>', 1)
    .orderBy('v.version')
    .execute();
  return rows.map((row) => ({ ...row, reason: row.reason ?? '' }));
}

/** A saved booking as it holds now; undefined while nothing was saved, and where a seal holds on it. */
export async function findBooking(db: ReadDb, bookingId: string): Promise<StoredBooking | undefined> {
  if ((await findSeal(db, bookingId)) !== undefined) return undefined;
  return findAnyBooking(db, bookingId);
}

/** The same, sealed or not, with its timeline and corrections: for those who carry out an order. */
export async function findAnyBooking(db: ReadDb, bookingId: string): Promise<StoredBooking | undefined> {
  const row = await db
    .selectFrom('booking as b')
    .innerJoin('booking_version as v', 'v.booking_id', 'b.id')
    .innerJoin('person as p', 'p.id', 'v.saved_by')
    .selectAll('v')
    .select(['b.number', 'b.origin', 'b.opened_at', 'p.display_name'])
    .where('b.id', '=', bookingId)
    .orderBy('v.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const fields = bookingFields({ ...row });
  return {
    bookingId,
    number: row.number,
    version: row.version,
    entry: row.entry_seq,
    openedAt: row.opened_at,
    savedAt: row.saved_at,
    savedBy: row.display_name,
    origin: row.origin,
    fields,
    charges: await listCharges(db, bookingId, row.version),
    events: await listTimeline(db, bookingId, fields),
    corrections: await listCorrections(db, bookingId),
  };
}

interface DraftRow {
  readonly booking_id: string;
  readonly number: string;
  readonly reserved_at: string;
  readonly kept_at: string | null;
  readonly fields: string | null;
  readonly charges: string | null;
}

function toCharge(record: Readonly<Record<string, unknown>>): ChargeFields {
  const offense = record['offense'];
  return { ...keptFields(record, 'charge'), ...(typeof offense === 'string' ? { offense } : {}) };
}

function toDraft(row: DraftRow): StoredDraft {
  const charges = row.charges === null ? [] : parseRecords(row.charges, 'draft.charges');
  return {
    bookingId: row.booking_id,
    number: row.number,
    reservedAt: row.reserved_at,
    keptAt: row.kept_at,
    fields: row.fields === null ? {} : keptFields(parseRecord(row.fields, 'draft.fields'), 'booking'),
    charges: charges.map(toCharge),
  };
}

/** Open: number reserved, neither saved nor abandoned. A cross join keeps SQLite from beginning with every number. */
function openForms(db: ReadDb) {
  return db
    .selectFrom('booking as b')
    .crossJoin('number_reservation as n')
    .whereRef('n.record_id', '=', 'b.id')
    .where('n.kind', '=', 'booking')
    .leftJoin('draft as d', 'd.booking_id', 'b.id')
    .select(['b.id as booking_id', 'n.number', 'n.reserved_at', 'd.kept_at', 'd.fields', 'd.charges'])
    .where(sql<boolean>`not exists (select 1 from booking_version v where v.booking_id = b.id)`)
    .where(sql<boolean>`not exists (select 1 from number_abandoned a where a.booking_id = b.id)`);
}

export async function findDraft(db: ReadDb, bookingId: string): Promise<StoredDraft | undefined> {
  const row = await openForms(db).where('b.id', '=', bookingId).executeTakeFirst();
  return row === undefined ? undefined : toDraft(row);
}

/** Oldest first. */
export async function listDrafts(db: ReadDb): Promise<readonly StoredDraft[]> {
  const open = db.selectFrom('unreleased').select('booking_id');
  const forms = openForms(db).where('b.id', 'in', open).where('b.origin', '=', 'desk');
  return (await forms.orderBy('b.entry_seq').execute()).map(toDraft);
}
