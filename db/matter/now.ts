// A matter as it stands: whom its newest naming says it is about, else what it said as it began. Every list and page that
// asks whose record it is asks this view; rows are written to the table `matter` alone.
import { sql, type RawBuilder } from 'kysely';
import type { MatterTable } from '../schema/matter.ts';

export type MatterNow = Omit<MatterTable, 'mark'>;

/** `matter_now as m`. */
export const MATTER_NOW = sql<MatterNow>`matter_now`.as<'m'>(sql.ref('m'));

/** Whether a matter (`m`) is of this booking: those that began so or were named so once, by their indexes, then as it stands. */
export function ofBooking(bookingId: string): RawBuilder<boolean> {
  return sql<boolean>`m.booking_id = ${bookingId} and m.id in (select o.id from matter o where o.booking_id = ${bookingId}
    union all select n.matter_id from matter_event n
    where n.kind = 'named' and json_extract(n.detail, '$.bookingId') = ${bookingId})`;
}
