import { sql } from 'kysely';
import { BOOKING_EVENTS, type BookingEventKind } from '../../policy/booking.ts';
import { MATTER_KINDS, type MatterKind } from '../../policy/matters/matter.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { MATTER_NOW } from '../matter/now.ts';
import { oneOf } from '../parse.ts';

/** Something that was entered after it happened; how much later is for the reader to judge. */
export interface StoredEntry {
  readonly id: string;
  readonly number: string;
  /** Number of the ledger entry that covers it. */
  readonly entry: number;
  readonly at: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly by: string;
}
export interface StoredMatterEntry extends StoredEntry {
  readonly kind: MatterKind;
  readonly event: string;
}
export interface StoredBookingEntry extends StoredEntry {
  readonly event: BookingEventKind;
}

const after = (column: string, since: string) =>
  sql<boolean>`strftime('%s', ${sql.ref(column)}) >= strftime('%s', ${since})`;

/** Sorted once found: in the order of the entries SQLite would walk through all events there ever were. */
const sorted = (column: string) => sql`+${sql.ref(column)}`;

/** Events of matters that were entered since then. */
export async function listMatterEntries(db: ReadDb, since: string): Promise<readonly StoredMatterEntry[]> {
  const rows = await db
    .selectFrom('matter_event as e')
    .innerJoin(MATTER_NOW, 'm.id', 'e.matter_id')
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['m.id', 'm.number', 'm.kind', 'e.kind as event', 'e.at', 'e.entered_at as enteredAt'])
    .select(['e.entry_seq as entry', 'p.display_name as by'])
    .where(after('e.entered_at', since))
    .where(notSealed('m.booking_id'))
    .orderBy(sorted('e.entry_seq'), 'desc')
    .execute();
  return rows.map((row) => ({ ...row, kind: oneOf(MATTER_KINDS, row.kind, 'matter.kind') }));
}

/** Events of bookings of this desk; what a file brought was late by its nature. */
export async function listBookingEntries(db: ReadDb, since: string): Promise<readonly StoredBookingEntry[]> {
  const rows = await db
    .selectFrom('booking_event as e')
    .innerJoin('booking as b', 'b.id', 'e.booking_id')
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['b.id', 'b.number', 'e.kind as event', 'e.at', 'e.entered_at as enteredAt'])
    .select(['e.entry_seq as entry', 'p.display_name as by'])
    .where('b.origin', '=', 'desk')
    .where(notSealed('b.id'))
    .where(after('e.entered_at', since))
    .orderBy(sorted('e.entry_seq'), 'desc')
    .execute();
  return rows.map((row) => ({ ...row, event: oneOf(BOOKING_EVENTS, row.event, 'booking_event.kind') }));
}

/** Contacts of the notification log. */
export async function listNotificationEntries(db: ReadDb, since: string): Promise<readonly StoredEntry[]> {
  return db
    .selectFrom('notification as n')
    .innerJoin('person as p', 'p.id', 'n.decided_by')
    .select(['n.id', 'n.number', 'n.contacted_at as at', 'n.entered_at as enteredAt'])
    .select(['n.entry_seq as entry', 'p.display_name as by'])
    .where(after('n.entered_at', since))
    .where(notSealed('n.booking_id'))
    .orderBy(sorted('n.entry_seq'), 'desc')
    .execute();
}
