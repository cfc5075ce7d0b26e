import type { z } from 'zod';
import type { Booking } from '../contract/booking.ts';
import type { CountedReport, reportInput } from '../contract/report.ts';
import type { Reply } from '../contract/reply.ts';
import { findBooking } from '../db/booking/reader.ts';
import type { ReadDb } from '../db/database.ts';
import { custodyOf } from '../policy/custody.ts';
import { mayBeMinor } from '../policy/juvenile.ts';
import { findOffense, type OffenseLevel } from '../policy/offenses/catalogue.ts';
import { makeReport } from '../policy/report/figures.ts';
import type { ReportedBooking, ReportedMatter, ReportedNotification } from '../policy/report/report.ts';
import { stamp, stationDate } from './clock.ts';
import { readContainedHead } from './paper-head.ts';
import { done, refused } from './reply.ts';
import { readReportSources } from './report-sources.ts';
import type { Member } from './route.ts';

const GRAVEST_FIRST: readonly OffenseLevel[] = ['felony', 'misdemeanor', 'civil', 'custody'];

function gravest({ charges }: Booking): OffenseLevel | null {
  const levels = new Set(charges.map(({ offense }) => findOffense(offense ?? '')?.level));
  return GRAVEST_FIRST.find((level) => levels.has(level)) ?? null;
}

/** What happened, whenever it did. */
interface Happened {
  readonly matters: readonly ReportedMatter[];
  readonly notifications: readonly ReportedNotification[];
}

function endedHow(bookingId: string, { matters }: Happened): string | null {
  const detention = matters.findLast((matter) => matter.kind === 'detention' && matter.bookingId === bookingId);
  const how = detention?.events.findLast(({ kind }) => kind === 'ended')?.detail['how'];
  return typeof how === 'string' ? how : null;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function reported(booking: Booking, all: Happened): ReportedBooking {
  const { releaseEligibleAt, releasedAt } = custodyOf(booking);
  return {
    id: booking.bookingId,
    minor: mayBeMinor(textOf(booking.fields.dob), textOf(booking.fields.booking_datetime) ?? booking.openedAt),
    charge: gravest(booking),
    bailSetAt: booking.events.findLast(({ kind }) => kind === 'bail-set')?.at ?? null,
    releaseEligibleAt,
    releasedAt,
    endedHow: endedHow(booking.bookingId, all),
    notices: all.notifications.filter(({ bookingId }) => bookingId === booking.bookingId),
  };
}

/** The bookings that these requests are about. */
async function bookingsOf(
  db: ReadDb,
  requests: readonly ReportedMatter[],
  all: Happened,
): Promise<readonly ReportedBooking[]> {
  const found: ReportedBooking[] = [];
  for (const id of new Set(requests.map(({ bookingId }) => bookingId))) {
    const booking = id === null ? undefined : await findBooking(db, id);
    if (booking !== undefined) found.push(reported(booking, all));
  }
  return found;
}

/**
 * Counts a span of the station's days (S1, B9, S12). What counts is when something happened, as told; an entry made
 * later stands in the span that it tells of, and is counted as late. Under a head it counts what the head covers (B6):
 * whoever counts again under the same head comes to the same numbers, or a row was left out.
 */
export async function getReport(member: Member, input: z.output<typeof reportInput>): Promise<Reply<CountedReport>> {
  const { read } = member.open.store;
  const { head: note, ...span } = input;
  const head = note === undefined ? null : await readContainedHead(member.open, note);
  if (head !== null && !head.ok) return refused(head.refusal);
  const within = (day: string): boolean => day >= input.from && day <= input.to;
  const inSpan = (at: string): boolean => within(stationDate(new Date(at)));
  const now = stamp(member.state.options.clock.now());
  const all = await readReportSources(read, now, head === null ? undefined : { before: head.head.size });
  const matters = all.matters.filter(({ openedAt }) => inSpan(openedAt));
  const requests = matters.filter(({ kind }) => kind === 'request');
  return done({
    ...makeReport({
      ...span,
      now,
      matters,
      notifications: all.notifications.filter(({ contactedAt }) => inSpan(contactedAt)),
      duties: all.duties.filter(({ since }) => inSpan(since)),
      taskForce: all.duties.filter(({ duty }) => duty === 'jttf'),
      bookings: await bookingsOf(read, requests, all),
      refusals: all.refusals.filter(({ at }) => inSpan(at)),
      kept: all.kept.filter(({ day }) => within(day)),
    }),
    head: head === null ? null : { size: head.head.size, root: Buffer.from(head.head.root).toString('base64') },
  });
}
