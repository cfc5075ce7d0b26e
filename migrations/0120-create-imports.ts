import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, covered, guard, known, times } from './guards.ts';

const IMPORT_RUN = `create table import_run (
  entry_seq integer primary key references ledger_entry (seq),
  id text not null unique,
  file_name text not null,
  sha256 text not null,
  profile text not null,
  rows integer not null,
  bookings integer not null,
  accepted integer not null,
  updated integer not null,
  duplicates integer not null,
  quarantined integer not null,
  failed integer not null,
  report text not null,
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('import_run',
    entry_seq, id, file_name, sha256, profile, rows, bookings, accepted, updated, duplicates, quarantined,
    failed, report, at, "by")) stored
) strict`;

const IMPORT_SOURCE = `create table import_source (
  source_system text not null,
  source_record_id text not null,
  admission text not null,
  entry_seq integer not null references ledger_entry (seq),
  booking_id text not null references booking (id),
  row_digest text not null,
  mark text not null generated always as (app_mark('import_source',
    source_system, source_record_id, admission, entry_seq, booking_id, row_digest)) stored,
  primary key (source_system, source_record_id, admission, entry_seq)
) strict, without rowid`;

const QUARANTINE = `create table quarantine (
  id text not null primary key,
  entry_seq integer not null references ledger_entry (seq),
  import_id text not null references import_run (id) deferrable initially deferred,
  "row" integer not null,
  source_id text,
  headings text not null,
  categories text not null,
  mark text not null generated always as (app_mark('quarantine',
    id, entry_seq, import_id, "row", source_id, headings, categories)) stored
) strict, without rowid`;

const GUARDS = [
  covered('import_run'),
  known('import_run', '"by"', 'person.id'),
  guard(
    'import_run',
    'verdicts_add_up',
    `new.accepted + new.updated + new.duplicates + new.quarantined + new.failed = new.bookings`,
  ),
  times('import_run', 'at'),
  ...appendOnly('import_run', [['entry_seq'], ['id']]),
  covered('import_source'),
  known('import_source', 'booking_id', 'booking.id'),
  guard('import_source', 'digest', `length(new.row_digest) = 64`),
  ...appendOnly('import_source', [['source_system', 'source_record_id', 'admission', 'entry_seq']]),
  covered('quarantine'),
  guard('quarantine', 'lists', `json_type(new.headings) = 'array' and json_type(new.categories) = 'array'`),
  ...appendOnly('quarantine', [['id']]),
];

const INDEXES = ['create index quarantine_of on quarantine (import_id)'];

/** What came in from other systems: runs, where each record went, and rows that were kept out. */
export const createImports: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [IMPORT_RUN, IMPORT_SOURCE, QUARANTINE, ...INDEXES, ...GUARDS])
      await sql.raw(statement).execute(db);
  },
};
