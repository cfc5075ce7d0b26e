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

function startOver(text: string, from: number, reach: Reach): number {
  const broken = text.slice(0, from).search(/\n[^\S\n]*$/u);
  if (broken < 0 || !goesOn(text, broken)) return from;
  return startOver(text, sentenceAround(text, [broken, broken], reach)[0], reach);
}

function endOver(text: string, to: number, reach: Reach): number {
  if (text.charAt(to) !== '\n' || !goesOn(text, to)) return to;
  return endOver(text, sentenceAround(text, [to + 1, to + 1], reach)[1], reach);
}

/** Bounds of the sentence around a range, over the ends of lines on which it goes on. */
export function sentenceOverLines(text: string, span: Span, reach: Reach = 'sentence'): Span {
  const [from, to] = sentenceAround(text, span, reach);
  return [startOver(text, from, reach), endOver(text, to, reach)];
}
