import type { ReadDb } from '../db/database.ts';
import { listReportedBookings, type StoredReportedBooking } from '../db/report/bookings.ts';
import { listReportedMatters, listReportedNotifications } from '../db/report/reader.ts';
import type { Under } from '../db/report/wanted.ts';
import { custodyOf } from '../policy/custody.ts';
import { mayBeMinor } from '../policy/juvenile.ts';
import { findOffense, type OffenseLevel } from '../policy/offenses/catalogue.ts';
import type { ReportedBooking, ReportedMatter } from '../policy/report/report.ts';
import { inTurns } from './in-turns.ts';

/** Each of them lies on pages of its own, which take their time to decrypt. */
const A_TURN = 100;

const GRAVEST_FIRST: readonly OffenseLevel[] = ['felony', 'misdemeanor', 'civil', 'custody'];

function gravest({ offenses }: StoredReportedBooking): OffenseLevel | null {
  const levels = new Set(offenses.map((offense) => findOffense(offense)?.level));
  return GRAVEST_FIRST.find((level) => levels.has(level)) ?? null;
}

/** Where a detention ended; the last one holds. */
function endedHow(matters: readonly ReportedMatter[]): string | null {
  const how = matters.at(-1)?.events.findLast(({ kind }) => kind === 'ended')?.detail['how'];
  return typeof how === 'string' ? how : null;
}

/** When bail was set last, by the time that was told. */
function bailSetAt({ events }: StoredReportedBooking): string | null {
  const set = events.filter(({ kind }) => kind === 'bail-set');
  return set.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1)?.at ?? null;
}

function toReported(booking: StoredReportedBooking): Omit<ReportedBooking, 'endedHow' | 'notices'> {
  const { origin, events, releasedOnForm, openedAt } = booking;
  const fields = releasedOnForm === null ? {} : { release_datetime: releasedOnForm };
  const { releaseEligibleAt, releasedAt } = custodyOf({ origin, fields, events });
  return {
    id: booking.id,
    minor: mayBeMinor(booking.dob, booking.bookedAt ?? openedAt),
    charge: gravest(booking),
    bailSetAt: bailSetAt(booking),
    releaseEligibleAt,
    releasedAt,
  };
}

async function reportSome(
  db: ReadDb,
  bookingIds: readonly string[],
  under: Under,
): Promise<readonly ReportedBooking[]> {
  const bookings = await listReportedBookings(db, bookingIds);
  const matters = Map.groupBy(
    await listReportedMatters(db, { bookingIds, kind: 'detention' }, under),
    ({ bookingId }) => bookingId,
  );
  const notices = Map.groupBy(await listReportedNotifications(db, { bookingIds }, under), ({ bookingId }) => bookingId);
  return bookings.map((booking) => ({
    ...toReported(booking),
    endedHow: endedHow(matters.get(booking.id) ?? []),
    notices: notices.get(booking.id) ?? [],
  }));
}

/** Bookings with what left about them and how their last detention ended, whenever that was; none that a court has closed. */
export function reportBookings(
  db: ReadDb,
  bookingIds: readonly string[],
  under: Under,
): Promise<readonly ReportedBooking[]> {
  return inTurns(bookingIds, (some) => reportSome(db, some, under), A_TURN);
}
