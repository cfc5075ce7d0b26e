import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const SCAN = `create table scan (
  entry_seq integer primary key references ledger_entry (seq),
  matter_id text not null references matter (id),
  sha256 text not null,
  size integer not null,
  media_type text not null,
  nonce text not null,
  sealed blob not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('scan',
    entry_seq, matter_id, sha256, size, media_type, nonce, sealed, at, "by")) stored,
  unique (matter_id, sha256)
) strict`;

const GUARDS = [
  covered('scan'),
  known('scan', 'matter_id', 'matter.id'),
  known('scan', '"by"', 'person.id'),
  guard('scan', 'sealed', `new.size > 0 and length(new.sealed) = new.size + 16`),
  times('scan', 'at'),
  ...appendOnly('scan', [['entry_seq'], ['matter_id', 'sha256']]),
  guard(
    'matter_event',
    'scan_of_its_matter',
    `json_extract(new.detail, '$.scan') is null or exists (select 1 from scan s
    where s.matter_id = new.matter_id and s.sha256 = json_extract(new.detail, '$.scan'))`,
  ),
];

/** Papers of a matter, sealed under the station's box key and found by their hash alone. */
export const sealScans: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [SCAN, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
