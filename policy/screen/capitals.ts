// Capitals within a word: they part it where no space does (NoticeToAppear), or stand for a small l (iIegaI).
import { rangeOf, type Folded } from './fold.ts';
import { matches, type Change } from './reading.ts';

const WORD = /(?<![a-z0-9])[a-z]{4,40}(?![a-z])/g;
const WITHIN = /[a-z][A-Z]/;
const isCapital = (sign: string): boolean => sign >= 'A' && sign <= 'Z';
const isSmall = (sign: string): boolean => sign >= 'a' && sign <= 'z';

/** A word as it is typed, and where it starts in the folded text. */
interface Typed {
  readonly typed: string;
  readonly start: number;
}

/** Words that hold a capital after a small letter. */
function withCapitals(folded: Folded, given: string): readonly Typed[] {
  return matches(WORD, folded.text).flatMap((match) => {
    const start = match.index;
    const typed = given.slice(...rangeOf(folded, start, start + match[0].length));
    return typed.length === match[0].length && WITHIN.test(typed) ? [{ typed, start }] : [];
  });
}

function partedWord({ typed, start }: Typed): Change {
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    if (at > 0 && isCapital(typed.charAt(at)) && isSmall(typed.charAt(at - 1))) {
      letters += ' ';
      places.push(start + at - 1);
    }
    letters += typed.charAt(at).toLowerCase();
    places.push(start + at);
  }
  return { start, end: start + typed.length, letters, places };
}

/** Words parted by their capitals. */
export function parted(folded: Folded, given: string): readonly Change[] {
  return withCapitals(folded, given).map(partedWord);
}

/** Words in which a capital I stands for a small l. */
export function strokes(folded: Folded, given: string): readonly Change[] {
  return withCapitals(folded, given).flatMap(({ typed, start }) => {
    const rest = typed.slice(1);
    if (!rest.includes('I')) return [];
    const letters = (typed.slice(0, 1) + rest.replaceAll('I', 'l')).toLowerCase();
    return [{ start, end: start + typed.length, letters, places: Array.from(letters, (_, at) => start + at) }];
  });
}
