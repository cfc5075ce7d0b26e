// What a sentence is judged by: its words, their beginnings and runs of four letters, which words and which kinds of
// words stand beside each other, and what the phrases of the lists found in it. Each is a number, its bucket among the
// weights.
import { hashOf, kindOfWord, LAST_OF_ITS_OWN, mix, NUMBER, OFFSET } from './kinds.ts';
import { SCREEN_FIELDS, type Finding, type ScreenField } from './verdict.ts';

/** Buckets among the weights: as many for words as for runs of letters, each a power of two. */
export const BUCKETS = 524_288;
const GRAMS = BUCKETS / 2;
const MASK = GRAMS - 1;

/** Spreads what the last mixing left in the high bits alone. */
const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & MASK;

const [BEGIN, END] = [hashOf('<'), hashOf('>')];
const [SHORT_STEM, LONG_STEM] = [5, 7];

/** The words of a text as numbers. */
export interface Coded {
  readonly hashes: Int32Array;
  /** Of the first five and seven letters; 0 for a word of no more. */
  readonly shortStems: Int32Array;
  readonly longStems: Int32Array;
  /** 0 for a word of no kind. */
  readonly kinds: Int32Array;
  /** Buckets of the runs of letters, word after word, and where those of each word end. */
  readonly grams: Int32Array;
  readonly gramEnds: Int32Array;
}

function codeWord(coded: Coded, at: number, word: string): void {
  let hash = OFFSET;
  let digits = 0;
  for (let letter = 0; letter < word.length; letter += 1) {
    const unit = word.charCodeAt(letter);
    if (letter === SHORT_STEM) coded.shortStems[at] = hash;
    if (letter === LONG_STEM) coded.longStems[at] = hash;
    if (unit < 58) digits += 1;
    hash = mix(hash, unit);
  }
  if (digits === word.length) {
    coded.shortStems[at] = 0;
    coded.longStems[at] = 0;
    coded.kinds[at] = NUMBER;
    coded.hashes[at] = mix(NUMBER, Math.min(9, digits));
    return;
  }
  coded.hashes[at] = hash;
  coded.kinds[at] = kindOfWord(hash);
}

const FOUR = mix(OFFSET, 25);
const [OPEN, CLOSE] = [60, 62];

/** Runs of four letters, the ends of the word among them; answers where the next word's begin. */
function codeGrams(grams: Int32Array, from: number, word: string): number {
  let next = from;
  let [first, second, third] = [OPEN, word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : CLOSE];
  for (let at = 2; at <= word.length; at += 1) {
    const fourth = at < word.length ? word.charCodeAt(at) : CLOSE;
    grams[next] = GRAMS + bucketOf(mix(mix(mix(mix(FOUR, first), second), third), fourth));
    next += 1;
    [first, second, third] = [second, third, fourth];
  }
  return next;
}

/** Codes folded words; a number counts by how many digits it has. */
export function code(words: readonly string[]): Coded {
  const list = (): Int32Array => new Int32Array(words.length);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const grams = new Int32Array(letters);
  const coded = { hashes: list(), shortStems: list(), longStems: list(), kinds: list(), grams, gramEnds: list() };
  let end = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    codeWord(coded, at, word);
    if (coded.kinds[at] !== NUMBER) end = codeGrams(grams, end, word);
    coded.gramEnds[at] = end;
  }
  return coded;
}

/** Takes a bucket and the place of the word that it stands for. */
export type Take = (bucket: number, place: number) => void;

const kindOf = (kind: number): number => mix(OFFSET, kind);
const WORD = kindOf(11);
const STEM = kindOf(12);
const LONG = kindOf(13);
const PAIR = kindOf(14);
const APART = kindOf(15);
const KIND = kindOf(16);
const BEFORE_KIND = kindOf(17);
const TWO_BEFORE_KIND = kindOf(18);
const AFTER_KIND = kindOf(19);
const FIELD = kindOf(20);
const LENGTH = kindOf(21);
const FOUND = kindOf(22);
const BLOCKS = kindOf(23);
const BESIDE = kindOf(30);

/** Words of one sentence, with a sign at either end. */
interface Place {
  readonly coded: Coded;
  readonly from: number;
  readonly to: number;
}

function hashAt({ coded, from, to }: Place, at: number): number {
  if (at < from) return BEGIN;
  return at >= to ? END : (coded.hashes[at] ?? 0);
}

function eachKind(place: Place, at: number, take: Take): void {
  const kind = place.coded.kinds[at] ?? 0;
  if (kind === 0 || kind > LAST_OF_ITS_OWN) return;
  const one = hashAt(place, at - 1);
  take(bucketOf(mix(KIND, kind)), at);
  take(bucketOf(mix(mix(BEFORE_KIND, one), kind)), at);
  take(bucketOf(mix(mix(mix(TWO_BEFORE_KIND, hashAt(place, at - 2)), one), kind)), at);
  take(bucketOf(mix(mix(AFTER_KIND, kind), hashAt(place, at + 1))), at);
}

/** The kind of a word counts for its neighbours, on either side and the next but one. */
function eachNeighbour({ coded, from, to }: Place, at: number, take: Take): void {
  const kind = coded.kinds[at] ?? 0;
  if (kind === 0) return;
  const { hashes, longStems } = coded;
  const last = Math.min(to - 1, at + 2);
  for (let beside = Math.max(from, at - 2); beside <= last; beside += 1) {
    if (beside === at) continue;
    const stem = longStems[beside] ?? 0;
    const word = stem === 0 ? (hashes[beside] ?? 0) : stem;
    take(bucketOf(mix(mix(BESIDE + at - beside, word), kind)), beside);
  }
}

function eachGram({ grams, gramEnds }: Coded, at: number, take: Take): void {
  const end = gramEnds[at] ?? 0;
  for (let next = at === 0 ? 0 : (gramEnds[at - 1] ?? 0); next < end; next += 1) take(grams[next] ?? 0, at);
}

function eachWord(place: Place, at: number, take: Take): void {
  const { shortStems, longStems } = place.coded;
  const hash = hashAt(place, at);
  const next = hashAt(place, at + 1);
  take(bucketOf(mix(WORD, hash)), at);
  const [short, long] = [shortStems[at] ?? 0, longStems[at] ?? 0];
  if (short !== 0) take(bucketOf(mix(STEM, short)), at);
  if (long !== 0) take(bucketOf(mix(LONG, long)), at);
  take(bucketOf(mix(mix(PAIR, hash), next)), at);
  if (at + 1 < place.to) take(bucketOf(mix(mix(APART, hash), hashAt(place, at + 2))), at);
  eachKind(place, at, take);
  eachNeighbour(place, at, take);
  eachGram(place.coded, at, take);
}

/** What the phrases found in a sentence, and in which kind of field it stands. */
export interface Surroundings {
  readonly field: ScreenField;
  readonly findings: readonly Pick<Finding, 'category' | 'action'>[];
}

/** Everything a sentence is judged by: words from the first to before the last. */
export function eachFeature(
  coded: Coded,
  sentence: readonly [from: number, to: number],
  { field, findings, take }: Surroundings & { readonly take: Take },
): void {
  const [from, to] = sentence;
  const place = { coded, from, to };
  take(bucketOf(mix(mix(PAIR, BEGIN), hashAt(place, from))), from);
  take(bucketOf(mix(mix(APART, BEGIN), hashAt(place, from + 1))), from);
  for (let at = from; at < to; at += 1) eachWord(place, at, take);
  take(bucketOf(mix(FIELD, SCREEN_FIELDS.indexOf(field))), -1);
  take(bucketOf(mix(LENGTH, Math.min(6, Math.floor(Math.log2(to - from + 2))))), -1);
  for (const { category, action } of findings) take(bucketOf(mix(FOUND, hashOf(category + action))), -1);
  if (findings.some(({ action }) => action === 'block')) take(bucketOf(BLOCKS), -1);
}
