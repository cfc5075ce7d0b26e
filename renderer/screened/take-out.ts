import { cutAround, type Cut } from './cut.ts';
import { sentenceAround } from '../../policy/sentences/sentence-around.ts';

type Span = readonly [number, number];

/** A text without the words that tell status, and the sentence around them as it would read. */
export interface TakenOut {
  readonly text: string;
  /** Null where nothing of the sentence is left. */
  readonly sentence: string | null;
  /** Words that go besides those that were to be taken out, as they stand before and behind these. */
  readonly gone: readonly string[];
  /** Where the words stood, in the text without them. */
  readonly caret: number;
}

const ARTICLE = /(?<![\p{L}\p{N}])(an?)\s+$/iu;
const ANY_WORD = /[\p{L}\p{N}]/u;
const PAIRS = ['()', '[]', '""', '“”', '«»', "''", '‘’'];

/** A bracket or quotation mark of which the other went, or both, where nothing stands between them. */
function withPair(text: string, [start, end]: Span): Span {
  const marked = text.slice(start, end);
  for (const [open = '', close = ''] of PAIRS.map((pair) => pair.split(''))) {
    const opened = marked.includes(open) || text[start - 1] === open;
    if (!opened || text[end] !== close) continue;
    return [marked.includes(open) ? start : start - 1, end + 1];
  }
  return [start, end];
}

function articleFor(before: string, after: string): string {
  const article = ARTICLE.exec(before)?.[1];
  const next = /^\s*(\p{L})/u.exec(after)?.[1];
  if (article === undefined || next === undefined) return before;
  const right = /[aeiou]/i.test(next) ? 'an' : 'a';
  return before.replace(ARTICLE, `${article.startsWith('A') ? right.replace('a', 'A') : right} `);
}

function joined(before: string, after: string, glue: string): string {
  const [head, tail] = [`${before.trimEnd()}${glue}`, after.trimStart()];
  if (head === '') return tail.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /^[.,;:!?)\]”»]/u.test(tail) || /[([“«]$/u.test(head) || tail === '' ? head + tail : `${head} ${tail}`;
}

/** The cut widened until no brackets or quotation marks are left around nothing. */
function cutOf(sentence: string, span: Span): { readonly cut: Cut; readonly span: Span } {
  const [start, end] = withPair(sentence, span);
  const cut = cutAround(sentence.slice(0, start), sentence.slice(end));
  const around = withPair(sentence, [cut.keep, end + cut.drop]);
  const isSame = around[0] === cut.keep && around[1] === end + cut.drop;
  return isSame ? { cut, span: [start, end] } : cutOf(sentence, around);
}

/** Ranges with nothing but a space or a dash between them are one thing to take out. */
export function joinSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const list: Span[] = [];
  for (const [start, end] of spans) {
    const last = list.at(-1);
    if (last !== undefined && /^[\s-]*$/.test(text.slice(last[1], start))) list[list.length - 1] = [last[0], end];
    else list.push([start, end]);
  }
  return list;
}

function wordsAt(text: string, ...ranges: readonly Span[]): readonly string[] {
  const outer = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
  return ranges.map((range) => text.slice(...range).replaceAll(outer, '')).filter((words) => ANY_WORD.test(words));
}

/** Takes a range of words out so that what stays is still a sentence, and shows that sentence. */
export function takeOut(text: string, [start, end]: Span): TakenOut {
  const [from, to] = sentenceAround(text, [start, end]);
  const sentence = text.slice(from, to);
  const { cut, span } = cutOf(sentence, [start - from, end - from]);
  const [first, last] = [cut.keep, span[1] + cut.drop];
  const gone = wordsAt(sentence, [first, start - from], [end - from, last]);
  const after = sentence.slice(last);
  const before = articleFor(sentence.slice(0, first), after);
  const [head, tail] = [text.slice(0, from), text.slice(to)];
  if (!ANY_WORD.test(before + after)) {
    const kept = head.trimEnd();
    return { text: kept + (kept === '' ? tail.trimStart() : tail), sentence: null, gone, caret: kept.length };
  }
  const put = joined(before, after, cut.glue ?? '');
  return { text: head + put + tail, sentence: put, gone, caret: from + before.trimEnd().length };
}
