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

function expand(phrase: string): readonly string[] {
  const slot = SLOT.exec(phrase);
  if (slot === null) return [phrase.replace(/ {2,}/g, ' ').trim()];
  const [whole, name, choices = ''] = slot;
  const words = name === undefined ? choices.split('|') : NAMED.get(name);
  if (words === undefined) throw new Error('phrases: a slot without a list');
  const [before, after] = [phrase.slice(0, slot.index), phrase.slice(slot.index + whole.length)];
  return words.flatMap((word) => expand(before + word + after));
}

const known = new Map<string, readonly string[]>();

/** Every wording that this one stands for, folded, with single spaces. */
export function alternativesOf(phrase: string): readonly string[] {
  const before = known.get(phrase);
  if (before !== undefined) return before;
  const wordings = phrase.includes('{') || phrase.includes('[') ? expand(phrase) : [phrase];
  const folded = wordings.map((wording) => fold(wording).text);
  if (phrase.startsWith('{')) known.set(phrase, folded);
  return folded;
}
