// Which words around a phrase its rule asked for, and which ones would have given it another meaning.
import { rangeOf } from './fold.ts';
import type { Screened } from './phrase-matcher.ts';
import type { PhraseRule } from './phrase-rules.ts';
import { alternativesOf } from './slots.ts';

/** Words of a text, in UTF-16 units of the text as given. */
export interface ShownWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of a screened text, from the first to before the last. */
export type WordRun = readonly [from: number, to: number];

/** Words as they were typed. */
export function shownWords({ given, folded, words }: Screened, [from, to]: WordRun): ShownWords {
  const [start, end] = rangeOf(folded, words.starts[from] ?? 0, words.ends[to - 1] ?? 0);
  return { text: given.slice(start, end), start, end };
}

const NUMBER = /^[0-9x]{2,}$/;

function isWord(written: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (written === '#') return NUMBER.test(word);
  return written.endsWith('*') ? word.startsWith(written.slice(0, -1)) : word === written;
}

function standsAt({ words }: Screened, written: readonly string[], from: number): boolean {
  return written.length > 0 && written.every((one, at) => isWord(one, words.texts[from + at]));
}

/** Every wording of a list that is made of words, cut into them. */
function wordingsOf(list: readonly string[]): readonly (readonly string[])[] {
  const wordings = list.flatMap(alternativesOf).filter((wording) => wording !== '^');
  return wordings.map((wording) =>
    wording
      .replace(/[.']/g, '')
      .split(/[^a-z0-9#*]+/)
      .filter((word) => word !== ''),
  );
}

const uniquePlaces = (runs: readonly WordRun[]): readonly WordRun[] => [
  ...new Map(runs.map((run) => [run.join(), run])).values(),
];

/** The words that the rule needed beside the phrase, or in its sentence, and that stand there. */
export function neededWords(
  rule: PhraseRule,
  text: Screened,
  { phrase, sentence }: { readonly phrase: WordRun; readonly sentence: WordRun },
): readonly ShownWords[] {
  const [first, last] = phrase;
  const [from, to] = sentence;
  const before = wordingsOf(rule.needsBefore).filter((one) => standsAt(text, one, first - one.length));
  const after = wordingsOf(rule.needsAfter).filter((one) => standsAt(text, one, last));
  const near = wordingsOf(rule.needsNear).flatMap((one) =>
    Array.from({ length: to - from }, (_, at): WordRun => [from + at, from + at + one.length]).filter(
      ([start, end]) => standsAt(text, one, start) && (end <= first || start >= last),
    ),
  );
  const runs: readonly WordRun[] = [
    ...before.map((one): WordRun => [first - one.length, first]),
    ...after.map((one): WordRun => [last, last + one.length]),
    ...near,
  ];
  return uniquePlaces(runs).map((run) => shownWords(text, run));
}

/** Examples are enough: some lists are long. */
const EXAMPLES = 3;

/** Some of the words that would have given the phrase another meaning, those beside it first; none of them stands there. */
export function otherWords({ unlessAfter, unlessBefore, unlessNear }: PhraseRule): readonly string[] {
  const one = [...unlessAfter, ...unlessBefore, ...unlessNear].flatMap((list) => alternativesOf(list).slice(0, 1));
  const plain = one.filter((word) => /^[a-z][a-z ]{2,}$/.test(word));
  return plain.filter((word, at) => !plain.slice(0, at).some((before) => word.startsWith(before))).slice(0, EXAMPLES);
}
