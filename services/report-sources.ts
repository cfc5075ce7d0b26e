// What a report is counted from: records that are open, and counts of those that are closed or no longer kept.
import type { ReadDb } from '../db/database.ts';
import { listKeptCounts } from '../db/order/reader.ts';
import { listSealedIds } from '../db/order/sealed.ts';
import { listReportedDuties, listReportedRefusals } from '../db/report/duties.ts';
import { listReportedMatters, listReportedNotifications } from '../db/report/reader.ts';
import { listEntriesOf, type Days, type Under } from '../db/report/wanted.ts';
import { countsOf } from '../policy/report/kept.ts';
import type {
  KeptCount,
  ReportedDuty,
  ReportedMatter,
  ReportedNotification,
  ReportedRefusal,
  ReportInput,
} from '../policy/report/report.ts';
import { stationDate } from './clock.ts';
import { inTurns } from './in-turns.ts';

/** Records of a report. */
export interface Sources {
  readonly matters: readonly ReportedMatter[];
  readonly notifications: readonly ReportedNotification[];
  readonly duties: readonly ReportedDuty[];
}

export interface ReportSources extends Sources {
  readonly refusals: readonly ReportedRefusal[];
  /** Of records that nobody opens from a report. */
  readonly kept: readonly KeptCount[];
}

const dayOf = (at: string): string => stationDate(new Date(at));

/** Everything that these records add to any report, as counts of nobody. @param now what is not done by then is open */
export function countsOfRecords(sources: Sources, now: string): readonly KeptCount[] {
  const day = dayOf(now);
  const input: ReportInput = {
    from: day,
    to: day,
    now,
    bookings: [],
    taskForce: [],
    refusals: [],
    kept: [],
    ...sources,
  };
  return countsOf(input, dayOf);
}

const EVERY_ENTRY: Under = { before: Number.MAX_SAFE_INTEGER };

const DAY_MS = 86_400_000;

/**
 * Whatever was told of a span of the station's days. A told time carries its own offset, from 14 hours ahead of UTC to 12
 * behind: its text names the station's day, or one beside it.
 */
function daysAround({ from, to }: { readonly from: string; readonly to: string }): Days {
  const beside = (day: string, days: number): string =>
    new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
  const until = beside(to, 2);
  // Behind the year 9999 a sign comes first, which stands before every figure.
  return { from: beside(from, -1), until: until.startsWith('+') ? ':' : until };
}

function pick(all: Sources, belongs: (record: { readonly bookingId: string | null }) => boolean): Sources {
  return {
    matters: all.matters.filter(belongs),
    notifications: all.notifications.filter(belongs),
    duties: all.duties.filter(belongs),
  };
}

/** Whether a record is of a booking that a court has closed. */
async function sealedIn(db: ReadDb): Promise<(record: { readonly bookingId: string | null }) => boolean> {
  const sealed = await listSealedIds(db);
  return ({ bookingId }) => bookingId !== null && sealed.has(bookingId);
}

/** What a report counts. */
export interface Asked {
  /** What is not done by then is open. */
  readonly now: string;
  /** The station's days, both counted. */
  readonly span: { readonly from: string; readonly to: string };
}

/**
 * What a report of a span may show, and the counts of what it may not: sealed records, and those that an order destroyed.
 * Read in turns: whoever asks something meanwhile does not wait for years of it.
 * @param under only what stands under this head
 */
export async function readReportSources(db: ReadDb, { now, span }: Asked, under: Under): Promise<ReportSources> {
  const days = daysAround(span);
  const within = (day: string): boolean => day >= span.from && day <= span.to;
  // Far enough from both ends the text alone decides; the station's day takes longer to tell than all the rest.
  const isInside = (day: string): boolean => day > span.from && day < span.to;
  const inSpan = (at: string): boolean => isInside(at.slice(0, 10)) || within(dayOf(at));
  const read = async <T>(
    of: Parameters<typeof listEntriesOf>[1],
    list: (db: ReadDb, some: { readonly entries: readonly number[] }, under: Under) => Promise<readonly T[]>,
    at: (one: T) => string,
  ): Promise<readonly T[]> =>
    inTurns(await listEntriesOf(db, of, days), async (entries) =>
      (await list(db, { entries }, under)).filter((one) => inSpan(at(one))),
    );
  const all = {
    matters: await read('matter', listReportedMatters, ({ openedAt }) => openedAt),
    notifications: await read('notification', listReportedNotifications, ({ contactedAt }) => contactedAt),
    duties: await read('duty', listReportedDuties, ({ since }) => since),
  };
  const refusals = await listReportedRefusals(db, days, under);
  const isSealed = await sealedIn(db);
  const closed = countsOfRecords(pick(all, isSealed), now);
  return {
    ...pick(all, (record) => !isSealed(record)),
    refusals: await inTurns(refusals, (some) => some.filter(({ at }) => inSpan(at))),
    kept: [...(await listKeptCounts(db)), ...closed].filter(({ day }) => within(day)),
  };
}

/** Calls to the task force, whenever they were made. */
export async function readTaskForce(db: ReadDb, under: Under): Promise<readonly ReportedDuty[]> {
  const isSealed = await sealedIn(db);
  return (await listReportedDuties(db, 'task-force', under)).filter((call) => !isSealed(call));
}

/** The records of these matters and notices, and the duties of either or of the booking. */
export async function readRecordsOf(
  db: ReadDb,
  of: {
    readonly bookingId: string;
    readonly matterIds: readonly string[];
    readonly notificationIds: readonly string[];
  },
): Promise<Sources> {
  const { bookingId, matterIds } = of;
  const duties = await listReportedDuties(db, { bookingIds: [bookingId], matterIds }, EVERY_ENTRY);
  return {
    matters: await listReportedMatters(db, { ids: matterIds }, EVERY_ENTRY),
    notifications: await listReportedNotifications(db, { ids: of.notificationIds }, EVERY_ENTRY),
    duties: duties.filter(
      (duty) => duty.bookingId === bookingId || (duty.matterId !== null && matterIds.includes(duty.matterId)),
    ),
  };
}
