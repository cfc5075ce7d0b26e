import { sql } from 'kysely';
import { GROUNDS, type Ground } from '../../policy/decision.ts';
import type { MatterDetail } from '../../policy/matters/matter.ts';
import { ACCOUNTED } from '../../policy/set-back.ts';
import { isReleased } from '../booking/custody.ts';
import type { ReadDb } from '../database.ts';
import { toDetail } from '../matter/detail.ts';
import { said } from '../ledger/said.ts';
import { notSealed } from '../order/sealed.ts';
import { oneOf } from '../parse.ts';
import { DUTY_EVENTS, type DutyEventKind } from '../schema/duty-event.ts';
import { BEGAN_ALONE, BOOKING, MATTER } from './owner.ts';

export interface StoredDutyEvent {
  readonly dutyId: string;
  readonly kind: DutyEventKind;
  readonly at: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly by: string;
  readonly detail: MatterDetail;
}

export interface StoredDuty {
  readonly dutyId: string;
  readonly duty: string;
  readonly ground: Ground;
  readonly cite: string;
  readonly matterId: string | null;
  readonly bookingId: string | null;
  /** Number of the matter or booking and a name. */
  readonly about: string;
  /** Null where nobody is known. */
  readonly person: string | null;
  readonly since: string;
  readonly by: string;
  readonly doneAt: string | null;
}

const NUMBER = sql<string>`coalesce((select m.number from matter_now m where m.id = ${MATTER}),
    (select b.number from booking b where b.id = ${BOOKING}), '')`;
const PERSON = sql<string>`coalesce((select trim(coalesce(m.subject_last, '') || ' ' || coalesce(m.subject_first, ''))
      from matter_now m where m.id = ${MATTER} and (m.subject_last is not null or m.subject_first is not null)),
    (select trim(coalesce(v.last_name, '') || ' ' || coalesce(v.first_name, '')) from booking_version v
      where v.booking_id = ${BOOKING} order by v.version desc limit 1), '')`;
const DONE_AT = sql<string | null>`(select e.at from duty_event e where e.duty_id = d.id and e.kind = 'done')`;
const OPEN = sql<boolean>`d.id in (select o.duty_id from open_duty o)`;

function duties(db: ReadDb) {
  return db
    .selectFrom('duty as d')
    .where(notSealed('d.booking_id'))
    .where(
      sql<boolean>`not exists (select 1 from matter_now m where m.id = d.matter_id and not ${notSealed('m.booking_id')})`,
    )
    .select(['d.id', 'd.duty', 'd.ground', 'd.cite', 'd.since', 'd.by_time'])
    .select([MATTER.as('matter_id'), BOOKING.as('booking_id')])
    .select([NUMBER.as('number'), PERSON.as('person'), DONE_AT.as('done_at')])
    .orderBy('d.entry_seq');
}

type Row = Awaited<ReturnType<ReturnType<typeof duties>['execute']>>[number];

function toDuty(row: Row): StoredDuty {
  return {
    dutyId: row.id,
    duty: row.duty,
    ground: oneOf(GROUNDS, row.ground, 'duty.ground'),
    cite: row.cite,
    matterId: row.matter_id,
    bookingId: row.booking_id,
    about: [row.number, row.person].filter((part) => part !== '').join(' '),
    person: row.person === '' ? null : row.person,
    since: row.since,
    by: row.by_time,
    doneAt: row.done_at,
  };
}

export async function findDuty(db: ReadDb, id: string): Promise<StoredDuty | undefined> {
  const row = await duties(db).where('d.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toDuty(row);
}

/** Duties that nobody has ended yet, the oldest first. */
export async function listOpenDuties(db: ReadDb): Promise<readonly StoredDuty[]> {
  return (await duties(db).where(OPEN).execute()).map(toDuty);
}

/** Duties that nobody has ended yet, and `most` of those that were ended last; the oldest first. */
export async function listDuties(db: ReadDb, most: number): Promise<readonly StoredDuty[]> {
  const ended = sql<boolean>`d.id in (select e.duty_id from duty_event e where e.kind = 'done'
    order by e.entry_seq desc limit ${most})`;
  return (
    await duties(db)
      .where(sql<boolean>`(${OPEN} or ${ended})`)
      .execute()
  ).map(toDuty);
}

/** Duties of one matter. */
export async function listDutiesOf(db: ReadDb, matterId: string): Promise<readonly StoredDuty[]> {
  const own = sql<boolean>`(d.matter_id = ${matterId} or (${BEGAN_ALONE} and ${MATTER} = ${matterId}))`;
  return (await duties(db).where(own).execute()).map(toDuty);
}

/**
 * Duties that a new one may repeat: of the same matter or booking, and every clock of 2(c) where nobody is booked. A
 * clock that still runs and has no other record may turn out to be about this booking.
 */
export async function listDutiesBeside(
  db: ReadDb,
  owner: { readonly matterId: string | null; readonly bookingId: string | null },
): Promise<readonly StoredDuty[]> {
  const { matterId, bookingId } = owner;
  const running = sql<boolean>`(${BEGAN_ALONE} and ${OPEN} and ${MATTER} is null
    and coalesce(${BOOKING}, ${bookingId}) = ${bookingId})`;
  const beside = sql<boolean>`d.matter_id = ${matterId} or d.booking_id = ${bookingId} or ${running}
    or (${bookingId} is null and d.booking_id is null and (d.matter_id is null or d.duty = 'jttf'))`;
  return (await duties(db).where(beside).execute()).map(toDuty);
}

/** What was done about these duties, in the order in which it was entered. */
export async function listDutyEvents(db: ReadDb, ids: readonly string[]): Promise<readonly StoredDutyEvent[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('duty_event as e')
    .innerJoin('person as p', 'p.id', 'e.entered_by')
    .select(['e.duty_id as dutyId', 'e.kind', 'e.at', 'e.entered_at as enteredAt', 'p.display_name as by', 'e.detail'])
    .where('e.duty_id', 'in', ids)
    .orderBy('e.entry_seq')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: oneOf(DUTY_EVENTS, row.kind, 'duty_event.kind'),
    detail: toDetail(row.detail, 'duty_event.detail'),
  }));
}

/** Bookings whose release was due by then, with nobody released, no criminal basis on record and no alarm for it yet. */
export async function listBookedPastRelease(
  db: ReadDb,
  due: string,
): Promise<readonly { readonly bookingId: string; readonly releaseEligibleAt: string }[]> {
  const { rows } = await sql<{ readonly bookingId: string; readonly releaseEligibleAt: string }>`
    with due (booking_id, at) as (select e.booking_id, e.at from unreleased u
      cross join booking_event e on e.booking_id = u.booking_id and e.kind = 'release-eligible'
      where e.entry_seq = (select l.entry_seq from booking_event l where l.booking_id = e.booking_id
        and l.kind = 'release-eligible' order by julianday(l.at) desc, l.entry_seq desc limit 1))
    select due.booking_id as bookingId, due.at as releaseEligibleAt from due
    where julianday(due.at) <= julianday(${due})
      and not ${isReleased('due.booking_id')}
      and not exists (select 1 from number_abandoned a where a.booking_id = due.booking_id)
      and not exists (select 1 from matter_decision d join matter_now m on m.id = d.matter_id
        where m.booking_id = due.booking_id and d.act = 'detain' and d.outcome = 'allow')
      and not exists (select 1 from duty d where d.booking_id = due.booking_id and d.duty = 'held-past-release'
        and abs(julianday(d.since) - julianday(due.at)) < 0.00001)`.execute(db);
  return rows;
}

/** Whether a supervisor said since that the clock had been ahead and was put right: then nothing is left of the jump. */
const TRUSTED_SINCE = sql<number>`exists (select 1 from ledger_entry l cross join disclosure c on c.seq = l.seq
  where ${said('type', 'l.leaf')} = ${ACCOUNTED} and l.seq > duty_event.entry_seq and c.name = 'trusted')`;

/** What the last jump of a clock left on record: when, and how many seconds duties were ahead of the wall clock then. */
export async function lastJump(db: ReadDb): Promise<{ readonly at: string; readonly ahead: number } | undefined> {
  const row = await db
    .selectFrom('duty_event')
    .select(['entered_at as at', 'detail', TRUSTED_SINCE.as('trusted')])
    .where(sql<boolean>`kind = 'clock'`)
    .orderBy('entry_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.trusted === 1) return undefined;
  const ahead = Number(toDetail(row.detail, 'duty_event.detail')['ahead']);
  return { at: row.at, ahead: Number.isNaN(ahead) ? 0 : ahead };
}

/** The newest notice of a booking under a ground, made since the duty counts; undefined where none was. */
export async function findNoticeUnder(
  db: ReadDb,
  { bookingId, ground, since }: Pick<StoredDuty, 'ground' | 'since'> & { readonly bookingId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('notification as n')
    .innerJoin('determination as d', 'd.id', 'n.determination_id')
    .select('n.id')
    .where('n.booking_id', '=', bookingId)
    .where('d.ground', '=', ground)
    .where(sql<boolean>`julianday(n.entered_at) >= julianday(${since})`)
    .orderBy('n.entry_seq', 'desc')
    .executeTakeFirst();
  return row?.id;
}
