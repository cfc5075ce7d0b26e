// What a sentence is judged by: its words, their beginnings and runs of letters, which words stand beside each other,
// what kinds of words they are, and what the phrases of the lists found in it. Each is a number, its bucket among the
// weights.
import lists from './countries.json' with { type: 'json' };
import { fold } from './fold.ts';
import slots from './slots.json' with { type: 'json' };
import { SCREEN_FIELDS, type Finding, type ScreenField } from './verdict.ts';

/** Buckets among the weights: as many for words as for runs of letters, each a power of two. */
export const BUCKETS = 524_288;
const GRAMS = BUCKETS / 2;
const MASK = GRAMS - 1;

const OFFSET = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME);
/** Spreads what the last mixing left in the high bits alone. */
const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & MASK;

function hashOf(word: string): number {
  let hash = OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

/** Kinds of words, so that a country that no text named counts like one that many did. */
const KINDS = new Map<number, number>();
function learn(kind: number, words: readonly string[]): void {
  for (const word of words) KINDS.set(hashOf(fold(word).text), kind);
}
learn(1, lists.countries);
learn(2, lists.demonyms);
learn(3, slots.slots.pron);
learn(4, slots.slots.poss);
learn(5, slots.slots.visaclass);
const NUMBER = 6;

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
  coded.kinds[at] = KINDS.get(hash) ?? 0;
}

const THREE = mix(OFFSET, 24);
const FOUR = mix(OFFSET, 25);
const [OPEN, CLOSE] = [60, 62];

/** Runs of three letters and of four, the ends of the word among them; answers where the next word's begin. */
function codeGrams(grams: Int32Array, from: number, word: string): number {
  let next = from;
  let [first, second] = [OPEN, word.charCodeAt(0)];
  for (let at = 1; at <= word.length; at += 1) {
    const third = at < word.length ? word.charCodeAt(at) : CLOSE;
    grams[next] = GRAMS + bucketOf(mix(mix(mix(THREE, first), second), third));
    next += 1;
    if (at < word.length) {
      const fourth = at + 1 < word.length ? word.charCodeAt(at + 1) : CLOSE;
      grams[next] = GRAMS + bucketOf(mix(mix(mix(mix(FOUR, first), second), third), fourth));
      next += 1;
    }
    first = second;
    second = third;
  }
  return next;
}

/** Codes folded words; a number counts by how many digits it has. */
export function code(words: readonly string[]): Coded {
  const list = (): Int32Array => new Int32Array(words.length);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const grams = new Int32Array(2 * letters);
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
  if (kind === 0) return;
  const one = hashAt(place, at - 1);
  take(bucketOf(mix(KIND, kind)), at);
  take(bucketOf(mix(mix(BEFORE_KIND, one), kind)), at);
  take(bucketOf(mix(mix(mix(TWO_BEFORE_KIND, hashAt(place, at - 2)), one), kind)), at);
  take(bucketOf(mix(mix(AFTER_KIND, kind), hashAt(place, at + 1))), at);
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
