// A wording of the lists may stand for many: [is|was] for either word, [a |] for a word that may be left out, {us} for a
// list of the same name.
import lists from './countries.json' with { type: 'json' };
import { fold } from './fold.ts';
import slots from './slots.json' with { type: 'json' };

const NAMED: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(slots.slots),
  ['country', lists.countries],
  ['demonym', lists.demonyms],
]);

const SLOT = /\{([a-z]+)\}|\[([^[\]]*)\]/;

/** What the list of this name holds. Throws where there is none. */
function named(name: string): readonly string[] {
  const words = NAMED.get(name);
  if (words === undefined) throw new Error('phrases: a slot without a list');
  return words;
}

function expand(phrase: string, listOf: (name: string) => readonly string[]): readonly string[] {
  const slot = SLOT.exec(phrase);
  if (slot === null) return [phrase.replace(/ {2,}/g, ' ').trim()];
  const [whole, name, choices = ''] = slot;
  const words = name === undefined ? choices.split('|') : listOf(name);
  const [before, after] = [phrase.slice(0, slot.index), phrase.slice(slot.index + whole.length)];
  return words.flatMap((word) => expand(before + word + after, listOf));
}

const known = new Map<string, readonly string[]>();

/** Every wording that this one stands for, folded, with single spaces. */
export function alternativesOf(phrase: string): readonly string[] {
  const before = known.get(phrase);
  if (before !== undefined) return before;
  const wordings = phrase.includes('{') || phrase.includes('[') ? expand(phrase, named) : [phrase];
  const folded = wordings.map((wording) => fold(wording).text);
  if (phrase.startsWith('{')) known.set(phrase, folded);
  return folded;
}

const ONE_WORD = /^[a-z0-9]+$/;
/** A list of fewer words is cheaper written out. */
const FEWEST_OF_CLASS = 10;

/** The words of a list that stand alone, where they are enough to be kept as a class of words; none otherwise. */
export function classOf(name: string): readonly string[] {
  const words = [...new Set(alternativesOf(`{${name}}`))].filter((word) => ONE_WORD.test(word));
  return words.length < FEWEST_OF_CLASS ? [] : words;
}

function classAndRest(name: string): readonly string[] {
  if (classOf(name).length === 0) return named(name);
  return [`<${name}>`, ...named(name).filter((word) => !ONE_WORD.test(fold(word).text))];
}

/** The same as `alternativesOf`, with <name> for all the words of a class. */
export function alternativesByClass(phrase: string): readonly string[] {
  return expand(phrase, classAndRest).map((wording) => fold(wording).text);
}
