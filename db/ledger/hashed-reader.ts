import type { ReadDb } from '../database.ts';
import { readRows, statement } from '../statement.ts';

/** An entry for whoever hashes all of them. */
export interface HashedEntry {
  readonly seq: number;
  /** The stored hash, one letter a byte. */
  readonly hash: string;
  /** What it is the hash of: a zero byte (RFC 9162 section 2.1.1), then the entry's bytes. */
  readonly prefixed: Buffer;
}

interface RunRow {
  /** Hash, zero byte and bytes of each entry, one behind the other. */
  readonly bytes: Buffer;
  /** Three for each entry: its number, bytes of the stored hash, bytes of the entry. */
  readonly figures: string;
}

// SQLite hands the rows on in the order of the inner query, which its limit keeps from being merged with the outer one.
const runFrom = statement(`select cast(coalesce(group_concat(bytes, ''), '') as blob) as bytes,
    coalesce(group_concat(figures), '') as figures
  from (select cast(coalesce(leaf_hash, x'') || x'00' || coalesce(leaf, x'') as text) as bytes, seq || ','
      || coalesce(length(cast(leaf_hash as blob)), 0) || ',' || coalesce(length(cast(leaf as blob)), 0) as figures
    from ledger_entry where seq >= ? order by seq limit ?)`);

function cut({ bytes, figures }: RunRow): readonly HashedEntry[] {
  const numbers = figures === '' ? [] : figures.split(',').map(Number);
  const entries: HashedEntry[] = [];
  let start = 0;
  for (let at = 0; at < numbers.length; at += 3) {
    const prefix = start + (numbers[at + 1] ?? 0);
    const end = prefix + 1 + (numbers[at + 2] ?? 0);
    const hash = bytes.toString('latin1', start, prefix);
    entries.push({ seq: numbers[at] ?? 0, hash, prefixed: bytes.subarray(prefix, end) });
    start = end;
  }
  return entries;
}

/**
 * Entries in order, from a number on. All of them are read as one run of bytes: a row with a buffer of its own costs
 * more than to read and to hash it.
 */
export async function listHashed(db: ReadDb, from: number, limit: number): Promise<readonly HashedEntry[]> {
  const rows = await readRows<RunRow>(db, runFrom([from, limit]));
  return rows.flatMap(cut);
}
