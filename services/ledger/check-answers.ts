import { createHash } from 'node:crypto';
import type { Check } from '../../contract/system.ts';
import type { ReadDb } from '../../db/database.ts';
import { listAnswersBeside, type AnswerBeside } from '../../db/integrity/answers.ts';
import { isRecord } from '../../policy/gate/shapes.ts';
import { verdict, wrongAt } from './verdict.ts';

/** What the entry says of the sealed bytes; null where it says nothing that can be read. */
function digestTold(told: string | null): unknown {
  if (told === null) return null;
  const value: unknown = JSON.parse(told);
  return isRecord(value) ? value['sha256'] : null;
}

function isOwn({ told, sealed }: AnswerBeside): boolean {
  return sealed !== null && createHash('sha256').update(sealed).digest('hex') === digestTold(told);
}

/**
 * Each sealed answer is the one that its entry commits to. Where a court's order let both go, neither is there; where
 * only one is, somebody took the other away.
 */
export async function checkAnswers(db: ReadDb): Promise<Check> {
  const all = await listAnswersBeside(db);
  const gone = all.find(({ sealed }) => sealed === null);
  const other = all.find((answer) => answer.sealed !== null && !isOwn(answer));
  return verdict(
    'sealed answers',
    `${String(all.length)} sealed answers, each as its entry says`,
    wrongAt(gone?.entry ?? null, 'row-missing', 'the sealed answer is missing') ??
      wrongAt(other?.entry ?? null, 'answer-edited', 'the sealed answer is another one'),
  );
}
