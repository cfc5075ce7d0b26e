import { sql } from 'kysely';
import type { BookingFields, ChargeFields } from '../../policy/booking.ts';
import { bookingFields, chargeFields } from '../booking/columns.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';

/** Texts that were saved under one entry of the ledger. */
export interface SavedTexts {
  readonly entry: number;
  readonly bookingId: string;
  readonly number: string;
  readonly savedAt: string;
  /** Display name. */
  readonly savedBy: string;
  /** Whether this is what holds now: no later version of the booking was saved. */
  readonly holds: boolean;
  readonly fields: BookingFields;
  readonly charges: readonly ChargeFields[];
  readonly event: { readonly kind: string; readonly detail: string } | null;
}

const PAGE = 200;

async function chargesOf(db: ReadDb, bookingId: string, version: number): Promise<readonly ChargeFields[]> {
  const rows = await db
    .selectFrom('charge')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .where('version', '=', version)
    .execute();
  return rows.map((row) => chargeFields({ ...row }));
}

async function versionsAfter(db: ReadDb, entry: number): Promise<readonly SavedTexts[]> {
  const rows = await db
    .selectFrom('booking_version as v')
    .innerJoin('booking as b', 'b.id', 'v.booking_id')
    .innerJoin('person as p', 'p.id', 'v.saved_by')
    .selectAll('v')
    .select(['b.number', 'p.display_name as saver'])
    .select(
      sql<number>`not exists (select 1 from booking_version n where n.booking_id = v.booking_id
        and n.version > v.version)`.as('holds'),
    )
    .where('v.entry_seq', '>', entry)
    .where(notSealed('b.id'))
    .orderBy('v.entry_seq')
    .limit(PAGE)
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      entry: row.entry_seq,
      bookingId: row.booking_id,
      number: row.number,
      savedAt: row.saved_at,
      savedBy: row.saver,
      holds: row.holds === 1,
      fields: bookingFields({ ...row }),
      charges: await chargesOf(db, row.booking_id, row.version),
      event: null,
    })),
  );
}

async function eventsAfter(db: ReadDb, entry: number): Promise<readonly SavedTexts[]> {
  const rows = await db
    .selectFrom('booking_event as e')
    .innerJoin('booking as b', 'b.id', 'e.booking_id')
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['e.entry_seq', 'e.booking_id', 'b.number', 'e.entered_at', 'p.display_name as saver'])
    .select(['e.kind', 'e.detail'])
    .where('e.entry_seq', '>', entry)
    .where(notSealed('b.id'))
    .where('e.detail', 'is not', null)
    .orderBy('e.entry_seq')
    .limit(PAGE)
    .execute();
  return rows.map(({ entry_seq, booking_id, number, entered_at, saver, kind, detail }) => ({
    entry: entry_seq,
    bookingId: booking_id,
    number,
    savedAt: entered_at,
    savedBy: saver,
    holds: true,
    fields: {},
    charges: [],
    event: { kind, detail: detail ?? '' },
  }));
}

async function* pages(
  next: (entry: number) => Promise<readonly SavedTexts[]>,
  after: number,
): AsyncGenerator<SavedTexts> {
  let last = after;
  for (let page = await next(last); page.length > 0; page = await next(last)) {
    yield* page;
    last = page.at(-1)?.entry ?? last;
  }
}

/** Versions and events of bookings that were saved after an entry of the ledger, a page at a time. */
export async function* textsSavedAfter(db: ReadDb, entry: number): AsyncGenerator<SavedTexts> {
  yield* pages((last) => versionsAfter(db, last), entry);
  yield* pages((last) => eventsAfter(db, last), entry);
}
