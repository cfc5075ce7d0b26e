// Words that hold signs nobody sees, or letters of another script: they are folded to what they look like. A sign that
// nobody sees may part two words as well, as in text from the web, and one that looks like a space may stand in a word.
import { rangeOf, type Folded } from './fold.ts';
import { matches, meantAt, type Change } from './reading.ts';
import { BLANK, flagsAt, HIDING, holdsSign, UNSEEN } from './sign-classes.ts';

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
  return !isPlain(given, range) && holdsSign(given, HIDING, range) && WORD.test(folded.text.slice(start, end));
}

/** The words of a text that are hidden so, each read as it looks. */
export function hidden(folded: Folded, given: string): readonly Change[] {
  const { text, starts } = folded;
  if (starts === null || !holdsSign(given, HIDING)) return [];
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

/** Whether something that nobody sees stands before this letter of a run. */
function isPartedAt({ starts, ends }: Folded, given: string, at: number): boolean {
  return holdsSign(given, UNSEEN, [ends?.[at - 1] ?? 0, starts?.[at] ?? 0]);
}

/** The run of letters and figures from here to there, with a space wherever such a sign parts it. */
function partedRun(folded: Folded, given: string, [start, end]: readonly [number, number]): Change {
  let letters = folded.text.charAt(start);
  const places = [start];
  for (let at = start + 1; at < end; at += 1) {
    if (isPartedAt(folded, given, at)) {
      letters += ' ';
      places.push(at - 1);
    }
    letters += folded.text.charAt(at);
    places.push(at);
  }
  return { start, end, letters, places };
}

/** First letter of the folded text that begins at this place of the text as given or behind it. */
function firstFrom(starts: Int32Array, place: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Start of the run of letters and figures that goes up to here. */
function runStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && isLetterOrFigure(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Words that only a sign nobody sees parts, with a space for it. */
export function partedUnseen(folded: Folded, given: string): readonly Change[] {
  const { text, starts } = folded;
  if (starts === null) return [];
  const changes: Change[] = [];
  let free = 0;
  for (let place = 0; place < given.length; place += 1) {
    if ((flagsAt(given, place) & UNSEEN) === 0) continue;
    const at = firstFrom(starts, place);
    if (at === 0 || at < free || !isLetterOrFigure(text.charCodeAt(at - 1))) continue;
    const end = runEnd(text, at);
    if (end === at) continue;
    changes.push(partedRun(folded, given, [runStart(text, at), end]));
    free = end;
  }
  return changes;
}

/** Stands in for all signs that look like a space. */
const MARK = '\u2800';
const WITH_BLANKS = /(?<![a-z0-9])[a-z]{1,12}(?:\u2800[a-z]{1,12}){1,6}(?![a-z0-9])/g;

/** Words with such signs between their letters, put together. */
export function joinedBlanks(folded: Folded, given: string): readonly Change[] {
  if (folded.starts === null || !holdsSign(given, BLANK)) return [];
  const isBlank = (at: number): boolean => holdsSign(given, BLANK, rangeOf(folded, at, at + 1));
  const marked = folded.text.replace(/ /g, (space, at: number) => (isBlank(at) ? MARK : space));
  return matches(WITH_BLANKS, marked).map(({ 0: written, index: start }) => {
    const places = Array.from(written, (_, at) => start + at).filter((at) => marked[at] !== MARK);
    return { start, end: start + written.length, letters: written.replaceAll(MARK, ''), places };
  });
}
