// Reads a graph of phrases word by word. Which places of the graph a run of words leads to is worked out once and kept,
// so that reading costs one look-up a word. Only words of the lists are kept, never words of a text.
import { SHORTEST_STEM, type NumberRow, type PhraseTable } from './phrase-table.ts';

interface State<T> {
  readonly places: readonly number[];
  readonly next: Map<string, State<T> | null>;
  readonly ends: readonly T[];
}

const LONGEST_REST = 12;
/** More states than any text of a station leads to; a text made to lead to more starts over. */
const MOST_STATES = 20_000;
const UNKNOWN = '';
const NOTHING: readonly never[] = [];

/** A phrase that begins at some word: how many words on it ends, and what it stands for; the shortest first. */
export interface Read<T> {
  readonly count: number;
  readonly ends: readonly T[];
}

/** Words, what each is called in the lists, and whether a phrase may run into it. */
export interface ReadWords {
  readonly words: readonly string[];
  readonly symbols: readonly string[];
  readonly joined: readonly boolean[];
}

/** First place in a row, between these two, that is not below the wanted number. */
function firstFrom(row: NumberRow, [from, to]: readonly [number, number], wanted: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row.at(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `meanings` are what the numbers at the ends of the table stand for. */
export class WordReader<T> {
  readonly #table: PhraseTable;
  readonly #meanings: readonly T[];
  /** Stems and their names, by their first letters. */
  readonly #stems = new Map<string, [stem: string, name: number][]>();
  #states = new Map<string, State<T>>();
  #first: State<T>;

  constructor(table: PhraseTable, meanings: readonly T[]) {
    this.#table = table;
    this.#meanings = meanings;
    for (const [at, stem] of table.stems.entries()) {
      const key = stem.slice(0, SHORTEST_STEM);
      const known = this.#stems.get(key);
      if (known === undefined) this.#stems.set(key, [[stem, table.words.length + at]]);
      else known.push([stem, table.words.length + at]);
    }
    this.#first = this.#stateOf([0]);
  }

  /** Every word of the lists, and every beginning of one. */
  vocabulary(): { readonly words: Iterable<string>; readonly stems: Iterable<string> } {
    const { words, classes, stems } = this.#table;
    return { words: [...words, ...classes.keys()], stems };
  }

  #stateOf(places: readonly number[]): State<T> {
    const key = places.join(' ');
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state = { places, next: new Map<string, State<T> | null>(), ends: this.#endsOf(places) };
    this.#states.set(key, state);
    return state;
  }

  #endsOf(places: readonly number[]): readonly T[] {
    const { ends, endsFrom } = this.#table;
    const found = new Set<number>();
    for (const place of places)
      for (let at = endsFrom.at(place); at < endsFrom.at(place + 1); at += 1) found.add(ends.at(at));
    return [...found].sort((a, b) => a - b).flatMap((end) => this.#meanings[end] ?? []);
  }

  /** What a word is called in the lists: itself, or its classes and the stems that it begins with, or unknown. */
  symbolOf(word: string): string {
    if (this.#table.places.of(word) !== undefined) return word;
    const classes = this.#table.classes.get(word) ?? NOTHING;
    const stems = this.#stemsOf(word);
    if (stems.length + classes.length === 0) return UNKNOWN;
    // No word is written so: a class is never taken for the number that its place is.
    return [...classes.map((place) => `<${String(place)}>`), ...stems.map(([stem]) => `${stem}*`)].join(' ');
  }

  /** The same of each word of a text. @param firsts where each stands for the first time */
  symbolsOf(words: readonly string[], firsts: Int32Array): readonly string[] {
    const symbols = new Array<string>(words.length);
    for (let at = 0; at < words.length; at += 1) {
      const first = firsts[at] ?? at;
      symbols[at] = first === at ? this.symbolOf(words[at] ?? '') : (symbols[first] ?? '');
    }
    return symbols;
  }

  #stemsOf(word: string): readonly (readonly [stem: string, name: number])[] {
    const stems = this.#stems.get(word.slice(0, SHORTEST_STEM));
    if (stems === undefined) return NOTHING;
    return stems.filter(([stem]) => word.startsWith(stem) && word.length - stem.length <= LONGEST_REST);
  }

  /** Adds the places that a word or stem leads to from one of these. */
  #lead(places: readonly number[], name: number, into: Set<number>): void {
    const { ways, waysFrom, targets } = this.#table;
    for (const place of places) {
      const end = waysFrom.at(place + 1);
      for (let at = firstFrom(ways, [waysFrom.at(place), end], name); at < end && ways.at(at) === name; at += 1)
        into.add(targets.at(at));
    }
  }

  #follow(state: State<T>, word: string, symbol: string): State<T> | null {
    const known = state.next.get(symbol);
    if (known !== undefined) return known;
    const places = new Set<number>();
    const name = this.#table.places.of(word);
    if (name !== undefined) this.#lead(state.places, name, places);
    for (const of of this.#table.classes.get(word) ?? NOTHING) this.#lead(state.places, of, places);
    for (const [, stem] of this.#stemsOf(word)) this.#lead(state.places, stem, places);
    const next = places.size === 0 ? null : this.#stateOf([...places].sort((a, b) => a - b));
    state.next.set(symbol, next);
    return next;
  }

  /** Phrases that begin with the word at this place. */
  readAt(text: ReadWords, from: number): readonly Read<T>[] {
    if (this.#states.size > MOST_STATES) this.#startOver();
    const begun = this.#step(this.#first, text, from);
    return begun === null ? NOTHING : this.#readOn(begun, text, from);
  }

  /**
   * Phrases that begin at each word of a text in turn, where any does. Where a word leads to by itself is looked up once
   * for all places where it stands. @param firsts where each stands for the first time
   */
  readEach(text: ReadWords, firsts: Int32Array, take: (at: number, reads: readonly Read<T>[]) => void): void {
    const { length } = text.words;
    let begun = new Array<State<T> | null | undefined>(length);
    for (let at = 0; at < length; at += 1) {
      if (this.#states.size > MOST_STATES) {
        this.#startOver();
        begun = new Array<State<T> | null | undefined>(length);
      }
      const first = firsts[at] ?? at;
      const known = begun[first];
      const state = known === undefined ? this.#step(this.#first, text, at) : known;
      begun[first] = state;
      if (state === null) continue;
      const reads = this.#readOn(state, text, at);
      if (reads.length > 0) take(at, reads);
    }
  }

  /** Most words lead to no end of a phrase: a list is made for the first one that does. */
  #readOn(begun: State<T>, text: ReadWords, from: number): readonly Read<T>[] {
    let found: Read<T>[] | undefined;
    let state: State<T> | null = begun;
    for (let at = from; state !== null;) {
      if (state.ends.length > 0) (found ??= []).push({ count: at - from + 1, ends: state.ends });
      at += 1;
      state = text.joined[at] === true ? this.#step(state, text, at) : null;
    }
    return found ?? NOTHING;
  }

  #step(state: State<T>, { words, symbols }: ReadWords, at: number): State<T> | null {
    const symbol = symbols[at] ?? UNKNOWN;
    return symbol === UNKNOWN ? null : this.#follow(state, words[at] ?? UNKNOWN, symbol);
  }

  #startOver(): void {
    this.#states = new Map();
    this.#first = this.#stateOf([0]);
  }
}
