import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';

/** Words only, without their places: nothing is asked beyond which booking has a word. Beginnings of up to seven
 * letters are at hand: longer ones are made of few words. */
const WORDS = `create virtual table booking_words using fts5(words, detail = none, columnsize = 0,
  prefix = '2 3 4 5 6 7 8', tokenize = 'unicode61 remove_diacritics 0')`;

/** A word that is deleted is overwritten in the index at once; without this FTS5 keeps it beside a note that it went. */
const FORGETS = `insert into booking_words (booking_words, rank) values ('secure-delete', 1)`;

/** What a version can be found by. `b`: its booking. */
const wordsOf = (version: string): string => `app_words(b.number, ${version}.dob, ${version}.booking_datetime,
    ${version}.last_name, ${version}.first_name, ${version}.middle_name, ${version}.aliases,
    ${version}.booking_officer_name, ${version}.booking_officer_badge,
    ${version}.arresting_officer_name, ${version}.arresting_officer_badge)`;

const SAVED = `create trigger booking_version_into_words after insert on booking_version begin
  insert or replace into booking_words (rowid, words)
  select b.entry_seq, ${wordsOf('new')} from booking b where b.id = new.booking_id;
end`;

const GONE = `create trigger booking_out_of_words after delete on booking begin
  delete from booking_words where rowid = old.entry_seq;
end`;

const FILL = `insert into booking_words (rowid, words)
  select b.entry_seq, ${wordsOf('v')} from booking b join booking_version v on v.booking_id = b.id
  where v.version = (select max(w.version) from booking_version w where w.booking_id = b.id)`;

/** A look says what was searched by, never for what. */
const BY_A_RULE = guard(
  'audit_event',
  'refused_by_a_rule',
  `(new.kind = 'refused') = (new.call is not null and new.code is not null)
    and (new.kind = 'refused' or coalesce(new.clause, new.field, new.length) is null)
    and (new.kind in ('refused', 'looked') or new.category is null)`,
);

/** An index of words by which bookings are found as somebody types. */
export const findBookings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [WORDS, FORGETS, FILL, SAVED, GONE]) await sql.raw(statement).execute(db);
    await sql.raw('drop trigger audit_event_refused_by_a_rule').execute(db);
    await sql.raw(BY_A_RULE).execute(db);
  },
};
