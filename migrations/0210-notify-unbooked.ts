import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';
import { replaceCourse, type Course } from './matter-course.ts';

const COURSE: Course = {
  'request/received': { begins: true },
  'request/card': {},
  'request/triaged': {},
  'request/replied': { act: 'reply-request' },
  'request/decided': {},
  'request/copy': {},
  'request/closed': { ends: true },
  'inquiry/asked': { begins: true, ends: true, act: 'ask-status' },
  'inquiry/queried': { begins: true, ends: true, act: 'query-immigration-database' },
  'document/requested': { begins: true, ends: true, act: 'request-travel-document' },
  'document/offered': { begins: true, ends: true },
  'assistance/begun': { begins: true, act: 'assist-operation' },
  'assistance/arrived': {},
  'assistance/facts': { act: 'assist-operation' },
  'assistance/wms-check': {},
  'assistance/confirmed': {},
  'assistance/cleared': {},
  'assistance/closed': { ends: true },
  'presence/begun': { begins: true },
  'presence/ended': { ends: true },
  'detention/begun': { begins: true, act: 'detain' },
  'detention/basis': { act: 'detain' },
  'detention/release-eligible': {},
  'detention/wms-check': {},
  'detention/ended': { ends: true },
  'participation/begun': { begins: true, act: 'participate-investigation' },
  'participation/ended': { ends: true },
  'dissemination/sent': { begins: true, ends: true },
  'consular/told': { begins: true },
  'consular/wish': {},
  'consular/sent': {},
  'consular/closed': { ends: true },
  'notice/notified': { begins: true, ends: true, act: 'notify-ice' },
  'notice/answered': { begins: true, ends: true, act: 'reply-request' },
  'notice/not-notified': { begins: true, ends: true },
};

/** A ground of this very booking that opens telling them, now. */
const STANDS = `new.determination_id in (select d.id from determination d join json_each(d.opens) opened
    where d.booking_id = new.booking_id and opened.value in ('notify-ice', 'reply-request')
    and strftime('%s', d.expires_at) + 0 > strftime('%s', 'now') + 0
    and d.id not in (select determination_id from determination_event where kind = 'revoked'))`;

/** Decided under this very entry, while it is the newest: nothing was written between the decision and its notice. */
const DECIDED = `new.booking_id is null and new.determination_id is null
    and new.entry_seq = (select max(seq) from ledger_entry)
    and exists (select 1 from matter_decision d join matter m on m.id = d.matter_id
    where d.entry_seq = new.entry_seq and m.entry_seq = new.entry_seq and m.kind = 'notice' and d.outcome = 'allow'
    and d.act in ('notify-ice', 'reply-request') and d."by" = new.decided_by and d.cosigned_by is new.cosigned_by)`;

const ON_THE_LOG = `(select m.kind from matter m where m.id = new.matter_id) <> 'notice'
    or exists (select 1 from notification n where n.entry_seq = new.entry_seq and n.booking_id is null
    and n.contacted_at = new.at and (n.outcome = 'notified') = (new.kind in ('notified', 'answered')))`;

const GUARDS = [
  'drop trigger notification_ground_stands',
  'drop trigger notification_ground_whoever_asked',
  guard('notification', 'ground_whoever_asked', `new.outcome <> 'notified' or ${STANDS} or (${DECIDED})`),
  guard(
    'notification',
    'of_no_booking_no_more',
    `new.booking_id is not null
    or not exists (select 1 from json_each(new.released) where value not in ('name', 'dob'))`,
  ),
  guard(
    'matter',
    'notice_of_somebody_named',
    `new.kind <> 'notice' or (new.booking_id is null and new.subject_last is not null
    and new.subject_role in ('arrestee', 'suspect'))`,
  ),
  guard('matter_event', 'notice_on_the_log', ON_THE_LOG),
];

/** Notices about somebody who is not booked: on the log, with the policy's answer under the same entry. */
export const notifyUnbooked: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...replaceCourse(COURSE), ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
