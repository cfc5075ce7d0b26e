import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { appendOnly, guard, known, times } from './guards.ts';

const LEDGER_NODE = `create table ledger_node (
  level integer not null check (level in (8, 16)),
  idx integer not null,
  hash blob not null check (length(hash) = 32),
  mark text not null generated always as (app_mark('ledger_node',
    level, idx, hash)) stored,
  primary key (level, idx)
) strict, without rowid`;

const LEDGER_TREE = `create table ledger_tree (
  id integer primary key check (id = 1),
  size integer not null,
  frontier blob not null,
  mark text not null generated always as (app_mark('ledger_tree',
    id, size, frontier)) stored
) strict`;

const LOG_ORIGIN = `create table log_origin (
  entry_seq integer primary key references ledger_entry (seq) deferrable initially deferred,
  origin text not null unique,
  old_origin text not null,
  old_size integer not null,
  old_root blob not null check (length(old_root) = 32),
  at text not null,
  "by" text not null references person (id),
  mark text not null generated always as (app_mark('log_origin',
    entry_seq, origin, old_origin, old_size, old_root, at, "by")) stored
) strict`;

const CHECKPOINT = `create table checkpoint (
  id integer primary key,
  origin text not null,
  size integer not null,
  root blob not null check (length(root) = 32),
  note text not null,
  cause text not null,
  at text not null,
  mark text not null generated always as (app_mark('checkpoint',
    id, origin, size, root, note, cause, at)) stored
) strict`;

const NEXT_ENTRY = 'coalesce((select max(seq) from ledger_entry), -1) + 1';
/** Hash of the entry that the tree takes in next. */
const NEXT_LEAF = '(select leaf_hash from ledger_entry where seq = ledger_tree.size)';
/** A new log that begins here and now: then the tree over what is left is grown anew. */
const BEGINS_NOW = `exists (select 1 from log_origin where entry_seq = ${NEXT_ENTRY})`;

const LEVELS = [8, 16];

const completes = (level: number, seq: string): string =>
  `(${seq} & ${String(2 ** level - 1)}) = ${String(2 ** level - 1)}`;

/** Takes the entry that the tree lacks next into it: nodes that are complete with it, then the edge. */
const takeIn = (seq: string, leaf: string): readonly string[] => [
  ...LEVELS.map(
    (level) => `insert into ledger_node (level, idx, hash)
    select ${String(level)}, ${seq} >> ${String(level)}, app_tree_node(size, frontier, ${leaf}, ${String(level)})
    from ledger_tree where ${completes(level, seq)}`,
  ),
  `update ledger_tree set size = size + 1, frontier = app_tree_grow(size, frontier, ${leaf})`,
];

const GUARDS = [
  guard(
    'ledger_node',
    'of_the_tree',
    `(select size + 1 = (new.idx + 1) << new.level
      and new.hash = app_tree_node(size, frontier, ${NEXT_LEAF}, new.level) from ledger_tree)`,
  ),
  guard(
    'ledger_node',
    'key_once_level_idx',
    'not exists (select 1 from ledger_node where level = new.level and idx = new.idx)',
  ),
  `create trigger ledger_node_no_update before update on ledger_node begin
  select raise(abort, 'ledger_node: rows never change');
end`,
  `create trigger ledger_node_no_delete before delete on ledger_node begin
  select raise(abort, 'ledger_node: rows of the tree never go')
    where ((select size from ledger_tree) < (old.idx + 1) << old.level) is not true;
end`,
  guard('ledger_tree', 'one_row', 'new.id = 1 and new.size = 0 and not exists (select 1 from ledger_tree)'),
  `create trigger ledger_tree_forward_only before update on ledger_tree begin
  select raise(abort, 'ledger_tree: grows entry by entry') where (new.id = 1 and (
    (new.size = old.size + 1 and new.frontier = app_tree_grow(old.size, old.frontier,
      (select leaf_hash from ledger_entry where seq = old.size)))
    or (new.size = 0 and length(new.frontier) = 0 and ${BEGINS_NOW}))) is not true;
end`,
  `create trigger ledger_tree_no_delete before delete on ledger_tree begin
  select raise(abort, 'ledger_tree: the row never goes');
end`,
  guard('log_origin', 'begins_now', `new.entry_seq = ${NEXT_ENTRY}`),
  known('log_origin', '"by"', 'person.id'),
  times('log_origin', 'at'),
  ...appendOnly('log_origin', [['entry_seq'], ['origin']]),
  guard('checkpoint', 'no_gap', 'new.id = coalesce((select max(id) from checkpoint), 0) + 1'),
  guard(
    'checkpoint',
    'of_the_tree',
    '(select new.size = size and new.root = app_tree_root(size, frontier) from ledger_tree)',
  ),
  guard(
    'checkpoint',
    'of_our_log',
    'new.origin in (select log_origin from station union all select origin from log_origin)',
  ),
  times('checkpoint', 'at'),
  ...appendOnly('checkpoint', [['id']]),
];

/** From here on no entry comes without the tree. */
const GROWS = `create trigger ledger_entry_grows_tree after insert on ledger_entry begin
  ${takeIn('new.seq', 'new.leaf_hash').join(';\n  ')};
  select raise(abort, 'ledger_entry: the tree is of other entries')
    where (select size = new.seq + 1 from ledger_tree) is not true;
end`;

/** An old entry that does not hash to what stands beside it: no tree is grown over it. */
class EntryChanged extends Error {
  override readonly name = 'EntryChanged';
  /** Told as SQLite tells of a damaged file. */
  readonly code = 'SQLITE_CORRUPT';
}

async function run(db: Kysely<unknown>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Grows the tree over the entries that are there, each hashed anew from its bytes and compared. */
async function growOverOldEntries(db: Kysely<unknown>): Promise<void> {
  const odd = await sql<{ readonly seq: number }>`select seq from (select seq, leaf, leaf_hash,
      row_number() over (order by seq) - 1 as place from ledger_entry)
    where (seq = place and app_leaf_hash(leaf) = leaf_hash) is not true order by seq limit 1`.execute(db);
  const [first] = odd.rows;
  if (first !== undefined) throw new EntryChanged(`entry ${String(first.seq)} is not as it was written`);
  const { rows } = await sql<{ readonly count: number }>`select count(*) as count from ledger_entry`.execute(db);
  const steps = takeIn('ledger_tree.size', NEXT_LEAF);
  for (let at = 0; at < (rows[0]?.count ?? 0); at += 1) await run(db, steps);
}

/** What proves the log: its tree (RFC 9162), signed heads of it, and where a lost tail made a new log begin. */
export const proveLedger: Migration = {
  async up(db: Kysely<unknown>) {
    await run(db, [LEDGER_NODE, LEDGER_TREE, LOG_ORIGIN, CHECKPOINT, ...GUARDS]);
    await run(db, [`insert into ledger_tree (id, size, frontier) values (1, 0, x'')`]);
    await growOverOldEntries(db);
    await run(db, [GROWS]);
  },
};
