import { sql } from 'kysely';
import type { ReadDb } from '../database.ts';
import { parseRecord } from '../parse.ts';

/** A packet for the town clerk that left. */
export interface LeftPacket {
  /** Its entry; the head in it was signed before. */
  readonly seq: number;
  /** Last day that it is of. */
  readonly to: string;
  /** SHA-256 of each of its files in hex, by name. */
  readonly files: Readonly<Record<string, unknown>>;
}

/** All packets of a log, the newest first. Each has an entry of its own, which tells its days and its files. */
export async function listLeftPackets(db: ReadDb, log: string): Promise<readonly LeftPacket[]> {
  const { rows } = await sql<{ readonly seq: number; readonly to: string; readonly files: string }>`
    select d.seq, coalesce(app_told(d.text) ->> 'to', '') as "to", app_told(d.text) -> 'files' as files
    from disclosure d cross join ledger_entry e on e.seq = d.seq
    where d.name = 'release' and app_told(d.text) ->> 'kind' = 'clerk-packet' and cast(e.leaf as text) ->> 'log' = ${log}
    order by d.seq desc`.execute(db);
  return rows.map(({ seq, to, files }) => ({ seq, to, files: parseRecord(files, 'disclosure.text') }));
}

/** How many heads may be signed between that of a packet and its entry: whoever leaves just then has one signed. */
const SIGNED_BETWEEN = 100;

/** Notes of the newest heads of a log over no more than `most` entries, the newest first. */
export async function listNotesUpTo(
  db: ReadDb,
  log: string,
  most: number,
): Promise<readonly { readonly size: number; readonly note: string }[]> {
  return db
    .selectFrom('checkpoint')
    .select(['size', 'note'])
    .where('origin', '=', log)
    .where('size', '<=', most)
    .orderBy('id', 'desc')
    .limit(SIGNED_BETWEEN)
    .execute();
}
