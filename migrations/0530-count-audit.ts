import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the trail counts apart, without a look at the rows. */
const TOLD = `create index audit_event_told on audit_event (entry_seq, kind, call, code) where kind in ('refused', 'looked')`;

/** Refusals and looks of a span of entries are counted in an index. */
export const countAudit: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(TOLD).execute(db);
  },
};
