import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, guard, known, times } from './guards.ts';

const COLUMNS = 'kind, year, seq, number, record_id, reserved_at, reserved_by';

const NUMBER_RESERVATION = `create table number_reservation (
  kind text not null check (kind in ('booking', 'notification', 'export', 'matter')),
  year integer not null,
  seq integer not null,
  number text not null,
  record_id text not null,
  reserved_at text not null,
  reserved_by text not null references person (id),
  mark text not null generated always as (app_mark('number_reservation',
    kind, year, seq, number, record_id, reserved_at, reserved_by)) stored,
  primary key (kind, year, seq),
  unique (kind, record_id)
) strict, without rowid`;

const GUARDS = [
  guard(
    'number_reservation',
    'no_gap',
    `new.seq = coalesce((select max(seq) from number_reservation where kind = new.kind and year = new.year), 0) + 1`,
  ),
  guard(
    'number_reservation',
    'own_shape',
    `new.number = case new.kind
    when 'booking' then printf('%04d-%05d', new.year, new.seq)
    when 'notification' then printf('N-%04d-%05d', new.year, new.seq)
    when 'matter' then printf('M-%04d-%05d', new.year, new.seq)
    when 'export' then printf('EXP-%04d-%06d', new.year, new.seq) end`,
  ),
  known('number_reservation', 'reserved_by', 'person.id'),
  times('number_reservation', 'reserved_at'),
  ...appendOnly('number_reservation', [
    ['kind', 'year', 'seq'],
    ['kind', 'record_id'],
  ]),
];

/** A check of a table cannot be changed: the numbers move to a new table, one by one past the guards, and keep their marks. */
const MOVED = [
  `create table number_before as select ${COLUMNS} from number_reservation`,
  'drop table number_reservation',
  NUMBER_RESERVATION,
  ...GUARDS,
  `insert into number_reservation (${COLUMNS}) select ${COLUMNS} from number_before order by kind, year, seq`,
  'drop table number_before',
];

/** Matters are numbered as bookings are: M-2026-00001, without gaps. */
export const numberMatters: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of MOVED) await sql.raw(statement).execute(db);
  },
};
