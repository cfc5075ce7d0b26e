import type { ReadDb } from '../db/database.ts';
import type { Refusal } from '../policy/refusal.ts';
import { contactRefusals } from './export-service.ts';
import { numbersIn } from './release/daily-log.ts';
import type { ReleaseSpan } from './release/document.ts';

/** A number that is not in the log of these days, named as the screen lets it be said again. */
export function notInSpan(number: string, field: 'apart' | 'withhold'): readonly Refusal[] {
  const refusals = contactRefusals(number, field);
  if (refusals.length > 0) return refusals;
  return [{ code: 'wrong-value', field, params: { why: 'not-in-span', number } }];
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
  return [...new Set(byHand)].filter((number) => !known.has(number)).flatMap((number) => notInSpan(number, 'apart'));
}
