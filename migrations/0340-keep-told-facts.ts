import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard, known, times } from './guards.ts';

const GROUND_DRAFT = `create table ground_draft (
  id text not null primary key,
  act text not null,
  booking_id text references booking (id),
  matter_id text references matter (id),
  subject_role text,
  subject_last text,
  subject_first text,
  subject_dob text,
  ground text,
  facts text not null,
  kept_at text not null,
  kept_by text not null references person (id),
  mark text not null generated always as (app_mark('ground_draft',
    id, act, booking_id, matter_id, subject_role, subject_last, subject_first, subject_dob, ground, facts, kept_at,
    kept_by)) stored
) strict, without rowid`;

const ONE_OF_A_PLACE = `create unique index ground_draft_place
  on ground_draft (kept_by, act, coalesce(booking_id, ''), coalesce(matter_id, ''))`;

const GUARDS = [
  known('ground_draft', 'booking_id', 'booking.id'),
  known('ground_draft', 'matter_id', 'matter.id'),
  known('ground_draft', 'kept_by', 'person.id'),
  guard('ground_draft', 'of_one_record', 'new.booking_id is null or new.matter_id is null'),
  guard(
    'ground_draft',
    'named_by_its_record',
    `(new.booking_id is null and new.matter_id is null)
    or coalesce(new.subject_role, new.subject_last, new.subject_first, new.subject_dob) is null`,
  ),
  guard(
    'ground_draft',
    'kept_by_the_desk',
    `exists (select 1 from person where id = new.kept_by and role in ('booking-officer', 'supervisor', 'chief'))
    and not exists (select 1 from person_event where person_id = new.kept_by and kind = 'deactivated')`,
  ),
  times('ground_draft', 'kept_at'),
  `create trigger ground_draft_no_update before update on ground_draft begin
  select raise(abort, 'ground_draft: a new one takes its place');
end`,
];

/** Facts that were told on "May we …?" and of which nothing was recorded yet: of each person who told them. */
export const keepToldFacts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [GROUND_DRAFT, ONE_OF_A_PLACE, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
