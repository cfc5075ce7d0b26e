import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { parseRecords, parseTexts } from '../parse.ts';
import type { BookingOrigin } from '../schema/booking.ts';
import { listed } from './wanted.ts';

/** A saved booking as it holds now, as far as a report asks. */
export interface StoredReportedBooking {
  readonly id: string;
  readonly origin: BookingOrigin;
  readonly openedAt: string;
  readonly dob: string | null;
  readonly bookedAt: string | null;
  readonly releasedOnForm: string | null;
  /** Codes of the charges that were picked. */
  readonly offenses: readonly string[];
  /** In the order in which they were entered. */
  readonly events: readonly { readonly kind: string; readonly at: string }[];
}

interface Row extends Omit<StoredReportedBooking, 'offenses' | 'events'> {
  readonly offenses: string;
  readonly events: string;
}

/** These bookings; none on which a seal holds. */
export async function listReportedBookings(
  db: ReadDb,
  ids: readonly string[],
): Promise<readonly StoredReportedBooking[]> {
  const { rows } = await sql<Row>`select b.id, b.origin, b.opened_at as openedAt, v.dob, v.booking_datetime as bookedAt,
      v.release_datetime as releasedOnForm,
      (select json_group_array(c.offense) from charge c
        where c.booking_id = v.booking_id and c.version = v.version and c.offense is not null) as offenses,
      (select json_group_array(json_object('kind', e.kind, 'at', e.at) order by e.entry_seq)
        from booking_event e where e.booking_id = b.id) as events
    from booking b join booking_version v on v.booking_id = b.id
    where b.id in ${listed(ids)} and ${notSealed('b.id')}
      and v.version = (select max(w.version) from booking_version w where w.booking_id = b.id)`.execute(db);
  return rows.map((row) => ({
    ...row,
    offenses: parseTexts(row.offenses, 'charge.offense'),
    events: parseRecords(row.events, 'booking_event').map(({ kind, at }) => ({ kind: String(kind), at: String(at) })),
  }));
}
