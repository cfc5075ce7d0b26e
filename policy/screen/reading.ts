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
  readonly #letters: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(from: Folded) {
    this.#from = from;
  }

  get length(): number {
    return this.#letters.length;
  }

  put(letter: string, at: number): void {
    this.#letters.push(letter);
    this.#starts.push(this.#from.starts?.[at] ?? at);
    this.#ends.push(this.#from.ends?.[at] ?? at + 1);
  }

  putAsIs(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.put(this.#from.text.charAt(at), at);
  }

  folded(): Folded {
    return {
      text: this.#letters.join(''),
      starts: Int32Array.from(this.#starts),
      ends: Int32Array.from(this.#ends),
    };
  }
}

/** Copies the changes and the text around them; null where there is none. */
export function readWith(folded: Folded, changes: readonly Change[]): Reading | null {
  if (changes.length === 0) return null;
  const copy = new Copy(folded);
  const changed: (readonly [number, number])[] = [];
  let from = 0;
  for (const [index, change] of changes.entries()) {
    const near = Math.max(from, change.start - AROUND);
    if (near > from && from > 0) copy.put('\n', near);
    copy.putAsIs(near, change.start);
    const start = copy.length;
    for (const [at, place] of change.places.entries()) copy.put(change.letters.charAt(at), place);
    changed.push([start, copy.length]);
    from = Math.min(change.end + AROUND, changes[index + 1]?.start ?? folded.text.length);
    copy.putAsIs(change.end, from);
  }
  return { folded: copy.folded(), changed };
}
