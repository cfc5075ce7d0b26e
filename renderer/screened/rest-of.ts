import type { Verdict } from '../../policy/screen/verdict.ts';
import { sentenceAround } from './sentence-around.ts';
import { joinSpans, takeOut } from './take-out.ts';

type Span = readonly [number, number];

/** Words are taken out one by one so often; of a text with more of them whole sentences go. */
const BY_WORDS = 8;
const BY_SENTENCES = 6;

/** Ranges in their order; those that share something are one. A mark may reach over the end of a sentence. */
function merged(ranges: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && from < last[1]) all.splice(-1, 1, [last[0], Math.max(last[1], to)]);
    else all.push([from, to]);
  }
  return all;
}

function withoutSentences(text: string, spans: readonly Span[]): string {
  const ranges = merged(spans.map((span) => sentenceAround(text, span)));
  const cut = (left: string, [from, to]: Span): string =>
    left.slice(0, from) + left.slice(to).replace(/^[^\S\n]+/u, '');
  return ranges.reduceRight(cut, text).trim();
}

type Screened = (text: string) => Pick<Verdict, 'blocked' | 'spans'>;

/** What is left of a text without the sentences in which something is refused; empty where nothing is left. */
export function sentencesLeft(text: string, screened: Screened): string {
  let rest = text;
  for (let round = 0; round < BY_SENTENCES; round += 1) {
    const { blocked, spans } = screened(rest);
    if (!blocked) return rest.trim();
    rest = withoutSentences(rest, spans);
  }
  return '';
}

/**
 * What is left of a text without the words that are refused in it, as the first way out leaves it when it is taken until
 * nothing is marked; empty where nothing is left.
 * @param screened what the screen says of a text of this kind
 */
export function restOf(text: string, screened: Screened): string {
  let rest = text;
  for (let round = 0; round < BY_WORDS; round += 1) {
    const { blocked, spans } = screened(rest);
    if (!blocked) return rest.trim();
    const [first] = joinSpans(rest, spans);
    if (first === undefined) return '';
    rest = takeOut(rest, first).text;
  }
  return sentencesLeft(rest, screened);
}
