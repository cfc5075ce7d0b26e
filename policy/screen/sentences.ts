import type { Words } from './words.ts';

/** Letters before a dot that ends no sentence: "St. Example", "Ofc. Sample". */
const SHORTEST = 12;
const SPACE = 32;
const LINE = 10;
/** . ! ? ; */
const ENDS: ReadonlySet<number> = new Set([46, 33, 63, 59]);

function endsSentence(text: string, from: number, to: number): boolean {
  let ended = false;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LINE || (ended && code <= SPACE)) return true;
    ended = ENDS.has(code);
  }
  return false;
}

/** Words of a sentence: from the first to before the last, as places in the list of words. */
export type Sentence = readonly [from: number, to: number];

/** The sentences of a folded text, in order; every word stands in one. */
export function sentencesOf(text: string, { starts, ends }: Words): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at < starts.length; at += 1) {
    const end = ends[at - 1] ?? 0;
    if (end - (starts[from] ?? 0) < SHORTEST || !endsSentence(text, end, starts[at] ?? 0)) continue;
    sentences.push([from, at]);
    from = at;
  }
  if (from < starts.length) sentences.push([from, starts.length]);
  return sentences;
}
