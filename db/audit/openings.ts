import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';

/**
 * Why somebody opened what is sealed, by the number of the entry, from one entry to another. Of a record that a court
 * has closed nothing is told, nor that it was opened.
 */
export async function listOpenings(
  db: ReadDb,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ readonly seq: number; readonly why: string }>`
    select seq, why from (
      select d.seq, app_told(d.text) ->> 'why' as why,
        coalesce(b.id, (select m.booking_id from matter_now m where m.id = o.id)) as booking_id
      from disclosure d
        left join disclosure n on n.seq = d.seq and n.name in ('booking', 'matter')
        left join booking b on n.name = 'booking' and b.number = app_told(n.text) ->> 'number'
        left join matter o on n.name = 'matter' and o.number = app_told(n.text) ->> 'number'
      where d.name = 'opening' and d.seq between ${from} and ${to}
    ) o where o.why is not null and ${notSealed('o.booking_id')}`.execute(db);
  return new Map(rows.map(({ seq, why }) => [seq, why]));
}
