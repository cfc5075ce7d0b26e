// Entries of a log that is filled past the guards, for what asks how long something takes in a store of many years.
import type { connect } from '../../db/open.ts';
import { TreeBuilder } from '../../proof/builder.ts';
import { frontierBytes } from '../../proof/frontier.ts';
import { leafHash } from '../../proof/hash.ts';
import { leafBytes } from '../../services/ledger/leaf.ts';

type Connection = ReturnType<typeof connect>;
type Row = Readonly<Record<string, string | number | null | Buffer>>;

/** What an entry says besides its number. `at` is to the minute and in UTC, `actor` the id of a person. */
export interface FilledEntry {
  readonly type: string;
  readonly actor: string;
  readonly at: string;
}

const ID = '8c5b1a3e-9b7e-4f0e-8a57-1d0b2f6e4c33';
const [YEAR_ONE, AT_YEAR_ONE] = ['0001-01-01T00:00:00.00Z', '0001-01-01T00:00Z'];

/** Writes rows past their marks. */
export class RowFiller {
  readonly #connection: Connection;
  readonly #inserts = new Map<string, ReturnType<Connection['prepare']>>();

  constructor(connection: Connection) {
    this.#connection = connection;
    connection.function('app_mark', { varargs: true, deterministic: true }, () => '0'.repeat(64));
  }

  insert(table: string, row: Row): void {
    const names = Object.keys(row);
    const key = `${table} ${names.join()}`;
    const insert = this.#inserts.get(key) ?? this.#prepare(table, names);
    this.#inserts.set(key, insert);
    insert.run(Object.values(row));
  }

  #prepare(table: string, names: readonly string[]): ReturnType<Connection['prepare']> {
    const [columns, places] = [names.map((name) => `"${name}"`), names.map(() => '?')];
    return this.#connection.prepare(`insert into ${table} (${columns.join()}) values (${places.join()})`);
  }
}

/**
 * Appends entries behind those that are there and grows the tree beside them: what the guards would leave behind, in a
 * fraction of the time. They must be off, and `end` called before they are put back.
 */
export class EntryFiller {
  readonly #connection: Connection;
  readonly #rows: RowFiller;
  readonly #log: string;
  readonly #tree: TreeBuilder;
  /** Parts of an entry around its time and its number: making its JSON anew costs more than all the rest of it. */
  readonly #around = new Map<string, readonly string[]>();

  constructor(connection: Connection, rows: RowFiller) {
    this.#connection = connection;
    this.#rows = rows;
    const all = (text: string): readonly unknown[] => connection.prepare(text).pluck().all();
    this.#log = String(all("select cast(leaf as text) ->> 'log' from ledger_entry limit 1")[0]);
    const hashes = all('select leaf_hash from ledger_entry order by seq');
    this.#tree = new TreeBuilder((level, idx, hash) => {
      const told = level === 8 || level === 16;
      if (told && this.#tree.size >= hashes.length)
        rows.insert('ledger_node', { level, idx, hash: Buffer.from(hash, 'latin1') });
    });
    for (const hash of hashes) if (Buffer.isBuffer(hash)) this.#tree.add(hash.toString('latin1'));
  }

  /** The number of the new entry. */
  append({ type, actor, at }: FilledEntry): number {
    const seq = this.#tree.size;
    const [before = '', between = '', behind = ''] = this.#parts(type, actor);
    const leaf = Buffer.from(`${before}${at.slice(0, 16)}Z${between}${String(seq)}${behind}`, 'utf8');
    const made = leafHash(leaf);
    this.#rows.insert('ledger_entry', { seq, leaf, leaf_hash: Buffer.from(made) });
    this.#tree.add(Buffer.from(made).toString('latin1'));
    return seq;
  }

  #parts(type: string, actor: string): readonly string[] {
    const key = `${type} ${actor}`;
    const known = this.#around.get(key);
    if (known !== undefined) return known;
    const bare = { log: this.#log, seq: 0, id: ID, at: YEAR_ONE, type, actor, digests: ['A'.repeat(43)] };
    const [before = '', rest = ''] = leafBytes(bare).toString('utf8').split(AT_YEAR_ONE);
    const [between = '', behind = ''] = rest.split('"seq":0');
    const parts = [before, `${between}"seq":`, behind];
    this.#around.set(key, parts);
    return parts;
  }

  /** Tells the store of the tree. */
  end(): void {
    const { size, frontier } = this.#tree;
    const edge = this.#connection.prepare('update ledger_tree set size = ?, frontier = ?');
    edge.run(size, frontierBytes({ size, frontier }));
  }
}

/** Fills without a journal, which would grow as large as the store; whoever else has it open must have closed it. */
export function fillAlone(connection: Connection, fill: () => void): void {
  const pragmas = ['foreign_keys = off', 'cache_size = -200000', 'locking_mode = exclusive', 'journal_mode = off'];
  for (const pragma of pragmas) connection.pragma(pragma);
  fill();
  connection.pragma('journal_mode = wal');
  connection.pragma('locking_mode = normal');
}
