import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What an entry says; null where somebody made it unreadable, so that such a store still opens and is checked. */
const said = (name: string): string => `iif(json_valid(cast(leaf as text)), cast(leaf as text) ->> '${name}', null)`;

/** What is asked for among all of the years: by kind, by person, by number, of the last days. */
const INDEXES = [
  `create index ledger_entry_type on ledger_entry (${said('type')})`,
  `create index ledger_entry_actor on ledger_entry (${said('actor')})`,
  `create index audit_event_step on audit_event (person_id, entry_seq, kind, at)
    where kind in ('factor-asked', 'signed-in', 'vouched', 'proved')`,
  `create index audit_event_asked on audit_event (entry_seq, kind, person_id, at) where kind = 'factor-asked'`,
  `create index audit_event_sign on audit_event (entry_seq) where kind in ('key-counted-back', 'closed')`,
  `create index booking_number on booking (number)`,
  `create index session_event_of on session_event (person_id, kind, at)`,
  `create index matter_event_entered on matter_event (strftime('%s', entered_at))`,
  `create index matter_event_booked on matter_event (json_extract(detail, '$.bookingId')) where kind = 'named'`,
  `create index notification_entered on notification (strftime('%s', entered_at))`,
];

/** Pages find the entries, people and numbers that they ask for without a look at all there ever were. */
export const findAmongYears: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of INDEXES) await sql.raw(statement).execute(db);
  },
};
