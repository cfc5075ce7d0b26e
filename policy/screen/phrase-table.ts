// The graph of all phrases as it is kept: places in a row, and the words that lead from one to the next. Made from the
// lists by test/screen/train.ts, because building it takes longer than all else that the first text waits for.

/** Stems are looked up by so many letters. */
export const SHORTEST_STEM = 3;

/** Places of the graph in a row; place 0 is where every phrase begins. */
export interface PhraseTable {
  /** The classes that a word is of: the places of their names, such as <country>, among `words`. */
  readonly classes: ReadonlyMap<string, readonly number[]>;
  /** In order; a way on is called by its place here, and by the places after them for a stem. */
  readonly words: readonly string[];
  /** Beginnings of words, without their star. */
  readonly stems: readonly string[];
  /** Where the ways on of each place begin among `ways` and `targets`, and at last where they end. */
  readonly waysFrom: Int32Array;
  /** Word or stem of each way, in order within a place, and where it leads. */
  readonly ways: Int32Array;
  readonly targets: Int32Array;
  /** The same for what the phrases that end at a place mean. */
  readonly endsFrom: Int32Array;
  readonly ends: Int32Array;
}

/** Letters that JSON writes as they are: the first half goes on, the second half ends a number. */
const LETTERS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .slice(0, 90);
const BASE = 45;

/** Whole numbers from 0 on, most of them small. */
export function writeNumbers(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      let [rest, text] = [Math.floor(number / BASE), LETTERS[BASE + (number % BASE)] ?? ''];
      for (; rest > 0; rest = Math.floor(rest / BASE)) text = (LETTERS[rest % BASE] ?? '') + text;
      return text;
    })
    .join('');
}

function valuesOfLetters(): Int32Array {
  const values = new Int32Array(128);
  for (const [at, letter] of LETTERS.entries()) values[letter.charCodeAt(0)] = at;
  return values;
}

/** Reads as many numbers as the text holds. */
function readNumbers(text: string): Int32Array {
  const values = valuesOfLetters();
  const numbers = new Int32Array(text.length);
  let count = 0;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? 0;
    if (value < BASE) number = number * BASE + value;
    else {
      numbers[count] = number * BASE + value - BASE;
      count += 1;
      number = 0;
    }
  }
  return numbers.subarray(0, count);
}

/** A table as it is kept: words with spaces between them, numbers as letters. */
export interface KeptTable {
  /** The words of each class, by its name. */
  readonly classes: Readonly<Record<string, string>>;
  readonly words: string;
  readonly stems: string;
  readonly waysFrom: string;
  readonly ways: string;
  readonly targets: string;
  readonly endsFrom: string;
  readonly ends: string;
}

function sums(steps: Int32Array): Int32Array {
  for (let at = 1; at < steps.length; at += 1) steps[at] = (steps[at] ?? 0) + (steps[at - 1] ?? 0);
  return steps;
}

const wordsIn = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

function classesOf(kept: KeptTable, words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const classes = new Map<string, number[]>();
  for (const [name, members] of Object.entries(kept.classes)) {
    const place = words.indexOf(`<${name}>`);
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
  return {
    classes: classesOf(kept, words),
    words,
    stems: wordsIn(kept.stems),
    waysFrom: sums(readNumbers(kept.waysFrom)),
    ways: readNumbers(kept.ways),
    targets: readNumbers(kept.targets),
    endsFrom: sums(readNumbers(kept.endsFrom)),
    ends: readNumbers(kept.ends),
  };
}
