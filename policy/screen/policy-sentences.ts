// Sentences about what the department asks and does: about nobody's status, full of its words.
import type { Sentence } from './sentences.ts';
import { alternativesOf } from './slots.ts';
import type { Screened } from './phrase-matcher.ts';
import { trieSource } from './trie.ts';

let pattern: RegExp | undefined;

/** Whether a sentence speaks of what is asked and recorded here, and of what is not. */
export function speaksOfPolicy({ folded, words }: Screened, [from, to]: Sentence): boolean {
  pattern ??= new RegExp(`(?<![a-z0-9])(?:${trieSource(alternativesOf('{policy}'))})(?![a-z0-9])`);
  return pattern.test(folded.text.slice(words.starts[from] ?? 0, words.ends[to - 1] ?? 0));
}
