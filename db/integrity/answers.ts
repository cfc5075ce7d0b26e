import type { ReadDb } from '../database.ts';
import { readRows, statement } from '../statement.ts';

/** A sealed answer beside what its entry commits to; null where one of the two is not there. */
export interface AnswerBeside {
  readonly entry: number;
  /** Disclosure of the entry, opened, as JSON. */
  readonly told: string | null;
  readonly sealed: Uint8Array | null;
}

const answers = statement(`select coalesce(d.seq, a.entry_seq) as entry, app_told(d.text) as told, a.sealed
  from (select seq, text from disclosure where name = 'sealedAnswer') d
  full join sealed_answer a on a.entry_seq = d.seq order by entry`);

/** Every sealed answer, and every entry that tells of one. It stands under the entry of its event, not of its own. */
export function listAnswersBeside(db: ReadDb): Promise<readonly AnswerBeside[]> {
  return readRows<AnswerBeside>(db, answers([]));
}
