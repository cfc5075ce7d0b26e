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
/** Begins with the figure and looks back from there: a text is passed over at once where there is none. */
const FIGURE = /[0-9@$!|](?:[a-z]|(?<=[a-z][0-9@$!|]))/;

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 97 && unit <= 122;
}

/** Most gaps begin with a space: that is asked first. */
function isCut(text: string, from: number, to: number): boolean {
  if (text.charCodeAt(from) <= 32 || to - from > LONGEST_CUT || text.charCodeAt(to - 1) <= 32) return false;
  return isLetter(text, from - 1) && isLetter(text, to);
}

function hasCut(text: string, { starts, ends }: Words): boolean {
  for (let at = 1; at < starts.length; at += 1) if (isCut(text, ends[at - 1] ?? 0, starts[at] ?? 0)) return true;
  return false;
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
