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
  'request/named': {},
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
  'assistance/named': {},
  'assistance/closed': { ends: true },
  'presence/begun': { begins: true },
  'presence/named': {},
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

/** Of the newest event that names somebody: one of its boxes, else what the matter said as it began. */
const told = (box: string, otherwise: string): string =>
  `case when n.entry_seq is null then m.${otherwise} else json_extract(n.detail, '$.${box}') end as ${otherwise}`;

const MATTER_NOW = `create view matter_now as select m.entry_seq, m.id, m.number, m.kind,
  ${told('bookingId', 'booking_id')}, ${told('role', 'subject_role')}, ${told('family', 'subject_last')},
  ${told('given', 'subject_first')}, ${told('dob', 'subject_dob')}, m.opened_at, m.opened_by
  from matter m left join matter_event n on n.entry_seq =
    (select max(e.entry_seq) from matter_event e where e.matter_id = m.id and e.kind = 'named')`;

const KIND = `(select m.kind from matter m where m.id = new.matter_id)`;
const ROLE = '(select m.subject_role from matter_now m where m.id = new.matter_id)';
const CLOSES = Object.entries(COURSE).flatMap(([pair, { ends }]) => (ends === true ? [`'${pair}'`] : []));
const box = (name: string): string => `json_extract(new.detail, '$.${name}')`;

const GUARDS = [
  // Whoever is known afterwards is named afterwards, also where the matter is closed by then.
  'drop trigger matter_event_open_matter',
  guard(
    'matter_event',
    'open_matter',
    `new.kind = 'named' or not exists (select 1 from matter_event e join matter m on m.id = e.matter_id
    where e.matter_id = new.matter_id and m.kind || '/' || e.kind in (${CLOSES.join(', ')}))`,
  ),
  guard(
    'matter_event',
    'names_somebody',
    `new.kind <> 'named' or coalesce(${box('bookingId')}, ${box('family')}) is not null`,
  ),
  guard(
    'matter_event',
    'names_a_booking_that_is_there',
    `new.kind <> 'named' or ${box('bookingId')} is null
    or exists (select 1 from booking b where b.id = ${box('bookingId')})`,
  ),
  guard(
    'matter_event',
    'names_in_a_role_of_its_kind',
    `new.kind <> 'named' or ${box('role')} in ('arrestee', 'suspect')
    or (${KIND} = 'request' and ${box('role')} in ('victim', 'witness', 'reporting-party', 'visitor'))`,
  ),
  'drop trigger matter_decision_role_of_its_matter',
  guard(
    'matter_decision',
    'role_of_its_matter',
    `new.matter_id is null or json_extract(new.facts, '$.subject.role') is ${ROLE}`,
  ),
  'drop trigger matter_decision_whom_it_may_be_about',
  guard(
    'matter_decision',
    'whom_it_may_be_about',
    `new.outcome = 'refuse' or (new.ground = 'LC' and new.act = 'reply-request')
    or ${ROLE} in ('arrestee', 'suspect') or (${ROLE} is null and new.ground = '3b-i')`,
  ),
];

/** Somebody who was not known when a record began is named by a later event; the record as it began stays. */
export const nameLater: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [...replaceCourse(COURSE), MATTER_NOW, ...GUARDS];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
