// The graph of all phrases as it is kept: places in a row, and the words that lead from one to the next. Made from the
// lists by test/screen/train.ts, because building it takes longer than all else that the first text waits for.
import { hashOf } from './kinds.ts';

/** Stems are looked up by so many letters. */
export const SHORTEST_STEM = 3;

/** Places of the graph in a row; place 0 is where every phrase begins. */
export interface PhraseTable {
  /** The classes that a word is of: the places of their names, such as <country>, among `words`. */
  readonly classes: ReadonlyMap<string, readonly number[]>;
  /** In order; a way on is called by its place here, and by the places after them for a stem. */
  readonly words: readonly string[];
  /** Where each of the words stands among them. */
  readonly places: WordPlaces;
  /** Beginnings of words, without their star. */
  readonly stems: readonly string[];
  /** Where the ways on of each place begin among `ways` and `targets`, and at last where they end. */
  readonly waysFrom: NumberRow;
  /** Word or stem of each way, in order within a place, and where it leads. */
  readonly ways: NumberRow;
  readonly targets: NumberRow;
  /** The same for what the phrases that end at a place mean. */
  readonly endsFrom: NumberRow;
  readonly ends: NumberRow;
}

/** Letters that JSON writes as they are. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .slice(0, 90);
const BASE = 90;
/** Each number has as many letters, so that one is read where it stands and nothing before it: from 0 to 728,999. */
const WIDTH = 3;

const VALUES = new Int32Array(128);
for (const [at, letter] of LETTERS.entries()) VALUES[letter.charCodeAt(0)] = at;

/** Whole numbers from 0 on. Throws where one is too large to be kept. */
export function writeNumbers(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      if (number >= BASE ** WIDTH) throw new Error('phrase-table.json: a number has more than three letters');
      const digits = [Math.floor(number / BASE ** 2), Math.floor(number / BASE) % BASE, number % BASE];
      return digits.map((digit) => LETTERS[digit] ?? '').join('');
    })
    .join('');
}

/** Numbers in a row, each read when it is asked for: few of them ever are. Behind the last one stands 0. */
export class NumberRow {
  readonly #text: string;
  readonly length: number;

  constructor(text: string) {
    this.#text = text;
    this.length = text.length / WIDTH;
  }

  at(place: number): number {
    const from = place * WIDTH;
    const digit = (at: number): number => VALUES[this.#text.charCodeAt(from + at)] ?? 0;
    return (digit(0) * BASE + digit(1)) * BASE + digit(2);
  }
}

/** The place that the hash of a word leads to first, of so many. */
const firstPlace = (word: string, size: number): number => {
  const hash = hashOf(word);
  return (hash ^ (hash >>> 15)) & (size - 1);
};

/** Words by their hashes: the place of each plus one where its hash leads to, or behind it where that is taken. */
export function writePlaces(words: readonly string[]): string {
  const places = new Array<number>(2 ** Math.ceil(Math.log2(2 * words.length + 2))).fill(0);
  for (const [at, word] of words.entries()) {
    let place = firstPlace(word, places.length);
    while (places[place] !== 0) place = (place + 1) % places.length;
    places[place] = at + 1;
  }
  return writeNumbers(places);
}

/** Where a word stands in a list, without a list of its own that the first text would wait for. */
export class WordPlaces {
  readonly #words: readonly string[];
  readonly #places: NumberRow;

  constructor(words: readonly string[], kept: string) {
    this.#words = words;
    this.#places = new NumberRow(kept);
  }

  /** Undefined for a word that is not in the list. */
  of(word: string): number | undefined {
    const { length } = this.#places;
    for (let place = firstPlace(word, length); ; place = (place + 1) & (length - 1)) {
      const found = this.#places.at(place) - 1;
      if (found < 0) return undefined;
      if (this.#words[found] === word) return found;
    }
  }
}

/** A table as it is kept: words with spaces between them, numbers as letters. */
export interface KeptTable {
  /** The words of each class, by its name. */
  readonly classes: Readonly<Record<string, string>>;
  readonly words: string;
  readonly places: string;
  readonly stems: string;
  readonly waysFrom: string;
  readonly ways: string;
  readonly targets: string;
  readonly endsFrom: string;
  readonly ends: string;
}

const wordsIn = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

function classesOf(kept: KeptTable, places: WordPlaces): ReadonlyMap<string, readonly number[]> {
  const classes = new Map<string, number[]>();
  for (const [name, members] of Object.entries(kept.classes)) {
    const place = places.of(`<${name}>`) ?? -1;
    for (const word of wordsIn(members)) {
      const known = classes.get(word);
      if (known === undefined) classes.set(word, [place]);
      else known.push(place);
    }
  }
  return classes;
}

/** Reads a table that `keptTable` of test/screen wrote. */
export function readTable(kept: KeptTable): PhraseTable {
  const words = wordsIn(kept.words);
  const places = new WordPlaces(words, kept.places);
  return {
    classes: classesOf(kept, places),
    words,
    places,
    stems: wordsIn(kept.stems),
    waysFrom: new NumberRow(kept.waysFrom),
    ways: new NumberRow(kept.ways),
    targets: new NumberRow(kept.targets),
    endsFrom: new NumberRow(kept.endsFrom),
    ends: new NumberRow(kept.ends),
  };
}
