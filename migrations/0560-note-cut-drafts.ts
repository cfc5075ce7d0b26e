import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard, known, times } from './guards.ts';

const DRAFT_CUT = `create table draft_cut (
  booking_id text not null primary key references booking (id),
  boxes text not null,
  at text not null,
  mark text not null generated always as (app_mark('draft_cut', booking_id, boxes, at)) stored
) strict, without rowid`;

const GUARDS = [
  known('draft_cut', 'booking_id', 'booking.id'),
  guard('draft_cut', 'of_a_draft', 'exists (select 1 from draft where booking_id = new.booking_id)'),
  times('draft_cut', 'at'),
  `create trigger draft_cut_no_update before update on draft_cut begin
  select raise(abort, 'draft_cut: a new one takes its place');
end`,
  `create trigger draft_cut_goes_with_its_draft after delete on draft begin
  delete from draft_cut where booking_id = old.booking_id;
end`,
];

/** Of which boxes of an unfinished form sentences were taken out when a phrase was taken back; never the words. */
export const noteCutDrafts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [DRAFT_CUT, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
