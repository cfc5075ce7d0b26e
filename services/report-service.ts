import type { z } from 'zod';
import type { reportInput } from '../contract/report.ts';
import type { Reply } from '../contract/reply.ts';
import {
  listReportedDuties,
  listReportedMatters,
  listReportedNotifications,
  listReportedRefusals,
} from '../db/report/reader.ts';
import { makeReport } from '../policy/report/figures.ts';
import type { Report } from '../policy/report/report.ts';
import { stamp, stationDate } from './clock.ts';
import { done } from './reply.ts';
import type { Member } from './route.ts';

/**
 * Counts a span of the station's days (S1, B9, S12). What counts is when something happened, as told; an entry made
 * later stands in the span that it tells of, and is counted as late.
 */
export async function getReport(member: Member, input: z.output<typeof reportInput>): Promise<Reply<Report>> {
  const { read } = member.open.store;
  const inSpan = (at: string): boolean => {
    const day = stationDate(new Date(at));
    return day >= input.from && day <= input.to;
  };
  const matters = await listReportedMatters(read);
  const notifications = await listReportedNotifications(read);
  const duties = await listReportedDuties(read);
  const refusals = await listReportedRefusals(read);
  return done(
    makeReport({
      ...input,
      now: stamp(member.state.options.clock.now()),
      matters: matters.filter(({ openedAt }) => inSpan(openedAt)),
      notifications: notifications.filter(({ contactedAt }) => inSpan(contactedAt)),
      duties: duties.filter(({ since }) => inSpan(since)),
      refusals: refusals.filter(({ at }) => inSpan(at)),
    }),
  );
}
