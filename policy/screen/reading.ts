// A part of a text read another way, each letter with its place in the text as given.
import type { Folded } from './fold.ts';

/** Part of a text read another way. A finding counts only where it meets one of the places that were changed. */
export interface Reading {
  readonly folded: Folded;
  /** Ranges of `folded.text` that read otherwise than they are typed. */
  readonly changed: readonly (readonly [number, number])[];
}

/** A place of the text that reads otherwise. */
export interface Change {
  readonly start: number;
  readonly end: number;
  /** What to read there, and for each of its letters where it stands. */
  readonly letters: string;
  readonly places: readonly number[];
}

/** How much of the text around a change is read with it: as far as any context reaches. */
const AROUND = 96;

class Copy {
  readonly #from: Folded;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #text = '';
  #count = 0;

  /** @param most letters that are put at most */
  constructor(from: Folded, most: number) {
    this.#from = from;
    this.#starts = new Int32Array(most);
    this.#ends = new Int32Array(most);
  }

  get length(): number {
    return this.#count;
  }

  /** Letters and where each stands. */
  put(letters: string, places: ArrayLike<number>): void {
    this.#text += letters;
    for (let at = 0; at < places.length; at += 1) this.#place(places[at] ?? 0);
  }

  putAsIs(from: number, to: number): void {
    const { text, starts, ends } = this.#from;
    this.#text += text.slice(from, to);
    const [into, intoEnds, shift] = [this.#starts, this.#ends, this.#count - from];
    for (let at = from; at < to; at += 1) {
      into[shift + at] = starts === null ? at : (starts[at] ?? at);
      intoEnds[shift + at] = ends === null ? at + 1 : (ends[at] ?? at + 1);
    }
    this.#count += to - from;
  }

  #place(at: number): void {
    this.#starts[this.#count] = this.#from.starts?.[at] ?? at;
    this.#ends[this.#count] = this.#from.ends?.[at] ?? at + 1;
    this.#count += 1;
  }

  folded(): Folded {
    return {
      text: this.#text,
      starts: this.#starts.subarray(0, this.#count),
      ends: this.#ends.subarray(0, this.#count),
    };
  }
}

/** Every letter of the text once at most, the letters of the changes, and a line between two of them. */
function mostLetters(folded: Folded, changes: readonly Change[]): number {
  return changes.reduce((sum, { places }) => sum + places.length + 1, folded.text.length);
}

/** Copies the changes and the text around them; null where there is none. */
export function readWith(folded: Folded, changes: readonly Change[]): Reading | null {
  if (changes.length === 0) return null;
  const copy = new Copy(folded, mostLetters(folded, changes));
  const changed: (readonly [number, number])[] = [];
  let from = 0;
  for (const [index, change] of changes.entries()) {
    const near = Math.max(from, change.start - AROUND);
    if (near > from && from > 0) copy.put('\n', [near]);
    copy.putAsIs(near, change.start);
    const start = copy.length;
    copy.put(change.letters, change.places);
    changed.push([start, copy.length]);
    from = Math.min(change.end + AROUND, changes[index + 1]?.start ?? folded.text.length);
    copy.putAsIs(change.end, from);
  }
  return { folded: copy.folded(), changed };
}

/** Every match of a global pattern. Not matchAll: it copies the pattern for every text. */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

/** The word meant, each letter standing somewhere in the word written. */
export function meantAt(
  { start, written }: { readonly start: number; readonly written: string },
  meant: string,
): Change {
  const last = start + written.length - 1;
  const places = new Array<number>(meant.length);
  for (let at = 0; at < meant.length; at += 1) places[at] = Math.min(start + at, last);
  places[meant.length - 1] = last;
  return { start, end: start + written.length, letters: meant, places };
}
