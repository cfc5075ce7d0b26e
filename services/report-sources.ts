// What a report is counted from: records that are open, and counts of those that are closed or no longer kept.
import type { ReadDb } from '../db/database.ts';
import { listKeptCounts } from '../db/order/reader.ts';
import { listSealedIds } from '../db/order/sealed.ts';
import {
  listReportedDuties,
  listReportedMatters,
  listReportedNotifications,
  listReportedRefusals,
  type Under,
} from '../db/report/reader.ts';
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

/** Records of a report, of whatever time. */
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

async function readAll(db: ReadDb, under: Under): Promise<Sources> {
  return {
    matters: await listReportedMatters(db, under),
    notifications: await listReportedNotifications(db, under),
    duties: await listReportedDuties(db, under),
  };
}

function pick(all: Sources, belongs: (record: { readonly bookingId: string | null }) => boolean): Sources {
  return {
    matters: all.matters.filter(belongs),
    notifications: all.notifications.filter(belongs),
    duties: all.duties.filter(belongs),
  };
}

/**
 * What a report may show, and the counts of what it may not: sealed records, and those that an order destroyed.
 * @param now what is not done by then is open
 * @param under only what stands under this head
 */
export async function readReportSources(db: ReadDb, now: string, under = EVERY_ENTRY): Promise<ReportSources> {
  const all = await readAll(db, under);
  const sealed = await listSealedIds(db);
  const isSealed = ({ bookingId }: { readonly bookingId: string | null }): boolean =>
    bookingId !== null && sealed.has(bookingId);
  const closed = countsOfRecords(pick(all, isSealed), now);
  return {
    ...pick(all, (record) => !isSealed(record)),
    refusals: await listReportedRefusals(db, under),
    kept: [...(await listKeptCounts(db)), ...closed],
  };
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
  const { matters, notifications, duties } = await readAll(db, EVERY_ENTRY);
  return {
    matters: matters.filter(({ id }) => of.matterIds.includes(id)),
    notifications: notifications.filter(({ id }) => of.notificationIds.includes(id)),
    duties: duties.filter(
      ({ bookingId, matterId }) => bookingId === of.bookingId || (matterId !== null && of.matterIds.includes(matterId)),
    ),
  };
}
