// What a store holds about one arrest: which rows of which tables, and under which entries of the ledger.
import { sql, type RawBuilder } from 'kysely';
import type { Database, ReadDb } from '../database.ts';
import { namesBooking, namesMatter } from '../handover/names.ts';

/** A booking, and what was picked besides because it is about the same person. */
export interface Subject {
  readonly bookingId: string;
  /** Ids of matters and of refused answers that belong to no booking. */
  readonly beside: readonly string[];
}

/** Rows by table and by entry, in the order in which they can go: what points at another goes first. */
export interface Holdings {
  readonly tables: readonly { readonly table: HeldTable; readonly rows: number }[];
  /** Every entry whose disclosures go, in order. */
  readonly entries: readonly number[];
  readonly matterIds: readonly string[];
  readonly notificationIds: readonly string[];
}

/** Tables of somebody's records that stand under an entry of their own; children before their parents. */
export const HELD_TABLES = [
  'status_record',
  'determination_event',
  'export',
  'notification',
  'determination',
  'decision',
  'booking_event',
  'booking_version',
  'number_abandoned',
  'import_source',
  'duty_event',
  'duty',
  'scan',
  'sealed_answer',
  'matter_event',
  'matter_decision',
  'matter',
  'handover',
  'sealing_event',
  'sealing',
  'booking',
] as const satisfies readonly (keyof Database)[];
export type HeldTable = (typeof HELD_TABLES)[number];

type Ids = RawBuilder<unknown>;

const list = (ids: readonly string[]): Ids => sql`select value from json_each(${JSON.stringify(ids)})`;

interface Scope {
  readonly booking: string;
  readonly beside: Ids;
  readonly matters: Ids;
}

function scopeOf({ bookingId, beside }: Subject): Scope {
  const picked = list(beside);
  const matters = sql`select m.id from matter_now m where m.booking_id = ${bookingId} or m.id in (${picked})`;
  return { booking: bookingId, beside: picked, matters };
}

/** Which rows of a table belong; NULL belongs to nobody. */
function conditions({ booking, beside, matters }: Scope): Readonly<Record<HeldTable, RawBuilder<boolean>>> {
  const own = sql<boolean>`t.booking_id = ${booking}`;
  const ofMatter = sql<boolean>`t.matter_id in (${matters})`;
  const grounds = sql`select d.id from determination d where d.booking_id = ${booking}`;
  const duties = sql`select d.id from duty d where d.booking_id = ${booking} or d.matter_id in (${matters})`;
  const notice = sql<boolean>`(t.booking_id = ${booking}
    or t.entry_seq in (select m.entry_seq from matter m where m.id in (${matters})))`;
  const notices = sql`select t.id from notification t where ${notice}`;
  return {
    booking: sql<boolean>`t.id = ${booking}`,
    booking_version: own,
    booking_event: own,
    number_abandoned: own,
    decision: own,
    determination: own,
    determination_event: sql<boolean>`t.determination_id in (${grounds})`,
    status_record: own,
    notification: notice,
    export: sql<boolean>`t.notification_id in (${notices})`,
    import_source: own,
    matter: sql<boolean>`t.id in (${matters})`,
    matter_decision: sql<boolean>`(t.matter_id in (${matters}) or t.id in (${beside}))`,
    // Also an event alone that named the person by mistake, before another one named somebody else.
    matter_event: sql<boolean>`(t.matter_id in (${matters})
      or (t.kind = 'named' and json_extract(t.detail, '$.bookingId') = ${booking}))`,
    duty: sql<boolean>`(t.booking_id = ${booking} or t.matter_id in (${matters}))`,
    duty_event: sql<boolean>`t.duty_id in (${duties})`,
    scan: ofMatter,
    sealed_answer: ofMatter,
    // Its note was typed freely; whom it names goes with them.
    handover: sql<boolean>`(${namesBooking(sql`${booking}`)} or ${namesMatter(matters)})`,
    sealing: own,
    sealing_event: sql<boolean>`t.sealing_id in (select s.id from sealing s where s.booking_id = ${booking})`,
  };
}

/** Readings of a matter's papers: an entry without a row, that names the matter by its number. */
async function listScanReadings(db: ReadDb, { matters }: Scope): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly seq: number }>`select e.seq from ledger_entry e
    join disclosure d on d.seq = e.seq and d.name = 'matter'
    where e.seq > (select min(c.entry_seq) from
      (select entry_seq, matter_id from scan union all select entry_seq, matter_id from sealed_answer) c
      where c.matter_id in (${matters}))
      and json_extract(cast(e.leaf as text), '$.type') = 'matter.scan-read'
      and json_extract(app_told(d.text), '$.number') in (select m.number from matter m where m.id in (${matters}))`.execute(
    db,
  );
  return rows.map(({ seq }) => seq);
}

/** Readings of a booking's status: an entry without a row, that names the booking by its number. */
async function listStatusReadings(db: ReadDb, { booking }: Scope): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly seq: number }>`select e.seq from ledger_entry e
    join disclosure d on d.seq = e.seq and d.name = 'booking'
    where e.seq > (select min(s.entry_seq) from determination s where s.booking_id = ${booking})
      and json_extract(cast(e.leaf as text), '$.type') = 'status.read'
      and json_extract(app_told(d.text), '$.number') = (select b.number from booking b where b.id = ${booking})`.execute(
    db,
  );
  return rows.map(({ seq }) => seq);
}

async function idsOf(db: ReadDb, table: 'matter' | 'notification', scope: Scope): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`select t.id from ${sql.table(table)} t
    where ${conditions(scope)[table]}`.execute(db);
  return rows.map(({ id }) => id);
}

/** All that belongs to a booking and to what was picked besides. */
export async function listHoldings(db: ReadDb, subject: Subject): Promise<Holdings> {
  const scope = scopeOf(subject);
  const held = conditions(scope);
  const tables: { table: HeldTable; rows: number }[] = [];
  const entries = new Set([...(await listScanReadings(db, scope)), ...(await listStatusReadings(db, scope))]);
  for (const table of HELD_TABLES) {
    const { rows } = await sql<{ readonly seq: number }>`select t.entry_seq as seq from ${sql.table(table)} t
      where ${held[table]}`.execute(db);
    for (const { seq } of rows) entries.add(seq);
    tables.push({ table, rows: rows.length });
  }
  return {
    tables,
    entries: [...entries].toSorted((one, other) => one - other),
    matterIds: await idsOf(db, 'matter', scope),
    notificationIds: await idsOf(db, 'notification', scope),
  };
}

/** Rows of an import that were kept apart, and whose record a booking under these entries came of in the end. */
export function ofKeptApart(entries: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(select max(s.entry_seq) from import_source s
    where s.source_record_id = quarantine.source_id) in (${entries})`;
}

interface Parts {
  readonly disclosures: number;
  readonly charges: number;
  readonly keptApart: number;
}

/** What goes with these entries and stands under none of its own. */
export async function countParts(db: ReadDb, entries: readonly number[]): Promise<Parts> {
  const among = sql`select value from json_each(${JSON.stringify(entries)})`;
  const { rows } = await sql<Parts>`select
    (select count(*) from quarantine where ${ofKeptApart(among)}) as keptApart,
    (select count(*) from disclosure where seq in (${among})) as disclosures,
    (select count(*) from charge c join booking_version v on v.booking_id = c.booking_id and v.version = c.version
      where v.entry_seq in (${among})) as charges`.execute(db);
  return rows[0] ?? { disclosures: 0, charges: 0, keptApart: 0 };
}
