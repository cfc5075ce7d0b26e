import { sql, type RawBuilder } from 'kysely';
import type { ReadDb } from '../database.ts';
import { readRows, statement } from '../statement.ts';

/** A seal that holds: nobody lifted it since. */
const HOLDS = sql<boolean>`not exists (select 1 from sealing_event l where l.sealing_id = s.id and l.kind = 'lifted')`;

/**
 * Whether no seal holds on this booking; true where there is none. Every list and page of records asks it, so that to
 * whoever looks there is no such record (c.276 ss.100A-100C). @param booking a column: `b.id`
 */
export function notSealed(booking: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (select 1 from sealing s where s.booking_id = ${sql.ref(booking)} and ${HOLDS})`;
}

/** Of every booking on which a seal holds. */
export async function listSealedIds(db: ReadDb): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly id: string }>`select s.booking_id as id from sealing s
    where ${HOLDS}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

const sealOf = statement(`select s.id from sealing s where s.booking_id = ? and not exists
  (select 1 from sealing_event l where l.sealing_id = s.id and l.kind = 'lifted')`);

/** The seal that holds on a booking. */
export async function findSeal(db: ReadDb, bookingId: string): Promise<{ readonly id: string } | undefined> {
  const [seal] = await readRows<{ readonly id: string }>(db, sealOf([bookingId]));
  return seal;
}

export interface SealedLine {
  readonly bookingId: string;
  readonly number: string;
  readonly sealedAt: string;
  /** Display name. */
  readonly sealedBy: string;
}

/** Bookings on which a seal holds, the newest seal first; without names. */
export async function listSealed(db: ReadDb): Promise<readonly SealedLine[]> {
  const { rows } =
    await sql<SealedLine>`select b.id as bookingId, b.number, s.at as sealedAt, p.display_name as sealedBy
    from sealing s join booking b on b.id = s.booking_id join person p on p.id = s."by"
    where ${HOLDS} order by s.entry_seq desc`.execute(db);
  return rows;
}
