// Words drawn out as they are shouted or typed in anger: nooo papers, illegaaaal.
import type { Change } from './reading.ts';
import type { Words } from './words.ts';

/** As many of a letter side by side as no word of the three languages has. */
const DRAWN_OUT = 3;
const [FIRST_LETTER, LAST_LETTER] = ['a', 'z'].map((letter) => letter.charCodeAt(0));
const [SHORTEST, LONGEST] = [4, 32];

function isLetter(unit: number): boolean {
  return unit >= (FIRST_LETTER ?? 0) && unit <= (LAST_LETTER ?? 0);
}

/** Whether any letter of a text stands side by side so often. */
export function isDrawnOut(text: string): boolean {
  let count = 1;
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    count = unit === text.charCodeAt(at - 1) ? count + 1 : 1;
    if (count === DRAWN_OUT && isLetter(unit)) return true;
  }
  return false;
}

/** Places of a word without the letters that only draw it out: of each such run `left` are left. */
function placesLeft(word: string, left: number): readonly number[] {
  const places: number[] = [];
  for (let from = 0; from < word.length;) {
    let to = from + 1;
    while (word.charCodeAt(to) === word.charCodeAt(from)) to += 1;
    const count = to - from < DRAWN_OUT ? to - from : left;
    for (let at = from; at < from + count; at += 1) places.push(at);
    from = to;
  }
  return places;
}

/** A word that is drawn out, as one that is known: illegaaal, illllegal. */
function meant(word: string, known: (word: string) => boolean): readonly number[] | null {
  for (const left of [1, 2]) {
    const places = placesLeft(word, left);
    if (places.length > 1 && known(places.map((at) => word.charAt(at)).join(''))) return places;
  }
  return null;
}

/** Words that are drawn out, as they are spelt. @param known words of the lists */
export function stretched({ texts, starts, ends }: Words, known: (word: string) => boolean): readonly Change[] {
  return texts.flatMap((word, at) => {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    // An apostrophe or a dot within: its letters do not stand side by side.
    if (word.length < SHORTEST || word.length > LONGEST || end - start !== word.length || !isDrawnOut(word)) return [];
    const places = meant(word, known);
    if (places === null) return [];
    const letters = places.map((place) => word.charAt(place)).join('');
    return { start, end, letters, places: places.map((place) => start + place) };
  });
}
