import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { since } from './trail.ts';

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

/** What is asked of somebody's second factor, and what tells that they had it. */
const STEPS = sql`('factor-asked', 'signed-in', 'unlocked', 'vouched', 'proved')`;

/**
 * Signs after an entry that a name is not its owner's alone, the newest first: a right passphrase after which nobody came
 * in, keys that have a double, names closed after wrong tries. A clock that was set back hides none.
 */
export async function listSigns(db: ReadDb, after: number): Promise<readonly Sign[]> {
  // One walk: to look from each asking for what came next would sort all that its person did since, each time.
  const { rows } = await sql<Sign>`with steps as (
      select entry_seq, person_id, at, kind, julianday(lead(at) over (partition by person_id order by entry_seq))
          - julianday(at) as waited
        from audit_event where ${since('entry_seq', after)} and kind in ${STEPS}),
    signs (entry_seq, person_id, at, sign) as (
      select entry_seq, person_id, at, 'left-at-factor' from steps
        where kind = 'factor-asked' and coalesce(waited not between 0 and ${SITTING}, 1)
      union all select entry_seq, person_id, at, kind from audit_event
        where ${since('entry_seq', after)} and kind in ('key-counted-back', 'closed'))
    select s.sign, p.display_name as "by", count(*) as times, max(s.entry_seq) as entry, s.at as lastAt
    from signs s left join person p on p.id = s.person_id
    group by s.sign, s.person_id order by entry desc`.execute(db);
  return rows;
}
