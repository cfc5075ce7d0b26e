import type { Pack, Reading } from '../../policy/packs/pack.ts';
import { words } from '../words/words.ts';

/** Ids of the readings that say why a text is refused; the others of a clause are about asking and telling. */
const ABOUT_TEXTS: readonly string[] = ['recording'];

/** A clause in our own words: as the pack in force has them, where it has them. Empty for a clause that nobody cites. */
export function clauseWords(clause: string, pack: Pack | null): string {
  const own: Readonly<Partial<Record<string, string>>> = words.policy.clauses;
  return pack?.grounds.find(({ cite }) => cite === clause)?.wording ?? own[clause] ?? '';
}

/** How the station reads the clause where a text is concerned, as the pack in force says. */
export function readingsOf(clause: string, pack: Pack | null): readonly Reading[] {
  const of = (pack?.interpretation ?? []).filter((one) => one.clause.split(/, */).includes(clause));
  return of.filter(({ id }) => ABOUT_TEXTS.includes(id));
}
