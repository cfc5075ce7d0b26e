// What no station may let through, whoever confirms it: what has a shape, and wordings that tell status wherever they
// stand. Policy 1(b), 1(c).
import { findCode } from './codes.ts';
import { fold } from './fold.ts';
import { findIdentifiers } from './identifiers.ts';
import { phraseLists } from './lists.ts';
import never from './never-taught.json' with { type: 'json' };
import type { Screened } from './phrase-matcher.ts';
import type { PhraseRule } from './phrase-rules.ts';
import { readingInCapitals, readingsOf } from './readings.ts';
import { alternativesOf } from './slots.ts';
import type { ScreenCategory, ScreenField } from './verdict.ts';
import { screenWords, wordsOf, type Words } from './words.ts';

/** Found by their shape, which nothing else has. */
export const SHAPED: ReadonlySet<ScreenCategory> = new Set(['identifier', 'form', 'code']);

/** Categories whose phrases say what somebody's status is. */
const TELLING: ReadonlySet<ScreenCategory> = new Set(['status-statement', 'removal', 'detainer']);

/** The lists name nothing around the phrase that would give it another meaning. */
function isUnconditional(rule: PhraseRule): boolean {
  const around = [rule.unlessBefore, rule.unlessAfter, rule.unlessNear];
  const needed = [rule.needsBefore, rule.needsAfter, rule.needsNear];
  const anywhere = [...around, ...needed].every((words) => words.length === 0);
  return anywhere && !rule.caps && !rule.letter && rule.action === 'block' && TELLING.has(rule.category);
}

/** Wordings by their first letters, cut into words; a star stands for the rest of a word. */
type Wordings = ReadonlyMap<string, readonly (readonly string[])[]>;

const FIRST_LETTERS = 3;
const keyOf = (word: string): string => word.slice(0, FIRST_LETTERS).replace('*', '');

function readWordings(): Wordings {
  const wordings = new Map<string, (readonly string[])[]>();
  for (const wording of never.phrases.flatMap(alternativesOf)) {
    const words = wording.split(' ').filter((word) => word !== '');
    const key = keyOf(words[0] ?? '');
    const known = wordings.get(key);
    if (known === undefined) wordings.set(key, [words]);
    else known.push(words);
  }
  return wordings;
}

let wordings: Wordings | undefined;

function isWord(written: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return written.endsWith('*') ? word.startsWith(written.slice(0, -1)) : word === written;
}

/** A wording of the list above, side by side. */
function holdsWording({ texts, joined }: Words): boolean {
  wordings ??= readWordings();
  const from = wordings;
  return texts.some((word, at) =>
    (from.get(word.slice(0, FIRST_LETTERS)) ?? []).some((words) =>
      words.every((one, next) => isWord(one, texts[at + next]) && (next === 0 || joined[at + next] === true)),
    ),
  );
}

/** A phrase of the lists that tells status and that has no conditions. */
function holdsUnconditional({ texts, joined }: Words): boolean {
  const lists = phraseLists();
  const read = { words: texts, symbols: texts.map((word) => lists.symbolOf(word)), joined };
  return texts.some((_, at) =>
    lists.readAt(read, at).some(({ ends }) => ends.some(({ rule }) => isUnconditional(rule))),
  );
}

/** A text folded and cut into words, as the screen reads it. */
export function screenedText(text: string, field: ScreenField): Screened {
  const folded = fold(text);
  return { given: text, folded, words: screenWords(text, folded), field };
}

/** Every other reading of a text: figures as letters, letters apart, words misspelt. */
export function inDisguise(text: Screened): readonly Screened[] {
  const lists = phraseLists();
  const known = (word: string): boolean => lists.symbolOf(word) !== '';
  const parted = readingInCapitals(text, known);
  const readings = [...readingsOf(text, known), ...(parted === null ? [] : [parted])];
  return readings.map(({ folded }) => ({ ...text, folded, words: wordsOf(folded.text), disguised: true }));
}

/** Whether the text holds a number, form or code of an agency, plainly or in disguise. */
export function holdsShape(text: Screened): boolean {
  return [text, ...inDisguise(text)].some((read) => findIdentifiers(read).length > 0) || findCode(text) !== null;
}

/** Whether the text holds a wording that tells status wherever it stands, plainly or in disguise. */
export function holdsSureWording(text: Screened): boolean {
  return [text, ...inDisguise(text)].some(({ words }) => holdsWording(words) || holdsUnconditional(words));
}
