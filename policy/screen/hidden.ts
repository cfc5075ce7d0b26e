// Words that hold signs nobody sees, or letters of another script: they are folded to what they look like.
import { rangeOf, type Folded } from './fold.ts';
import { meantAt, type Change } from './reading.ts';

/** Invisible signs, and letters that look Latin and are not. */
const HIDING = /[\p{Cf}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uff00-\uffef]/u;
const WORD = /^[a-z]{3,24}$/;
const [SHORTEST, LONGEST] = [3, 24];

function isLetterOrFigure(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

/** End of the letters and figures that begin here. */
function runEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isLetterOrFigure(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether all that is typed there is printable ASCII, as nearly every word is. */
function isPlain(given: string, [from, to]: readonly [number, number]): boolean {
  for (let at = from; at < to; at += 1) {
    const unit = given.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}

/** Whether the letters of a folded text from here to there are a word with a sign among them that hides it. */
function isHidden(folded: Folded, given: string, [start, end]: readonly [number, number]): boolean {
  if (end - start < SHORTEST || end - start > LONGEST) return false;
  const range = rangeOf(folded, start, end);
  return !isPlain(given, range) && HIDING.test(given.slice(...range)) && WORD.test(folded.text.slice(start, end));
}

/** The words of a text that are hidden so, each read as it looks. */
export function hidden(folded: Folded, given: string): readonly Change[] {
  const { text, starts } = folded;
  if (starts === null || !HIDING.test(given)) return [];
  const changes: Change[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const end = runEnd(text, start);
    if (isHidden(folded, given, [start, end])) {
      const written = text.slice(start, end);
      changes.push(meantAt({ start, written }, written));
    }
    start = end;
  }
  return changes;
}
