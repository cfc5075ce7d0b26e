// Words as numbers, and which kind of thing each is: a word that no labelled text holds is weighed like its like.
import lists from './countries.json' with { type: 'json' };
import { fold } from './fold.ts';
import topics from './kinds.json' with { type: 'json' };
import slots from './slots.json' with { type: 'json' };

export const OFFSET = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;

export function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, PRIME);
}

export function hashOf(word: string): number {
  let hash = OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

/** The kind of all numbers. */
export const NUMBER = 6;
/** Kinds up to this one are looked at for themselves, all of them beside other words. */
export const LAST_OF_ITS_OWN = 6;
const KINDS = new Map<number, number>();

function learn(kind: number, words: readonly string[]): void {
  for (const word of words) KINDS.set(hashOf(word), kind);
}

const folded = (word: string): string => fold(word).text;

learn(3, slots.slots.pron);
learn(4, slots.slots.poss);
/** How close to the topic each kind is: 0 not at all, 1 near it as a country is, 2 part of it as a class of visas is. */
const CLOSE = new Uint8Array(256);
/** The kind of words for peoples. */
let ofPeople = 0;
for (const kind of [1, 2]) CLOSE[kind] = 1;
CLOSE[5] = 2;
for (const [at, [name, words]] of Object.entries(topics.kinds).toReversed().entries()) {
  const kind = NUMBER + 1 + at;
  learn(kind, words.split(' '));
  if (name === 'ethnic') ofPeople = kind;
  if (topics.telling.includes(name)) CLOSE[kind] = 2;
  else if (topics.near.includes(name)) CLOSE[kind] = 1;
}
learn(1, lists.countries.map(folded));
learn(2, lists.demonyms.map(folded));
learn(5, slots.slots.visaclass);

/** The kind of the word of this number, 0 for a word of no kind. */
export function kindOfWord(hash: number): number {
  return KINDS.get(hash) ?? 0;
}

/** Whether a word, by its number, is near the topic or part of it, or says what somebody is: "hondureño". */
export function mayMatter(hash: number): boolean {
  const kind = kindOfWord(hash);
  return kind === ofPeople || closenessOf(kind) > 0;
}

/** How close a kind of words is to the topic: 0 not at all, 1 near it, 2 part of it. */
export function closenessOf(kind: number): number {
  return CLOSE[kind] ?? 0;
}
