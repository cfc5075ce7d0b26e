// Words that hold signs nobody sees, or letters of another script: they are folded to what they look like. A sign that
// nobody sees may part two words as well, as in text from the web, and one that looks like a space may stand in a word.
import { rangeOf, type Folded } from './fold.ts';
import { matches, meantAt, type Change } from './reading.ts';

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

/** Left out of the folded text; an accent is, too, and belongs to its letter. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/u;
const RUN = /[a-z0-9]+/g;

/** Whether something that nobody sees stands before this letter of a run. */
function isPartedAt({ starts, ends }: Folded, given: string, at: number): boolean {
  const between = given.slice(ends?.[at - 1] ?? 0, starts?.[at] ?? 0);
  return between !== '' && UNSEEN.test(between);
}

/** Whether a letter of a run does not begin where the one before ends. */
function hasGaps({ starts, ends }: Folded, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (starts?.[at] !== ends?.[at - 1]) return true;
  return false;
}

function partedRun({ 0: written, index: start }: RegExpExecArray, folded: Folded, given: string): readonly Change[] {
  if (!hasGaps(folded, start, start + written.length)) return [];
  let letters = written.charAt(0);
  const places = [start];
  for (let at = 1; at < written.length; at += 1) {
    if (isPartedAt(folded, given, start + at)) {
      letters += ' ';
      places.push(start + at - 1);
    }
    letters += written.charAt(at);
    places.push(start + at);
  }
  return places.length === written.length ? [] : [{ start, end: start + written.length, letters, places }];
}

/** Words that only a sign nobody sees parts, with a space for it. */
export function partedUnseen(folded: Folded, given: string): readonly Change[] {
  if (folded.starts === null || !UNSEEN.test(given)) return [];
  return matches(RUN, folded.text).flatMap((run) => partedRun(run, folded, given));
}

/** Signs that look like a space and are none; folded to one. */
const BLANK = /[\u2800\u3164\u1160\uffa0]/;
const MARK = '\u2800';
const WITH_BLANKS = /(?<![a-z0-9])[a-z]{1,12}(?:\u2800[a-z]{1,12}){1,6}(?![a-z0-9])/g;

/** Words with such signs between their letters, put together. */
export function joinedBlanks(folded: Folded, given: string): readonly Change[] {
  if (folded.starts === null || !BLANK.test(given)) return [];
  const isBlank = (at: number): boolean => BLANK.test(given.slice(...rangeOf(folded, at, at + 1)));
  const marked = folded.text.replace(/ /g, (space, at: number) => (isBlank(at) ? MARK : space));
  return matches(WITH_BLANKS, marked).map(({ 0: written, index: start }) => {
    const places = Array.from(written, (_, at) => start + at).filter((at) => marked[at] !== MARK);
    return { start, end: start + written.length, letters: written.replaceAll(MARK, ''), places };
  });
}
