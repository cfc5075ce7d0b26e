import type { Words } from './words.ts';

/** What in a text could be read otherwise at all, told at one look. */
interface Signs {
  /** Letters, signs without a space, letters: il-legal. */
  readonly cut: boolean;
  /** Letters that stand alone, one after the other: i l l e g a l. */
  readonly apart: boolean;
  /** Figures or signs beside letters: 1llegal. */
  readonly figures: boolean;
  /** Signs written as numbers or names: %20, &shy;. */
  readonly escaped: boolean;
  /** Three letters with dots: i.c.e, 1.c.e. */
  readonly dotted: boolean;
  /** Capitals within words: NoticeToAppear, iIegal. */
  readonly capitals: boolean;
}

/** Three letters or more, each alone. */
const FEWEST_APART = 3;
const LONGEST_CUT = 3;
const ESCAPED = /[%&<]/;
const DOTTED = /[i1!|l][.*_-]c[.*_-][e3]/;
const CAPITAL = /[a-z][A-Z]/;
const FIGURE = /[0-9@$!|][a-z]|[a-z][0-9@$!|]/;

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 97 && unit <= 122;
}

function isCut(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_CUT || !isLetter(text, from - 1) || !isLetter(text, to)) return false;
  return text.charCodeAt(from) > 32 && text.charCodeAt(to - 1) > 32;
}

function hasCut(text: string, { starts, ends }: Words): boolean {
  return starts.some((start, at) => at > 0 && isCut(text, ends[at - 1] ?? 0, start));
}

function hasApart({ texts }: Words): boolean {
  let alone = 0;
  for (const word of texts) {
    alone = word.length === 1 ? alone + 1 : 0;
    if (alone >= FEWEST_APART) return true;
  }
  return false;
}

/** @param text folded, with its words, and as given */
export function signsOf(text: string, words: Words, given: string): Signs {
  return {
    cut: hasCut(text, words),
    apart: hasApart(words),
    figures: FIGURE.test(text),
    escaped: ESCAPED.test(text),
    dotted: DOTTED.test(text),
    capitals: CAPITAL.test(given),
  };
}
