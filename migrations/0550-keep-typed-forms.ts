import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard, known, times } from './guards.ts';

const MATTER_DRAFT = `create table matter_draft (
  id text not null primary key,
  matter_id text references matter (id),
  kind text not null,
  event text not null,
  booking_id text references booking (id),
  subject_role text,
  subject_last text,
  subject_first text,
  subject_dob text,
  at text,
  detail text not null,
  left_out text not null,
  kept_at text not null,
  kept_by text not null references person (id),
  mark text not null generated always as (app_mark('matter_draft',
    id, matter_id, kind, event, booking_id, subject_role, subject_last, subject_first, subject_dob, at, detail, left_out,
    kept_at, kept_by)) stored
) strict, without rowid`;

const ONE_OF_A_PLACE = `create unique index matter_draft_place
  on matter_draft (kept_by, kind, event, coalesce(matter_id, ''), coalesce(booking_id, ''))`;

const GUARDS = [
  known('matter_draft', 'matter_id', 'matter.id'),
  known('matter_draft', 'booking_id', 'booking.id'),
  known('matter_draft', 'kept_by', 'person.id'),
  guard('matter_draft', 'of_one_record', 'new.booking_id is null or new.matter_id is null'),
  guard(
    'matter_draft',
    'of_its_matter',
    'new.matter_id is null or exists (select 1 from matter where id = new.matter_id and kind = new.kind)',
  ),
  guard(
    'matter_draft',
    'named_by_its_matter',
    `new.matter_id is null
    or coalesce(new.subject_role, new.subject_last, new.subject_first, new.subject_dob) is null`,
  ),
  guard(
    'matter_draft',
    'kept_by_the_desk',
    `exists (select 1 from person where id = new.kept_by
      and role in ('booking-officer', 'supervisor', 'chief', 'records-clerk'))
    and not exists (select 1 from person_event where person_id = new.kept_by and kind = 'deactivated')`,
  ),
  times('matter_draft', 'kept_at'),
  `create trigger matter_draft_no_update before update on matter_draft begin
  select raise(abort, 'matter_draft: a new one takes its place');
end`,
];

/** What was typed of an event of a matter, or of one that begins a matter, before it was recorded: of each person. */
export const keepTypedForms: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [MATTER_DRAFT, ONE_OF_A_PLACE, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
