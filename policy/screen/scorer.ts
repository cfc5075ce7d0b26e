// Weighs each sentence as a whole: words that tell nothing alone tell status together, and a phrase of the lists may
// stand in a sentence that is about something else. Learned from test/screen/corpus; nothing of a text is kept.
import { code } from './coded.ts';
import { rangeOf } from './fold.ts';
import { closenessOf } from './kinds.ts';
import { fewestWords, isJudged, leastFor, limitsOf, type Limits } from './limits.ts';
import { partsOf, weighing, weightOf, type Weighing } from './linear.ts';
import { weighTogether } from './mixture.ts';
import type { Found, Screened } from './phrase-matcher.ts';
import { speaksOfPolicy } from './policy-sentences.ts';
import { shareOut, type Range } from './ranges.ts';
import { isSaidOn } from './said-on.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import type { Finding, ScreenCategory } from './verdict.ts';

/** a and f; a word of a folded text has letters and figures, and these before those. */
const [FIRST_LETTER, LAST_HEXADECIMAL] = [97, 102];

/** What is found by its shape alone, whatever stands around it. */
const SURE: ReadonlySet<ScreenCategory> = new Set(['identifier', 'form', 'code']);
/** A word of the telling part weighs at least this. */
const LEAST = 0.5;

/** A sentence about the policy has to weigh so much more. */
const MORE_OF_POLICY = 3;

/** And so does one with words that are explained, by how close to the topic the closest of its other words is. */
const MORE_OF_EXPLAINED = [0.75, 0.75, 0.25] as const;
const [CLEAN, CONFIRMED] = [1, 2];

/** Where a run of words stands in the text as given. */
export function rangeOfWords({ folded, words }: Screened, [from, to]: Sentence): Range {
  const [start, end] = rangeOf(folded, words.starts[from] ?? 0, words.ends[to - 1] ?? 0);
  return { start, end };
}

/** A text with its words as numbers. */
interface Weighable extends Screened, Weighing {
  /** 1 for a word of a clean phrase, and 2 for one that a supervisor confirmed to tell no status here; null for none. */
  readonly passed: Uint8Array | null;
}

/** The run of words that adds most. */
function tellingPart(parts: Float64Array): Sentence {
  let best = { sum: 0, from: 0, to: parts.length };
  let sum = 0;
  let from = 0;
  for (const [at, part] of parts.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += part - LEAST;
    if (sum > best.sum) best = { sum, from, to: at + 1 };
  }
  return [best.from, best.to];
}

/** Two letters or more and nothing else, one of them beyond those of hexadecimal digits. */
function isSpoken(word: string): boolean {
  let last = 0;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit < FIRST_LETTER) return false;
    last = Math.max(last, unit);
  }
  return word.length > 1 && last > LAST_HEXADECIMAL;
}

/** Words of letters, enough of them: a fingerprint or a number in groups is no sentence. */
function isSentence({ words, field }: Weighable, [from, to]: Sentence): boolean {
  const fewest = fewestWords(field);
  let count = 0;
  for (let at = from; at < to && count < fewest; at += 1) if (isSpoken(words.texts[at] ?? '')) count += 1;
  return count >= fewest;
}

/** How close to the topic the closest word of a sentence is; words that are passed over are not asked. */
function closeness({ coded, passed }: Weighable, [from, to]: Sentence): 0 | 1 | 2 {
  let closest = 0;
  for (let at = from; at < to; at += 1) {
    if (passed !== null && passed[at] !== 0) continue;
    closest = Math.max(closest, closenessOf(coded.kinds[at] ?? 0));
  }
  if (closest === 0) return 0;
  return closest === 1 ? 1 : 2;
}

/** A clean phrase stands in the sentence. */
function isExplained({ passed }: Weighable, [from, to]: Sentence): boolean {
  return passed !== null && passed.subarray(from, to).includes(CLEAN);
}

interface Judged {
  readonly score: number;
  /** How close to the topic the closest of its words is. */
  readonly close: 0 | 1 | 2;
  readonly found: readonly Found[];
  readonly limits: Limits;
}

/** Whether a phrase is all that a sentence says. */
function isWhole(all: Range, { start, end }: Range): boolean {
  return start <= all.start && end >= all.end;
}

/** Whether it says one word more at most, in front or behind. */
function isNearlyWhole(text: Weighable, [from, to]: Sentence, one: Range): boolean {
  const [first, last] = [Math.min(from + 1, to - 1), Math.max(to - 1, from + 1)];
  return isWhole(rangeOfWords(text, [from, last]), one) || isWhole(rangeOfWords(text, [first, to]), one);
}

/** What the lists found, each blocked where the sentence weighs enough. */
function keptOf(text: Weighable, sentence: Sentence, { found, score, limits }: Judged): readonly Finding[] {
  const all = rangeOfWords(text, sentence);
  const counts = (one: Found): boolean =>
    score >
    leastFor(isSaidOn(text, one) ? { ...one, borneOut: true, doubtful: false } : one, limits, isWhole(all, one));
  return found.map((one) => (counts(one) ? bare(one) : doubt(one)));
}

/** The lists have decided: they block something, or a weak hint is nearly all that is said. */
function isSettled(text: Weighable, sentence: Sentence, kept: readonly Finding[]): boolean {
  return kept.some((one) => one.action === 'block' || isNearlyWhole(text, sentence, one));
}

/** Misspelt by chance ("asylm hill"), or typed in haste for something else. */
function mayBeChance({ disguised, weighed }: Found): boolean {
  return disguised === true || weighed === true;
}

/** What is found in a few words that make no sentence: only what may stand there by chance is doubted. */
function judgeWords(text: Weighable, sentence: Sentence, found: readonly Found[]): readonly Finding[] {
  if (!found.some(mayBeChance)) return found.map(bare);
  const kept = keptOf(text, sentence, judge(text, sentence, found));
  return found.flatMap((one, at) => (mayBeChance(one) ? (kept[at] ?? []) : bare(one)));
}

function judge(text: Weighable, sentence: Sentence, found: readonly Found[]): Judged {
  const weight = weightOf(text, sentence, found);
  const close = closeness(text, sentence);
  const score = weighTogether(text, sentence, { coded: text.coded, found, passed: text.passed, weight, close });
  return { score, close, found, limits: limitsOf(text.field, sentence[1] - sentence[0]) };
}

/** What is found in one sentence once it was weighed. */
function judgeSentence(text: Weighable, sentence: Sentence, found: readonly Found[]): readonly Finding[] {
  if (!isSentence(text, sentence)) return judgeWords(text, sentence, found);
  const judged = judge(text, sentence, found);
  const { score, close, limits } = judged;
  const kept = found.length === 0 ? NOTHING : keptOf(text, sentence, judged);
  const least = limits.tells[close] + (isExplained(text, sentence) ? MORE_OF_EXPLAINED[close] : 0);
  if (score <= least || isSettled(text, sentence, kept)) return kept;
  if (score <= least + MORE_OF_POLICY && speaksOfPolicy(text, sentence)) return kept;
  const [first, last] = tellingPart(partsOf(text, sentence, found));
  const range = rangeOfWords(text, [sentence[0] + first, sentence[0] + last]);
  return [...kept, { category: 'sentence', clause: '1(b)', ...range, action: 'block' }];
}

function bare({ category, clause, start, end, action }: Found): Finding {
  return { category, clause, start, end, action };
}

function doubt(found: Found): Finding {
  return SURE.has(found.category) ? bare(found) : { ...bare(found), action: 'warn' };
}

const NOTHING: readonly Found[] = [];

interface PassedOver {
  readonly clean: readonly Sentence[];
  readonly confirmed?: readonly Sentence[];
}

/** Marks the words of these runs; null where there are none. */
export function passedOver({ words }: Screened, { clean, confirmed = [] }: PassedOver): Weighable['passed'] {
  if (clean.length + confirmed.length === 0) return null;
  const passed = new Uint8Array(words.texts.length);
  for (const [from, to] of clean) passed.fill(CLEAN, from, to);
  for (const [from, to] of confirmed) passed.fill(CONFIRMED, from, to);
  return passed;
}

/**
 * Weighs every sentence of a text with what was found in it; what no sentence holds stays as it is.
 * @param passed runs of words that are passed over: of clean phrases, and those that a supervisor confirmed to tell no
 * status here
 */
export function weighSentences(screened: Screened, found: readonly Found[], passed: PassedOver): readonly Finding[] {
  if (!isJudged(screened.field)) return found.map(bare);
  const coded = code(screened.words.texts, screened.words.firsts);
  const text = { ...screened, ...weighing(coded, screened.field), passed: passedOver(screened, passed) };
  const sentences = sentencesOf(text.folded.text, text.words);
  if (found.length === 0) return sentences.flatMap((sentence) => judgeSentence(text, sentence, NOTHING));
  const ranges = sentences.map((sentence) => rangeOfWords(text, sentence));
  const { inside, outside } = shareOut(ranges, found);
  const judged = sentences.flatMap((sentence, at) => judgeSentence(text, sentence, inside[at] ?? NOTHING));
  return [...outside.map(bare), ...judged];
}
