import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, times } from './guards.ts';

const STATION = `create table station (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  name text not null,
  ori text not null,
  log_origin text not null unique,
  agency_code text not null,
  created_at text not null,
  mark text not null generated always as (app_mark('station',
    entry_seq, id, name, ori, log_origin, agency_code, created_at)) stored
) strict`;

const CERTIFICATE = `create table certificate (
  entry_seq integer primary key references ledger_entry (seq),
  fingerprint text not null unique,
  kind text not null check (kind in ('root', 'signing')),
  pem text not null,
  created_at text not null,
  mark text not null generated always as (app_mark('certificate',
    entry_seq, fingerprint, kind, pem, created_at)) stored
) strict`;

const GUARDS = [
  covered('station'),
  times('station', 'created_at'),
  ...appendOnly('station', [['entry_seq'], ['id'], ['log_origin']]),
  covered('certificate'),
  times('certificate', 'created_at'),
  ...appendOnly('certificate', [['entry_seq'], ['fingerprint']]),
];

/** The station that the records belong to, and its certificates. */
export const createStation: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [STATION, CERTIFICATE, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
