import type { Verdict } from '../screen/verdict.ts';
import { sentenceOverLines } from './sentence-over-lines.ts';

type Span = readonly [number, number];

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

/** Bounds of what goes as a whole with a marked range in it. */
type Around = (text: string, span: Span) => Span;

/** Bounds of the lines that a range touches: an entry of a list. */
export function entryAround(text: string, [start, end]: Span): Span {
  const next = text.indexOf('\n', end);
  return [text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next];
}

/** A line of which nothing is left goes with its end. */
function without(text: string, [from, to]: Span): string {
  const before = text.slice(0, from);
  return before + text.slice(to).replace(before.endsWith('\n') ? /^[^\S\n]*\n?/u : /^[^\S\n]+/u, '');
}

function withoutMarked(text: string, spans: readonly Span[], around: Around): string {
  return merged(spans.map((span) => around(text, span)))
    .reduceRight(without, text)
    .trim();
}

type Screened = (text: string) => Pick<Verdict, 'blocked' | 'spans'>;

/**
 * What is left of a text without the sentences in which something is refused; empty where nothing is left. No sentence is
 * ever shortened: what would stand there then nobody wrote and nobody read.
 * @param screened what the screen says of a text of this kind
 */
export function sentencesLeft(text: string, screened: Screened, around: Around = sentenceOverLines): string {
  const { blocked, spans } = screened(text);
  if (!blocked) return text.trim();
  const rest = withoutMarked(text, spans, around);
  // Without its neighbor another sentence may tell something.
  return rest.length < text.length ? sentencesLeft(rest, screened, around) : '';
}
