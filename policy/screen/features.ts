// What a sentence is judged by: its words, their beginnings and runs of four letters, which words and which kinds of
// words stand beside each other, and what the phrases of the lists found in it. Each is a number, its bucket among the
// weights.
import { bucketOf, type Coded } from './coded.ts';
import { hashOf, LAST_OF_ITS_OWN, mix, OFFSET } from './kinds.ts';
import type { Sentence } from './sentences.ts';
import { SCREEN_FIELDS, type Finding, type ScreenField } from './verdict.ts';

const [BEGIN, END] = [hashOf('<'), hashOf('>')];

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
const OF_BOX = kindOf(40);
const KIND_OF_BOX = kindOf(41);

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

function eachGram({ grams, gramStarts, gramEnds }: Coded, at: number, take: Take): void {
  const end = gramEnds[at] ?? 0;
  for (let next = gramStarts[at] ?? 0; next < end; next += 1) take(grams[next] ?? 0, at);
}

/** What a word is by itself, wherever it stands. */
export function eachOwn(coded: Coded, at: number, take: Take): void {
  const { hashes, shortStems, longStems } = coded;
  take(bucketOf(mix(WORD, hashes[at] ?? 0)), at);
  const [short, long] = [shortStems[at] ?? 0, longStems[at] ?? 0];
  if (short !== 0) take(bucketOf(mix(STEM, short)), at);
  if (long !== 0) take(bucketOf(mix(LONG, long)), at);
  eachGram(coded, at, take);
}

function eachBeside(place: Place, at: number, take: Take): void {
  const hash = hashAt(place, at);
  const next = hashAt(place, at + 1);
  take(bucketOf(mix(mix(PAIR, hash), next)), at);
  if (at + 1 < place.to) take(bucketOf(mix(mix(APART, hash), hashAt(place, at + 2))), at);
  eachKind(place, at, take);
  eachNeighbour(place, at, take);
}

/** Boxes whose words are weighed anew: a name, an address, an agency, a code and a charge have a language each. */
const BOXES: Partial<Record<ScreenField, number>> = {
  ...{ name: 1, alias: 1, address: 2, agency: 3, code: 4, 'charge-text': 5 },
};

/** What a word tells in its box: "pasaporte" in an alias is somebody's nickname. */
function eachOfBox({ coded, from, to }: Place, box: number, take: Take): void {
  for (let at = from; at < to; at += 1) {
    const stem = coded.longStems[at] ?? 0;
    take(bucketOf(mix(OF_BOX + box, stem === 0 ? (coded.hashes[at] ?? 0) : stem)), at);
    take(bucketOf(mix(KIND_OF_BOX + box, coded.kinds[at] ?? 0)), at);
  }
}

/** What the phrases found in a sentence, and in which kind of field it stands. */
export interface Surroundings {
  readonly field: ScreenField;
  readonly findings: readonly Pick<Finding, 'category' | 'action'>[];
}

/** Everything a sentence is judged by: words from the first to before the last. */
export function eachFeature(coded: Coded, sentence: Sentence, around: Surroundings & { readonly take: Take }): void {
  for (let at = sentence[0]; at < sentence[1]; at += 1) eachOwn(coded, at, around.take);
  eachAround(coded, sentence, around);
}

/** All of it but what each word is by itself. */
export function eachAround(
  coded: Coded,
  sentence: Sentence,
  { field, findings, take }: Surroundings & { readonly take: Take },
): void {
  const [from, to] = sentence;
  const place = { coded, from, to };
  take(bucketOf(mix(mix(PAIR, BEGIN), hashAt(place, from))), from);
  take(bucketOf(mix(mix(APART, BEGIN), hashAt(place, from + 1))), from);
  for (let at = from; at < to; at += 1) eachBeside(place, at, take);
  const box = BOXES[field];
  if (box !== undefined) eachOfBox(place, box, take);
  take(bucketOf(mix(FIELD, SCREEN_FIELDS.indexOf(field))), -1);
  take(bucketOf(mix(LENGTH, Math.min(6, Math.floor(Math.log2(to - from + 2))))), -1);
  for (const { category, action } of findings) take(bucketOf(mix(FOUND, hashOf(category + action))), -1);
  if (findings.some(({ action }) => action === 'block')) take(bucketOf(BLOCKS), -1);
}
