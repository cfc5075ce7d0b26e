// Capitals within a word: they part it where no space does (NoticeToAppear), or stand for a small l (iIegaI).
import { rangeOf, type Folded } from './fold.ts';
import { matches, type Change } from './reading.ts';
import { holdsCapitalWithin } from './sign-classes.ts';

const WORD = /(?<![a-z0-9])[a-z]{4,40}(?![a-z])/g;
const [CAPITAL, SMALL] = [/^\p{Lu}/u, /^\p{Ll}/u];
const WITHIN_PLAIN = /[a-z][A-Z]/;

/** A word of the folded text, and how each of its letters is typed: one may be longer or shorter than it is folded. */
interface Typed {
  readonly letters: string;
  readonly signs: readonly string[];
  readonly start: number;
}

function isParted({ signs }: Typed, at: number): boolean {
  return CAPITAL.test(signs[at] ?? '') && SMALL.test(signs[at - 1] ?? '');
}

/** Whether a capital follows a small letter in a text as given; few texts hold one. */
export function hasCapitalWithin({ starts }: Folded, given: string): boolean {
  return starts === null ? WITHIN_PLAIN.test(given) : holdsCapitalWithin(given);
}

/** Words that hold a capital after a small letter. */
function withCapitals(folded: Folded, given: string): readonly Typed[] {
  return matches(WORD, folded.text).flatMap(({ 0: letters, index: start }) => {
    if (!holdsCapitalWithin(given, rangeOf(folded, start, start + letters.length))) return [];
    const signs = Array.from(letters, (_, at) => given.slice(...rangeOf(folded, start + at, start + at + 1)));
    return [{ letters, signs, start }];
  });
}

function partedWord(typed: Typed): Change {
  const { start, letters: all } = typed;
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < all.length; at += 1) {
    if (isParted(typed, at)) {
      letters += ' ';
      places.push(start + at - 1);
    }
    letters += all.charAt(at);
    places.push(start + at);
  }
  return { start, end: start + all.length, letters, places };
}

/** Words parted by their capitals. */
export function parted(folded: Folded, given: string): readonly Change[] {
  return withCapitals(folded, given).map(partedWord);
}

/** Words in which a capital I stands for a small l. */
export function strokes(folded: Folded, given: string): readonly Change[] {
  return withCapitals(folded, given).flatMap(({ letters: all, signs, start }) => {
    if (!signs.includes('I', 1)) return [];
    const letters = Array.from(all, (letter, at) => (at > 0 && signs[at] === 'I' ? 'l' : letter)).join('');
    return [{ start, end: start + all.length, letters, places: Array.from(letters, (_, at) => start + at) }];
  });
}

/** A small l for the capital I of a word in capitals: lCE. */
const WITH_SMALL_L = /^l[A-Z]{2,}$|^[A-Z]{2,}l[A-Zl]*$|^[A-Z]l[A-Z][A-Zl]*$/;
const SMALL_L = /(?<![a-z0-9])[a-z]{3,40}(?![a-z0-9])/g;

/** Words in capitals in which a small l stands for an I. */
export function smallStrokes(folded: Folded, given: string): readonly Change[] {
  return matches(SMALL_L, folded.text).flatMap(({ 0: all, index: start }) => {
    const end = start + all.length;
    const typed = given.slice(...rangeOf(folded, start, end));
    if (!WITH_SMALL_L.test(typed)) return [];
    const letters = Array.from(typed, (sign, at) => (sign === 'l' ? 'i' : all.charAt(at))).join('');
    return [{ start, end, letters, places: Array.from(letters, (_, at) => start + at) }];
  });
}
