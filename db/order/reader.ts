import { sql } from 'kysely';
import { FIGURES, type KeptCount } from '../../policy/report/report.ts';
import type { ReadDb } from '../database.ts';
import { StoreFault } from '../fault.ts';
import { oneOf, parseRecords, parseTexts } from '../parse.ts';

/** What the entries of orders that were carried out tell under one name, as JSON, the oldest first. */
async function listTold(db: ReadDb, name: 'gone' | 'kept'): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly told: string | null }>`select app_told(d.text) as told
    from expunge x join disclosure d on d.seq = x.entry_seq and d.name = ${name} order by x.entry_seq`.execute(db);
  return rows.map(({ told }) => {
    if (told === null) throw new StoreFault('damaged', `disclosure ${name} is none`);
    return told;
  });
}

function numbersIn(told: string): readonly number[] {
  const value: unknown = JSON.parse(told);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'number');
}

/** Entries whose records were let go by an order; what they disclosed is gone, and they stand. */
export async function listGone(db: ReadDb): Promise<ReadonlySet<number>> {
  return new Set((await listTold(db, 'gone')).flatMap(numbersIn));
}

/** Counts that outlive the records they were made of. */
export async function listKeptCounts(db: ReadDb): Promise<readonly KeptCount[]> {
  return (await listTold(db, 'kept'))
    .flatMap((told) => parseRecords(told, 'disclosure.kept'))
    .map(({ figure, day, parts, minutes }) => ({
      figure: oneOf(FIGURES, String(figure), 'disclosure.kept'),
      day: String(day),
      parts: parseTexts(JSON.stringify(parts), 'disclosure.kept'),
      minutes: typeof minutes === 'number' ? minutes : null,
    }));
}

export interface FoundBooking {
  readonly bookingId: string;
  readonly number: string;
  /** Of the version that holds. */
  readonly lastName: string;
  readonly firstName: string;
  readonly dob: string | null;
  readonly bookedAt: string;
  readonly origin: string;
}

/** Saved bookings of this number, sealed ones too; other systems' numbers may repeat. */
export async function findByNumber(db: ReadDb, number: string): Promise<readonly FoundBooking[]> {
  const { rows } = await sql<FoundBooking>`select b.id as bookingId, b.number, coalesce(v.last_name, '') as lastName,
      coalesce(v.first_name, '') as firstName, v.dob, coalesce(v.booking_datetime, v.saved_at) as bookedAt, b.origin
    from booking b join booking_version v on v.booking_id = b.id
    where b.number = ${number} and v.version = (select max(w.version) from booking_version w where w.booking_id = b.id)
    order by b.entry_seq`.execute(db);
  return rows;
}

/** Whether a duty of this booking, or of one of these matters, still runs. */
export async function hasOpenDuty(db: ReadDb, bookingId: string, matterIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ readonly open: number }>`select exists (select 1 from duty d
    where (d.booking_id = ${bookingId} or d.matter_id in (select value from json_each(${JSON.stringify(matterIds)})))
      and not exists (select 1 from duty_event e where e.duty_id = d.id and e.kind = 'done')) as open`.execute(db);
  return rows[0]?.open === 1;
}

/** Number of the newest entry by which records went, were closed or opened; null where there was none. */
export async function lastOrder(db: ReadDb): Promise<number | null> {
  const { rows } = await sql<{ readonly entry: number | null }>`select max(entry) as entry from (
    select max(entry_seq) as entry from expunge union all select max(entry_seq) from sealing
    union all select max(entry_seq) from sealing_event)`.execute(db);
  return rows[0]?.entry ?? null;
}
