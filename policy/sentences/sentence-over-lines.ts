import { sentenceAround, type Reach } from './sentence-around.ts';
import { BEFORE } from './small-words.ts';

type Span = readonly [number, number];

const ENDED = /[.!?;:]["”»')\]]*\s*$/u;
/** Behind these no sentence ends: was | by the | ,. */
const OPEN = [
  BEFORE.article,
  BEFORE.prepositionOfArticle,
  BEFORE.verb,
  BEFORE.adverbs,
  BEFORE.subject,
  BEFORE.told,
  BEFORE.and,
  BEFORE.because,
  BEFORE.comma,
];

/** Whether a sentence goes on over the line break at this place: somebody broke the line because it was full. */
function goesOn(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const after = text.slice(at + 1);
  if (before.trim() === '' || ENDED.test(before) || /^[^\S\n]*(?:\n|$)/u.test(after)) return false;
  return /^\s*\p{Ll}/u.test(after) || OPEN.some((open) => open.test(`${before} `));
}

/** Bounds of the sentence around a range, over the ends of lines on which it goes on. */
export function sentenceOverLines(text: string, span: Span, reach: Reach = 'sentence'): Span {
  const [from, to] = sentenceAround(text, span, reach);
  const broken = text.slice(0, from).search(/\n[^\S\n]*$/u);
  const isBefore = broken >= 0 && goesOn(text, broken);
  const isBehind = text.charAt(to) === '\n' && goesOn(text, to);
  if (!isBefore && !isBehind) return [from, to];
  return sentenceOverLines(text, [isBefore ? broken : from, isBehind ? to + 1 : to], reach);
}
