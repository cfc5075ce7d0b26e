// Saved texts stay as they are when a phrase is taken back (ADR 12): what was let through then is told apart from what
// nobody ever let through.
import { TaughtList } from '../../policy/screen/taught.ts';
import type { StoredTaughtPhrase } from '../taught/reader.ts';

/** Whether a value passes with this list. */
export type Passes = (taught: TaughtList) => boolean;

function stoodUnder(entry: number, { entry: since, revoked }: StoredTaughtPhrase): boolean {
  return since < entry && (revoked === null || entry < revoked.entry);
}

/** Without which of these phrases the value would not have passed; all of them where one stood in for another. */
function needed(then: readonly StoredTaughtPhrase[], passes: Passes): readonly StoredTaughtPhrase[] {
  const all = then.filter(({ revoked }) => revoked !== null);
  const some = all.filter((phrase) => !passes(new TaughtList(then.filter((one) => one !== phrase))));
  return some.length > 0 ? some : all;
}

/**
 * When the phrases were taken back that let a value through under this entry of the ledger: the last of them, RFC 3339;
 * null where no such phrase stood then, or the value does not pass with them either.
 */
export function takenBackAt(phrases: readonly StoredTaughtPhrase[], entry: number, passes: Passes): string | null {
  const then = phrases.filter((phrase) => stoodUnder(entry, phrase));
  if (then.every(({ revoked }) => revoked === null) || !passes(new TaughtList(then))) return null;
  const times = needed(then, passes).flatMap(({ revoked }) => (revoked === null ? [] : [revoked.at]));
  return times.toSorted().at(-1) ?? null;
}
