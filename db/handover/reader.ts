import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { notSealed } from '../order/sealed.ts';
import { namesBooking } from './names.ts';

export interface StoredHandover {
  readonly entry: number;
  readonly at: string;
  /** Display names. */
  readonly from: string;
  readonly to: string;
  readonly inCustody: number;
  readonly clocks: number;
  readonly unfinished: number;
  readonly due: number;
  readonly drafts: number;
  readonly waiting: number;
  readonly keptApart: number;
  /** Null also where it is withheld. */
  readonly note: string | null;
  /** It names somebody whose record a court has closed. */
  readonly withheld: boolean;
}

type HandoverRow = Omit<StoredHandover, 'withheld'> & { readonly withheld: 0 | 1 };

/** Shifts that were handed over, the newest first. */
export async function listHandovers(db: ReadDb, limit: number): Promise<readonly StoredHandover[]> {
  const { rows } = await sql<HandoverRow>`select t.entry_seq as entry, t.at, p.display_name as "from",
      q.display_name as "to", t.in_custody as inCustody, t.clocks, t.unfinished, t.due, t.drafts, t.waiting,
      t.kept_apart as keptApart,
      t.note, exists (select 1 from sealing z where not ${notSealed('z.booking_id')}
        and ${namesBooking(sql`z.booking_id`)}) as withheld
    from handover t join person p on p.id = t."by" join person q on q.id = t.taken_by
    order by t.entry_seq desc limit ${limit}`.execute(db);
  return rows.map(({ note, withheld, ...row }) => ({
    ...row,
    note: withheld === 1 ? null : note,
    withheld: withheld === 1,
  }));
}
