import { isOpen } from './open-words.ts';
import { sentenceAround } from './sentence-around.ts';
import { isEndedAt, type Reach } from './sentence-ends.ts';

type Span = readonly [number, number];

/** Letters of a line that somebody, or a program, broke because it was full. */
const FULL = 40;
const EMPTY = /^[^\S\n]*(?:\n|$)/u;
/** Not: a) asthma. */
const SMALL = /^\s*["“«'‘([]*(?!\p{L}[).])\p{Ll}/u;
const BROKEN_WORD = /\p{L}[-‐\u00AD]$/u;
const QUOTES = /^\s*["“«‘]/u;
const TO = /^\s*to\s/u;

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Whether the next line begins as a sentence does that goes on. */
function isTakenUp(line: string, next: string, reach: Reach): boolean {
  // The dot of what is written short: Ofc. | Sample
  if (/[.…]$/u.test(line)) return true;
  // Where nothing is lost for good, a list goes rather than that a sentence is cut.
  if (reach === 'sentence') return SMALL.test(next) || QUOTES.test(next);
  return SMALL.test(next) && (line.length >= FULL || BROKEN_WORD.test(line));
}

/** Whether a sentence goes on over the line break at this place: its line was full, or cannot end a sentence. */
function goesOn(text: string, at: number, reach: Reach): boolean {
  const start = lineStart(text, at);
  const line = text.slice(start, at).trimEnd();
  const next = text.slice(at + 1);
  if (line.trim() === '' || EMPTY.test(next) || isEndedAt(text, start + line.length, reach)) return false;
  if (isOpen(line, reach) || isTakenUp(line.trimStart(), next, reach)) return true;
  // Of a text that is broken within its sentences: told by | his cousin | to call back.
  return start > 0 && TO.test(next) && isOpen(text.slice(lineStart(text, start - 1), start - 1).trimEnd(), reach);
}

/** The line break right before a place; -1 where something else stands there. */
function breakBefore(text: string, from: number): number {
  let at = from - 1;
  while (at >= 0 && text.charAt(at) !== '\n' && text.charAt(at).trim() === '') at -= 1;
  return text.charAt(at) === '\n' ? at : -1;
}

/** Bounds of the sentence around a range, over the ends of lines on which it goes on. */
export function sentenceOverLines(text: string, span: Span, reach: Reach = 'sentence'): Span {
  let [from, to] = sentenceAround(text, span, reach);
  for (let at = breakBefore(text, from); at >= 0 && goesOn(text, at, reach); at = breakBefore(text, from)) {
    [from] = sentenceAround(text, [at, at], reach);
  }
  while (text.charAt(to) === '\n' && goesOn(text, to, reach)) {
    [, to] = sentenceAround(text, [to + 1, to + 1], reach);
  }
  return [from, to];
}
