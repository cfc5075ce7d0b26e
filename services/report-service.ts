import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { CountedReport, reportInput } from '../contract/report.ts';
import type { Reply } from '../contract/reply.ts';
import type { ReadDb } from '../db/database.ts';
import { lastSeq } from '../db/ledger/reader.ts';
import { lastOrder } from '../db/order/reader.ts';
import type { Under } from '../db/report/wanted.ts';
import { makeFigure, reportOf, requestsIn } from '../policy/report/figures.ts';
import { linesOf } from '../policy/report/requests.ts';
import { FIGURES, type Figure, type Report, type ReportInput } from '../policy/report/report.ts';
import { stamp } from './clock.ts';
import { inTurns } from './in-turns.ts';
import { readContainedHead } from './paper-head.ts';
import { done, refused } from './reply.ts';
import { reportBookings } from './report-bookings.ts';
import { readReportSources, readTaskForce, type Asked } from './report-sources.ts';
import type { Member } from './route.ts';

const known = (ids: readonly (string | null)[]): readonly string[] => [...new Set(ids.filter((id) => id !== null))];

async function gather(db: ReadDb, asked: Asked, under: Under): Promise<ReportInput> {
  const all = await readReportSources(db, asked, under);
  const input = { ...asked.span, now: asked.now, ...all, taskForce: await readTaskForce(db, under), bookings: [] };
  const bookingIds = known(requestsIn(input).map(({ bookingId }) => bookingId));
  return { ...input, bookings: await reportBookings(db, bookingIds, under) };
}

/** Records that go or are closed while they are read in turns would be counted twice, or not at all: it is read anew. */
async function gatherAtOnce(db: ReadDb, asked: Asked, under: Under): Promise<ReportInput> {
  for (;;) {
    const before = await lastOrder(db);
    const input = await gather(db, asked, under);
    if ((await lastOrder(db)) === before) return input;
  }
}

/** One number after the other; between two of them the station answers whoever asks. */
async function count(input: ReportInput): Promise<Report> {
  const figures: Figure[] = [];
  for (const id of FIGURES) {
    figures.push(makeFigure(input, id));
    await setImmediate();
  }
  const lines = await inTurns(requestsIn(input), (some) => linesOf(input, some));
  return reportOf(input, { figures, lines });
}

/**
 * Counts a span of the station's days (S1, B9, S12). What counts is when something happened, as told; an entry made
 * later stands in the span that it tells of, and is counted as late. Under a head it counts what the head covers (B6):
 * whoever counts again under the same head comes to the same numbers, or a row was left out. Without one it counts what
 * stands in the log as it begins.
 */
export async function getReport(member: Member, input: z.output<typeof reportInput>): Promise<Reply<CountedReport>> {
  const { read } = member.open.store;
  const { head: note, ...span } = input;
  const head = note === undefined ? null : await readContainedHead(member.open, note);
  if (head !== null && !head.ok) return refused(head.refusal);
  const under = { before: head === null ? (await lastSeq(read)) + 1 : head.head.size };
  const now = stamp(member.state.options.clock.now());
  return done({
    ...(await count(await gatherAtOnce(read, { now, span }, under))),
    head: head === null ? null : { size: head.head.size, root: Buffer.from(head.head.root).toString('base64') },
  });
}
