import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, guard, known } from './guards.ts';

const LEDGER_ENTRY = `create table ledger_entry (
  seq integer primary key,
  leaf blob not null,
  leaf_hash blob not null check (length(leaf_hash) = 32),
  mark text not null generated always as (app_mark('ledger_entry',
    seq, leaf, leaf_hash)) stored
) strict`;

const DISCLOSURE = `create table disclosure (
  seq integer not null references ledger_entry (seq),
  name text not null,
  text text not null,
  mark text not null generated always as (app_mark('disclosure',
    seq, name, text)) stored,
  primary key (seq, name)
) strict, without rowid`;

const GUARDS = [
  guard('ledger_entry', 'no_gap', 'new.seq = coalesce((select max(seq) from ledger_entry), -1) + 1'),
  guard('ledger_entry', 'whole_hash', 'length(new.leaf_hash) = 32'),
  ...appendOnly('ledger_entry', [['seq']]),
  known('disclosure', 'seq', 'ledger_entry.seq'),
  guard(
    'disclosure',
    'in_its_entry',
    `instr(cast((select leaf from ledger_entry where seq = new.seq) as text), app_digest(new.text)) > 0`,
  ),
  ...appendOnly('disclosure', [['seq', 'name']]),
];

/** The log: entries whose bytes never change, and what they disclose, apart. */
export const createLedger: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [LEDGER_ENTRY, DISCLOSURE, ...GUARDS]) await sql.raw(statement).execute(db);
  },
};
