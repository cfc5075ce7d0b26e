import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What one person did next at the door, whichever way they came in. */
const STEP = `create index audit_event_step on audit_event (person_id, entry_seq, kind, at)
  where kind in ('factor-asked', 'signed-in', 'unlocked', 'vouched', 'proved')`;

/** A lock that was opened is a step at the door as well. */
export const stepByUnlock: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of ['drop index audit_event_step', STEP]) await sql.raw(statement).execute(db);
  },
};
