import type { ReadDb } from '../database.ts';

/** A log and the number of its first entry. */
export interface LogBeginning {
  readonly origin: string;
  readonly from: number;
  /** How many of its entries, and of those before it, are left: where the next one begins. */
  readonly left: number;
  /** The head that is known of the log before it; null for the first. */
  readonly old: { readonly origin: string; readonly size: number; readonly root: Buffer } | null;
}

/** The logs of these records, the first one first. Each takes over what was left of the one before. */
export async function listLogs(db: ReadDb): Promise<readonly LogBeginning[]> {
  const first = await db.selectFrom('station').select('log_origin').orderBy('entry_seq').executeTakeFirst();
  const later = await db.selectFrom('log_origin').selectAll().orderBy('entry_seq').execute();
  const leftOf = (at: number): number => later[at]?.entry_seq ?? Number.MAX_SAFE_INTEGER;
  const begun = later.map((row, at) => ({
    origin: row.origin,
    from: row.entry_seq,
    left: leftOf(at + 1),
    old: { origin: row.old_origin, size: row.old_size, root: row.old_root },
  }));
  return first === undefined ? begun : [{ origin: first.log_origin, from: 0, left: leftOf(0), old: null }, ...begun];
}
