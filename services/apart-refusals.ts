import type { ReadDb } from '../db/database.ts';
import type { Refusal } from '../policy/refusal.ts';
import { contactRefusals } from './export-service.ts';
import { numbersIn } from './release/daily-log.ts';
import type { ReleaseSpan } from './release/document.ts';

/** As the screen lets them be said again. */
function notInSpan(number: string): readonly Refusal[] {
  const refusals = contactRefusals(number, 'apart');
  if (refusals.length > 0) return refusals;
  return [{ code: 'wrong-value', field: 'apart', params: { why: 'not-in-span', number } }];
}

/**
 * Whoever keeps a booking apart that is not in the log of these days may have meant another one, which would be shown.
 * @param byHand booking numbers as they were typed
 */
export async function apartRefusals(
  db: ReadDb,
  span: ReleaseSpan,
  byHand: readonly string[],
): Promise<readonly Refusal[]> {
  if (byHand.length === 0) return [];
  const known = await numbersIn(db, span);
  return [...new Set(byHand)].filter((number) => !known.has(number)).flatMap(notInSpan);
}
