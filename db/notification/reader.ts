import { sql } from 'kysely';
import { GROUNDS, type Ground } from '../../policy/decision.ts';
import { mayBeMinor } from '../../policy/juvenile.ts';
import { CHANNELS, DIRECTIONS, OUTCOMES, RELEASED, type NotificationDraft } from '../../policy/notification.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { oneOf, parseTexts, type JsonRecord } from '../parse.ts';
import { parseRequest } from '../ground/stored-request.ts';

export interface StoredNotification extends Omit<NotificationDraft, 'subject'> {
  readonly notificationId: string;
  readonly number: string;
  readonly entry: number;
  readonly released: (typeof RELEASED)[number][];
  readonly enteredAt: string;
  /** Display names. */
  readonly decidedBy: string;
  readonly cosignedBy: string | null;
  readonly ground: Ground | null;
  readonly cite: string | null;
  readonly packDigest: string | null;
  readonly facts: JsonRecord | null;
  /** Null where nobody is named; no booking number where the person is not booked. */
  readonly subject: {
    readonly bookingNumber: string | null;
    readonly lastName: string;
    readonly firstName: string;
  } | null;
  readonly matterId: string | null;
  /** Under 18 at the contact, or maybe: a copy leaves by the chief alone (M28). */
  readonly minor: boolean;
}

function notifications(db: ReadDb) {
  return db
    .selectFrom('notification as n')
    .innerJoin('person as p', 'p.id', 'n.decided_by')
    .leftJoin('person as c', 'c.id', 'n.cosigned_by')
    .leftJoin('determination as d', 'd.id', 'n.determination_id')
    .leftJoin('matter as m', 'm.entry_seq', 'n.entry_seq')
    .leftJoin('matter_decision as a', 'a.entry_seq', 'n.entry_seq')
    .leftJoin('booking as b', 'b.id', 'n.booking_id')
    .leftJoin('booking_version as v', (join) =>
      join
        .onRef('v.booking_id', '=', 'n.booking_id')
        .on(
          'v.version',
          '=',
          sql<number>`(select max(m.version) from booking_version m where m.booking_id = n.booking_id)`,
        ),
    )
    .where(notSealed('n.booking_id'))
    .selectAll('n')
    .select(['p.display_name as decider', 'c.display_name as cosigner'])
    .select((eb) => [
      eb.fn.coalesce('d.ground', 'a.ground').as('ground'),
      eb.fn.coalesce('d.cite', 'a.cite').as('cite'),
      eb.fn.coalesce('d.pack_digest', 'a.pack_digest').as('pack_digest'),
      eb.fn.coalesce('d.facts', 'a.facts').as('facts'),
    ])
    .select(['m.id as matter_id', 'm.subject_last', 'm.subject_first', 'm.subject_dob', 'v.dob'])
    .select(['b.number as booking_number', 'v.last_name', 'v.first_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof notifications>['execute']>>[number];

function given<K extends string>(key: K, value: string | null): Partial<Record<K, string>> {
  const made: Partial<Record<string, string>> = value === null ? {} : { [key]: value };
  return made;
}

function contact(row: Row) {
  return {
    outcome: oneOf(OUTCOMES, row.outcome, 'notification.outcome'),
    direction: oneOf(DIRECTIONS, row.direction, 'notification.direction'),
    contactedAt: row.contacted_at,
    agency: row.agency,
    ...given('unit', row.unit),
    ...given('recipient', row.recipient),
    ...given('reachedAt', row.reached_at),
    ...given('verifiedHow', row.verified_how),
    channel: oneOf(CHANNELS, row.channel, 'notification.channel'),
  };
}

function basis(row: Row) {
  return {
    ground: row.ground === null ? null : oneOf(GROUNDS, row.ground, 'determination.ground'),
    cite: row.cite,
    packDigest: row.pack_digest,
    facts: row.facts === null ? null : parseRequest(row.facts, 'determination.facts').request,
  };
}

function subject(row: Row): StoredNotification['subject'] {
  if (row.booking_number === null && row.matter_id === null) return null;
  const lastName = row.last_name ?? row.subject_last ?? '';
  return { bookingNumber: row.booking_number, lastName, firstName: row.first_name ?? row.subject_first ?? '' };
}

function toNotification(row: Row): StoredNotification {
  const released = parseTexts(row.released, 'notification.released');
  return {
    notificationId: row.id,
    number: row.number,
    entry: row.entry_seq,
    ...given('bookingId', row.booking_id),
    ...given('determinationId', row.determination_id),
    ...contact(row),
    purpose: row.purpose,
    released: released.map((category) => oneOf(RELEASED, category, 'notification.released')),
    criminalHistory: row.criminal_history === 1,
    ...given('reason', row.reason),
    enteredAt: row.entered_at,
    decidedBy: row.decider,
    cosignedBy: row.cosigner,
    ...basis(row),
    subject: subject(row),
    minor: mayBeMinor(row.dob ?? row.subject_dob, row.contacted_at),
    matterId: row.matter_id,
  };
}

export async function findNotification(db: ReadDb, id: string): Promise<StoredNotification | undefined> {
  const row = await notifications(db).where('n.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toNotification(row);
}

/** The log, the newest first; all of it, or one page of it before an entry. */
export async function listNotifications(
  db: ReadDb,
  page: { readonly before?: number | undefined; readonly limit?: number | undefined } = {},
): Promise<readonly StoredNotification[]> {
  const { before = Number.MAX_SAFE_INTEGER, limit = -1 } = page;
  const query = notifications(db).where('n.entry_seq', '<', before).orderBy('n.entry_seq', 'desc');
  return (await query.limit(limit).execute()).map(toNotification);
}

/** Whether a notice about this booking ever went out. */
export async function hasNotified(db: ReadDb, bookingId: string): Promise<boolean> {
  const row = await db
    .selectFrom('notification')
    .select('id')
    .where('booking_id', '=', bookingId)
    .where('outcome', '=', 'notified')
    .executeTakeFirst();
  return row !== undefined;
}

/** Every contact about a booking, in the order in which it was entered. */
export async function listContactsOf(db: ReadDb, bookingId: string): Promise<readonly StoredNotification[]> {
  const rows = await notifications(db).where('n.booking_id', '=', bookingId).orderBy('n.entry_seq').execute();
  return rows.map(toNotification);
}
