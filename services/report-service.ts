import type { z } from 'zod';
import type { CountedReport, reportInput } from '../contract/report.ts';
import type { Reply } from '../contract/reply.ts';
import { makeReport } from '../policy/report/figures.ts';
import { stamp, stationDate } from './clock.ts';
import { readContainedHead } from './paper-head.ts';
import { done, refused } from './reply.ts';
import { reportBookings } from './report-bookings.ts';
import { EVERY_ENTRY, readReportSources, readTaskForce } from './report-sources.ts';
import type { Member } from './route.ts';

const known = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))];

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
  const under = head === null ? EVERY_ENTRY : { before: head.head.size };
  const within = (day: string): boolean => day >= input.from && day <= input.to;
  const inSpan = (at: string): boolean => within(stationDate(new Date(at)));
  const now = stamp(member.state.options.clock.now());
  const all = await readReportSources(read, { now, span }, under);
  const matters = all.matters.filter(({ openedAt }) => inSpan(openedAt));
  const requests = matters.filter(({ kind }) => kind === 'request');
  const bookingIds = known(requests.map(({ bookingId }) => bookingId));
  return done({
    ...makeReport({
      ...span,
      now,
      matters,
      notifications: all.notifications.filter(({ contactedAt }) => inSpan(contactedAt)),
      duties: all.duties.filter(({ since }) => inSpan(since)),
      taskForce: await readTaskForce(read, under),
      bookings: await reportBookings(read, bookingIds, under),
      refusals: all.refusals.filter(({ at }) => inSpan(at)),
      kept: all.kept.filter(({ day }) => within(day)),
    }),
    head: head === null ? null : { size: head.head.size, root: Buffer.from(head.head.root).toString('base64') },
  });
}
