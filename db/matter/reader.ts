import { sql } from 'kysely';
import { MATTER_RULES } from '../../policy/matters/matter-rules.ts';
import { MATTER_KINDS, type MatterDetail, type MatterKind, type MatterSubject } from '../../policy/matters/matter.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { oneOf } from '../parse.ts';
import { MATTER_NOW, ofBooking } from './now.ts';
import { bookedName, toSubject } from './subject.ts';
import { toDetail } from './detail.ts';

export interface StoredMatter {
  readonly matterId: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly bookingId: string | null;
  readonly bookingNumber: string | null;
  /** "Testperson, Alex", of the booking as it holds now; null where there is none. */
  readonly bookedName: string | null;
  readonly subject: MatterSubject;
  readonly openedAt: string;
  /** Display name. */
  readonly openedBy: string;
  /** Id. */
  readonly openerId: string;
}

export interface StoredMatterEvent {
  readonly entry: number;
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly by: string;
  readonly detail: MatterDetail;
}

export interface StoredScan {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly at: string;
  /** Display name. */
  readonly by: string;
  /** Id. */
  readonly sealerId: string;
}

/** A saved booking has both names, or one of them. */
function matters(db: ReadDb) {
  return db
    .selectFrom(MATTER_NOW)
    .innerJoin('person as p', 'p.id', 'm.opened_by')
    .leftJoin('booking as b', 'b.id', 'm.booking_id')
    .where(notSealed('m.booking_id'))
    .selectAll('m')
    .select(['p.display_name as opener', 'b.number as booking_number', bookedName('m.booking_id').as('booked')]);
}

type MatterRow = Awaited<ReturnType<ReturnType<typeof matters>['execute']>>[number];

function toMatter(row: MatterRow): StoredMatter {
  return {
    matterId: row.id,
    number: row.number,
    kind: oneOf(MATTER_KINDS, row.kind, 'matter.kind'),
    bookingId: row.booking_id,
    bookingNumber: row.booking_number,
    bookedName: row.booked,
    subject: toSubject(row, 'matter'),
    openedAt: row.opened_at,
    openedBy: row.opener,
    openerId: row.opened_by,
  };
}

export async function findMatter(db: ReadDb, id: string): Promise<StoredMatter | undefined> {
  const row = await matters(db).where('m.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toMatter(row);
}

export async function findMatters(db: ReadDb, ids: readonly string[]): Promise<readonly StoredMatter[]> {
  return (await matters(db).where('m.id', 'in', ids).execute()).map(toMatter);
}

/** The course of a matter, in the order in which it was entered. */
export async function listMatterEvents(db: ReadDb, matterId: string): Promise<readonly StoredMatterEvent[]> {
  const rows = await db
    .selectFrom('matter_event as e')
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['e.entry_seq as entry', 'e.id', 'e.kind', 'e.at', 'e.entered_at as enteredAt'])
    .select(['p.display_name as by', 'e.detail'])
    .where('e.matter_id', '=', matterId)
    .orderBy('e.entry_seq')
    .execute();
  return rows.map((row) => ({ ...row, detail: toDetail(row.detail, 'matter_event.detail') }));
}

/** Papers of a matter, the oldest first, without their bytes. */
export async function listScans(db: ReadDb, matterId: string): Promise<readonly StoredScan[]> {
  return db
    .selectFrom('scan as s')
    .innerJoin('person as p', 'p.id', 's.by')
    .select(['s.sha256', 's.size', 's.media_type as mediaType', 's.at', 'p.display_name as by', 's.by as sealerId'])
    .where('s.matter_id', '=', matterId)
    .orderBy('s.entry_seq')
    .execute();
}

const CLOSING: ReadonlySet<string> = new Set(
  Object.values(MATTER_RULES).flatMap((rule) =>
    rule.events.filter((event) => event.closes).map((event) => `${rule.kind}/${event.kind}`),
  ),
);

/** Of a matter (`m`) that no event has ended. */
const STILL_OPEN = sql<boolean>`not exists (select 1 from matter_event e
  where e.matter_id = m.id and m.kind || '/' || e.kind in (${sql.join([...CLOSING])}))`;

/** Whether this event ends a matter of this kind. */
export function closesMatter(kind: MatterKind, event: string): boolean {
  return CLOSING.has(`${kind}/${event}`);
}

export interface StoredMatterLine extends StoredMatter {
  readonly lastEvent: string;
  readonly lastAt: string;
}

const last = (column: 'kind' | 'at') =>
  sql<string>`(select e.${sql.ref(column)} from matter_event e where e.matter_id = m.id and e.kind <> 'named'
    order by e.entry_seq desc limit 1)`;

interface WantedLines {
  readonly kind?: MatterKind | undefined;
  readonly bookingId?: string | undefined;
  /** Only those that are not closed. */
  readonly open: boolean;
  readonly most: number;
}

/** Matters with their last event, the newest first; so many at most of what is wanted. */
export async function listMatterLines(db: ReadDb, wanted: WantedLines): Promise<readonly StoredMatterLine[]> {
  let query = matters(db)
    .select([last('kind').as('last_kind'), last('at').as('last_at')])
    .orderBy('m.entry_seq', 'desc')
    .limit(wanted.most);
  if (wanted.kind !== undefined) query = query.where('m.kind', '=', wanted.kind);
  if (wanted.open) query = query.where(STILL_OPEN);
  if (wanted.bookingId !== undefined) query = query.where(ofBooking(wanted.bookingId));
  const rows = await query.execute();
  return rows.map((row) => ({
    ...toMatter(row),
    lastEvent: row.last_kind,
    lastAt: row.last_at,
  }));
}
