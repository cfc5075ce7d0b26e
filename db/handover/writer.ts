import type { WriteTx } from '../database.ts';
import { insertRow } from '../insert.ts';
import type { RecordMeta } from '../record-meta.ts';
import type { StoredHandover } from './reader.ts';

export type NewHandover = Omit<StoredHandover, 'entry' | 'at' | 'from' | 'to' | 'withheld'> & {
  readonly id: string;
  /** Id of whoever took over. */
  readonly takenBy: string;
};

export async function insertHandover(tx: WriteTx, handover: NewHandover, meta: RecordMeta): Promise<void> {
  const { id, inCustody, clocks, unfinished, due, drafts, waiting, keptApart, note, takenBy } = handover;
  await insertRow(tx, 'handover', {
    entry_seq: meta.entrySeq,
    id,
    ...{ in_custody: inCustody, clocks, unfinished, due, drafts, waiting, kept_apart: keptApart },
    note,
    taken_by: takenBy,
    at: meta.at,
    by: meta.by,
  });
}
