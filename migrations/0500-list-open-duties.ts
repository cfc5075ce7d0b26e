import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { guard } from './guards.ts';

/** Whoever looks at what is still to be done does not look through all that ever was. */
const OPEN_DUTY = `create table open_duty (
  duty_id text not null primary key references duty (id),
  mark text not null generated always as (app_mark('open_duty', duty_id)) stored
) strict, without rowid`;

const NOT_DONE = `not exists (select 1 from duty_event e where e.duty_id = d.id and e.kind = 'done')`;
const stands = (id: string): string => `exists (select 1 from duty d where d.id = ${id} and ${NOT_DONE})`;

const GUARDS = [
  guard('open_duty', 'as_the_records_say', stands('new.duty_id')),
  guard('open_duty', 'key_once_duty_id', 'not exists (select 1 from open_duty where duty_id = new.duty_id)'),
  `create trigger open_duty_no_update before update on open_duty begin
  select raise(abort, 'open_duty: rows never change');
end`,
  `create trigger open_duty_no_delete before delete on open_duty begin
  select raise(abort, 'open_duty: rows go with what ends a duty') where (not ${stands('old.duty_id')}) is not true;
end`,
];

const KEPT = [
  `create trigger duty_into_open_duty after insert on duty begin
  insert into open_duty (duty_id) values (new.id);
end`,
  `create trigger duty_event_out_of_open_duty after insert on duty_event when new.kind = 'done' begin
  delete from open_duty where duty_id = new.duty_id;
end`,
  `create trigger duty_out_of_open_duty after delete on duty begin
  delete from open_duty where duty_id = old.id;
end`,
];

const FILL = `insert into open_duty (duty_id) select d.id from duty d where ${NOT_DONE}`;

/** The moment that a decision rests on, by which the clock of 2(c) is told whose it is. */
const moment = (table: string): string =>
  `create index ${table}_moment on ${table} (julianday(json_extract(facts, '$.facts.factsKnownAt')))`;

const INDEXES = [
  moment('decision'),
  moment('matter_decision'),
  `create index duty_unbooked on duty (duty, since) where booking_id is null and (matter_id is null or duty = 'jttf')`,
  `create index duty_event_clock on duty_event (entry_seq) where kind = 'clock'`,
  `create index duty_event_done on duty_event (entry_seq) where kind = 'done'`,
];

/** A list of the duties that nobody has ended yet, and of the few whose owner is looked for. */
export const listOpenDuties: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [OPEN_DUTY, ...GUARDS, FILL, ...KEPT, ...INDEXES]) await sql.raw(statement).execute(db);
  },
};
