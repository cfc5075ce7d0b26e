import { sql, type RawBuilder } from 'kysely';
import { mayBeMinor } from '../../policy/juvenile.ts';
import { ACCOUNTED } from '../../policy/set-back.ts';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { readRows, statement } from '../statement.ts';
import { said, saidAt } from './said.ts';

export interface StoredDisclosure {
  readonly name: string;
  readonly text: string;
}

/** The newest entry of the log. */
export interface NewestEntry {
  readonly seq: number;
  readonly leaf: Buffer;
  readonly leafHash: Buffer;
  /** When it was written, to the minute; null where somebody made it unreadable. */
  readonly at: string | null;
}

/** Undefined while the log is empty. */
export async function findNewest(db: ReadDb): Promise<NewestEntry | undefined> {
  return db
    .selectFrom('ledger_entry')
    .select(['seq', 'leaf', 'leaf_hash as leafHash', saidAt('leaf').as('at')])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const MOMENTS = 2_000;

/**
 * The latest moment, to the minute, of the newest entries since a jump of the clock was last put on record: whoever wrote
 * in between by a clock that had been set back hides nothing. Null while the log is empty. An entry that somebody made
 * unreadable says no moment.
 */
export async function findLatestMoment(db: ReadDb): Promise<string | null> {
  const { rows } = await sql<{ readonly at: string | null }>`with recent (seq, type, at) as materialized (
      select seq, ${said('type', 'leaf')}, ${saidAt('leaf')} from ledger_entry
      where seq > (select max(seq) from ledger_entry) - ${MOMENTS}),
    known (seq) as (select max(seq) from recent where type in ('clock.jumped', ${ACCOUNTED}))
    select max(at) as at from recent where seq >= coalesce((select seq from known), 0)`.execute(db);
  return rows[0]?.at ?? null;
}

const lastNumber = statement('select max(seq) as seq from ledger_entry');

/** Sequence number of the newest entry; -1 while the log is empty. */
export async function lastSeq(db: ReadDb): Promise<number> {
  const [row] = await readRows<{ readonly seq: number | null }>(db, lastNumber([]));
  return row?.seq ?? -1;
}

/** What an entry says, byte for byte; what is no UTF-8 in it stands as the sign for that. */
export interface EntryText {
  readonly seq: number;
  readonly text: string;
}

const textsFrom = statement(
  'select seq, cast(leaf as text) as text from ledger_entry where seq >= ? order by seq limit ?',
);

/** Entries in order, from a number on. */
export async function listTexts(db: ReadDb, from: number, limit: number): Promise<readonly EntryText[]> {
  return readRows<EntryText>(db, textsFrom([from, limit]));
}

export async function countEntries(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('ledger_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The bytes of one entry. */
export async function findLeaf(db: ReadDb, seq: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('ledger_entry').select('leaf').where('seq', '=', seq).executeTakeFirst();
  return row?.leaf;
}

/** What was disclosed under one entry, by name. */
export async function findDisclosures(db: ReadDb, seq: number): Promise<readonly StoredDisclosure[]> {
  return db.selectFrom('disclosure').select(['name', 'text']).where('seq', '=', seq).orderBy('name').execute();
}

/** Every disclosure of a run of entries, sealed ones included. */
export async function listDisclosures(
  db: ReadDb,
  from: number,
  to: number,
): Promise<readonly { readonly seq: number; readonly text: string }[]> {
  const open = await db
    .selectFrom('disclosure')
    .select(['seq', 'text'])
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .execute();
  const sealed = await db
    .selectFrom('status_record')
    .select(['entry_seq as seq', 'disclosure as text'])
    .where('entry_seq', '>=', from)
    .where('entry_seq', '<=', to)
    .execute();
  return [...open, ...sealed];
}

export interface ShiftEvent {
  readonly at: string;
  /** Of the ledger's types: `booking.saved`, `notification.recorded`. */
  readonly kind: string;
  /** Number and whom it is about. */
  readonly text: string;
  /** The same for paper: somebody who is, or may be, under 18 is not named. */
  readonly onPaper: string;
}

/** How far back a shift is looked for, in entries. */
const SHIFT_ENTRIES = 2_000;

const ofBooking = (told: RawBuilder<unknown>) => sql`(select ${told}
  from booking b left join booking_version v on v.booking_id = b.id where b.id = s.booking_id
  order by v.version desc limit 1)`;
const number = ofBooking(sql`b.number`);
const person = ofBooking(sql`coalesce(v.last_name, '') || ' ' || coalesce(v.first_name, '')`);

interface ShiftRow {
  readonly at: string;
  readonly kind: string;
  readonly label: string | null;
  readonly number: string | null;
  readonly person: string | null;
  readonly dob: string | null;
  readonly bookedAt: string | null;
}

function toShiftEvent({ at, kind, label, number: booking, person: whom, dob, bookedAt }: ShiftRow): ShiftEvent {
  const join = (parts: readonly (string | null)[]): string =>
    parts.flatMap((part) => (part === null || part.trim() === '' ? [] : [part.trim()])).join(', ');
  const minor = mayBeMinor(dob, bookedAt ?? at);
  const text = join([label, booking, whom]);
  return { at, kind, text, onPaper: minor ? join([label, booking]) : text };
}

/** What was recorded since a moment, the newest first: bookings, events of custody, grounds, notices, imports. */
export async function listShiftEvents(db: ReadDb, since: string): Promise<readonly ShiftEvent[]> {
  const { rows } = await sql<ShiftRow>`with recent as (select max(seq) - ${SHIFT_ENTRIES} as first from ledger_entry),
    shift (entry_seq, at, kind, booking_id, label) as (
      select entry_seq, saved_at, iif(version = 1, 'booking.saved', 'booking.corrected'), booking_id, null
        from booking_version where entry_seq > (select first from recent)
      union all select entry_seq, at, 'booking.' || kind, booking_id, null
        from booking_event where entry_seq > (select first from recent)
      union all select entry_seq, at, 'booking.abandoned', booking_id, null
        from number_abandoned where entry_seq > (select first from recent)
      union all select entry_seq, decided_at, 'ground.determined', booking_id, null
        from determination where entry_seq > (select first from recent)
      union all select entry_seq, entered_at, 'notification.' || outcome, booking_id, number
        from notification where entry_seq > (select first from recent)
      union all select entry_seq, at, 'records.imported', null, file_name
        from import_run where entry_seq > (select first from recent))
    select s.at, s.kind, s.label, ${number} as number, ${person} as person, ${ofBooking(sql`v.dob`)} as dob,
      ${ofBooking(sql`v.booking_datetime`)} as bookedAt
    from shift s where ${notSealed('s.booking_id')} and strftime('%s', s.at) >= strftime('%s', ${since}) order by s.entry_seq desc limit 200`.execute(
    db,
  );
  return rows.map(toShiftEvent);
}

/** When the last entry of this type was written; null where there is none. */
export async function findLastAt(db: ReadDb, type: string): Promise<string | null> {
  const { rows } = await sql<{ readonly at: string }>`select cast(leaf as text) ->> 'at' as at from ledger_entry
    where ${said('type', 'leaf')} = ${type} order by seq desc limit 1`.execute(db);
  return rows[0]?.at ?? null;
}
