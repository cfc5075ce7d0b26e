import type { Verdict } from '../screen/verdict.ts';
import { sentenceOverLines } from './sentence-over-lines.ts';

type Span = readonly [number, number];

/** Bounds of what goes as a whole with a marked range in it. */
type Around = (text: string, span: Span) => Span;

/** What goes, in its order; what shares something is one, since a mark may reach over the end of a sentence. */
function goingOf(text: string, spans: readonly Span[], around: Around): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last !== undefined && span[1] <= last[1]) continue;
    const [from, to] = around(text, span);
    if (last !== undefined && from < last[1]) all.splice(-1, 1, [last[0], Math.max(last[1], to)]);
    else all.push([from, to]);
  }
  return all;
}

/** Bounds of the lines that a range touches: an entry of a list. */
export function entryAround(text: string, [start, end]: Span): Span {
  const next = text.indexOf('\n', end);
  return [start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, next < 0 ? text.length : next];
}

const isSpace = (sign: string): boolean => sign !== '' && sign.trim() === '';

/** The place before the spaces of a line that stand before another place. */
function beforeIndent(text: string, from: number): number {
  let at = from;
  while (text.charAt(at - 1) !== '\n' && isSpace(text.charAt(at - 1))) at -= 1;
  return at;
}

/** The place behind the spaces of a line. */
function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) !== '\n' && isSpace(text.charAt(at))) at += 1;
  return at;
}

/** A line of which nothing is left goes with its indent and its end; of two empty lines around it one stays. */
function widened(text: string, [from, to]: Span): Span {
  const [start, end] = [beforeIndent(text, from), pastSpaces(text, to)];
  const isLine = (start === 0 || text.charAt(start - 1) === '\n') && (end === text.length || text.charAt(end) === '\n');
  if (!isLine) return [from, end];
  const next = pastSpaces(text, end + 1);
  const isParagraph = text.charAt(next) === '\n' && text.charAt(beforeIndent(text, start - 1) - 1) === '\n';
  return [start, (isParagraph ? next : end) + 1];
}

function withoutMarked(text: string, spans: readonly Span[], around: Around): string {
  const kept: string[] = [];
  let at = 0;
  for (const [from, to] of goingOf(text, spans, around).map((one) => widened(text, one))) {
    kept.push(text.slice(at, Math.max(at, from)));
    at = to;
  }
  return [...kept, text.slice(at)].join('').trim();
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
