// Which records a report asks for: those of days, or of records by their ids.
import { sql, type RawBuilder } from 'kysely';
import type { MatterKind } from '../../policy/matters/matter.ts';
import type { ReadDb } from '../database.ts';

/** What stands under a head of the log: entries with a lower number. */
export interface Under {
  readonly before: number;
}

/**
 * What is told of these days: whatever it begins with lies between both texts. A told time carries its own offset, so
 * that its text may name the day before or after the station's: whoever asks takes more and looks again.
 */
export interface Days {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** `YYYY-MM-DD`, without it. */
  readonly until: string;
}

/** Numbers of the entries that cover them. */
export interface ByEntries {
  readonly entries: readonly number[];
}

export interface ByIds {
  readonly ids: readonly string[];
}

export interface ByBookings {
  readonly bookingIds: readonly string[];
}

/** Matters of one kind. */
export interface OfKind extends ByBookings {
  readonly kind: MatterKind;
}

/** Ids or numbers as a list to look in. */
export function listed(ids: readonly (string | number)[]): RawBuilder<unknown> {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

export function told(column: string, { from, until }: Days): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${until})`;
}

/** Sorted once found: in the order of the entries SQLite would walk through all there ever were. */
export function sorted(column: string): RawBuilder<unknown> {
  return sql`+${sql.ref(column)}`;
}

/** Ids of the matters of these bookings, as they began or were named once. @param kind of one kind, or of any */
export function ofBookings(ids: readonly string[], kind: MatterKind | null): RawBuilder<unknown> {
  const one = (matter: string): RawBuilder<unknown> =>
    kind === null ? sql`1` : sql`${kind} = (select k.kind from matter k where k.id = ${sql.ref(matter)})`;
  return sql`(select o.id from matter o where o.booking_id in ${listed(ids)} and ${one('o.id')}
    union all select n.matter_id from matter_event n
    where n.kind = 'named' and json_extract(n.detail, '$.bookingId') in ${listed(ids)} and ${one('n.matter_id')})`;
}

/** Entries of what is told of days, by when it happened. */
const OF_DAYS: Readonly<Record<'matter' | 'duty' | 'notification', (days: Days) => RawBuilder<unknown>>> = {
  matter: (days) => sql`select o.entry_seq as entry from matter o where ${told('o.opened_at', days)}
    union select o.entry_seq from matter_event e join matter o on o.id = e.matter_id where ${told('e.at', days)}`,
  duty: (days) => sql`select d.entry_seq as entry from duty d where ${told('d.since', days)}`,
  notification: (days) => sql`select n.entry_seq as entry from notification n where ${told('n.contacted_at', days)}`,
};

/** Numbers of the entries under which something is told of these days, in their order. */
export async function listEntriesOf(db: ReadDb, of: keyof typeof OF_DAYS, days: Days): Promise<readonly number[]> {
  const { rows } = await sql<{
    readonly entry: number;
  }>`select entry from (${OF_DAYS[of](days)}) order by entry`.execute(db);
  return rows.map(({ entry }) => entry);
}
