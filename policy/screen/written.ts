// How words have to be written to count: in capitals, or with a letter that is no article.
import { rangeOf, type Folded } from './fold.ts';
import type { PhraseRule } from './phrase-rules.ts';

type Place = readonly [from: number, to: number];

/** What stands before the first word of a sentence, or of a text. */
const BEGINS = /(?:^|[.!?;:\n"'(])[\s"'(*-]*$/;
/** The letter of a number is tied to its word: A-number, A#number. */
const TIED = /^a[-_#/]/i;

function inCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

/** A capital that neither begins a sentence nor stands among capitals, or is tied to its word: an A number, no "a number". */
function isLetter(given: string, [start, end]: Place): boolean {
  const written = given.slice(start, end);
  if (TIED.test(written)) return true;
  if (inCapitals(written) || written.charAt(0) !== 'A') return false;
  return !BEGINS.test(given.slice(Math.max(0, start - 8), start));
}

/** Whether the words at this place of the folded text are written as their rule asks. */
export function isWritten(
  { caps, letter }: Pick<PhraseRule, 'caps' | 'letter'>,
  { given, folded }: { readonly given: string; readonly folded: Folded },
  place: Place,
): boolean {
  if (!caps && !letter) return true;
  const range = rangeOf(folded, ...place);
  return (!caps || inCapitals(given.slice(...range))) && (!letter || isLetter(given, range));
}
