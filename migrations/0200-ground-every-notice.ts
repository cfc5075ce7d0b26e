import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';

/** A ground that opens telling them, for this very booking, now. */
const LIVE = `exists (select 1 from determination d
    where d.id = new.determination_id and d.booking_id = new.booking_id
    and cast(strftime('%s', d.expires_at) as integer) > cast(strftime('%s', 'now') as integer)
    and not exists (select 1 from determination_event e where e.determination_id = d.id and e.kind = 'revoked')
    and exists (select 1 from json_each(d.opens) where value in ('notify-ice', 'reply-request')))`;

const GUARDS = [
  guard('notification', 'ground_whoever_asked', `new.outcome <> 'notified' or ${LIVE}`),
  guard(
    'notification',
    'nothing_left_unnotified',
    `new.outcome = 'notified' or (json_array_length(new.released) = 0 and new.criminal_history = 0)`,
  ),
];

/** Whatever leaves needs a ground, also where they asked; and nothing leaves where nobody was notified. */
export const groundEveryNotice: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of GUARDS) await sql.raw(statement).execute(db);
  },
};
