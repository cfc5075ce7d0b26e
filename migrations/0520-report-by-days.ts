import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When something happened, as told: what a report of some days is counted from. */
const INDEXES = [
  `create index audit_event_refused on audit_event (at, kind, id, clause, code) where kind = 'refused'`,
  `create index matter_opened on matter (opened_at)`,
  `create index matter_event_at on matter_event (at, matter_id)`,
  `create index duty_since on duty (since)`,
  `create index duty_task_force on duty (since) where duty = 'jttf'`,
  `create index notification_contacted on notification (contacted_at)`,
];

/** A report reads the records of its days, not of all years. */
export const reportByDays: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of INDEXES) await sql.raw(statement).execute(db);
  },
};
