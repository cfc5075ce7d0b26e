import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';

interface Sign {
  /** `left-at-factor`, or as the audit names what happened. */
  readonly sign: string;
  /** Display name; null where nobody is called so. */
  readonly by: string | null;
  readonly times: number;
  /** Number and moment of the newest of them. */
  readonly entry: number;
  readonly lastAt: string;
}

/** Whoever was asked for a second factor and came in, or was asked again, within so many days (five minutes) is one sitting. */
const SITTING = sql.lit(5 / (24 * 60));

/** When the same person (`a`) was asked next or came in, by its index; null where neither happened. */
const NEXT_STEP = sql`(select julianday(n.at) from audit_event n where n.person_id is a.person_id
  and n.kind in ('factor-asked', 'signed-in', 'unlocked', 'vouched', 'proved') and n.entry_seq > a.entry_seq
  order by n.entry_seq limit 1)`;

/**
 * Signs after an entry that a name is not its owner's alone, the newest first: a right passphrase after which nobody came
 * in, keys that have a double, names closed after wrong tries. A clock that was set back hides none.
 */
export async function listSigns(db: ReadDb, after: number): Promise<readonly Sign[]> {
  const { rows } = await sql<Sign>`with signs (entry_seq, person_id, at, sign) as (
      select a.entry_seq, a.person_id, a.at, 'left-at-factor' from audit_event a
        where a.entry_seq > ${after} and a.kind = 'factor-asked'
          and coalesce(${NEXT_STEP} - julianday(a.at) not between 0 and ${SITTING}, 1)
      union all select entry_seq, person_id, at, kind from audit_event
        where entry_seq > ${after} and kind in ('key-counted-back', 'closed'))
    select s.sign, p.display_name as "by", count(*) as times, max(s.entry_seq) as entry, s.at as lastAt
    from signs s left join person p on p.id = s.person_id
    group by s.sign, s.person_id order by entry desc`.execute(db);
  return rows;
}
