// Signs as they are written in the source of a page or in an address of the web: %20, &shy;, &#105;, <b>.
import { matches, type Change } from './reading.ts';

const RUN = /\S{4,400}/g;
const ESCAPED = /%[0-9a-f]{2}|&#x?[0-9a-f]{2,5};|&[a-z]{2,6};|<\/?[a-z]{1,6}>/g;
const HEXADECIMAL = /^(?:%|&#x)([0-9a-f]+);?$/;
const DECIMAL = /^&#([0-9]+);$/;
/** Printable ASCII. */
const [FIRST_LETTER, LAST_LETTER] = [0x20, 0x7e];

function codeOf(sign: string): number {
  const [, hexadecimal] = HEXADECIMAL.exec(sign) ?? [];
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  return Number.parseInt(DECIMAL.exec(sign)?.[1] ?? '0', 10);
}

function decoded(sign: string): string {
  if (sign === '%20' || sign === '&nbsp;') return ' ';
  const code = codeOf(sign);
  return code > FIRST_LETTER && code <= LAST_LETTER ? String.fromCharCode(code).toLowerCase() : '';
}

/** A run without spaces that holds signs written as numbers or names. */
function unescaped(match: RegExpExecArray): Change | null {
  const [written] = match;
  let letters = '';
  const places: number[] = [];
  const put = (text: string, from: number): void => {
    letters += text;
    for (let at = 0; at < text.length; at += 1) places.push(match.index + from + (text.length > 1 ? at : 0));
  };
  let from = 0;
  for (const escaped of matches(ESCAPED, written)) {
    put(written.slice(from, escaped.index), from);
    put(decoded(escaped[0]), escaped.index);
    from = escaped.index + escaped[0].length;
  }
  if (from === 0) return null;
  put(written.slice(from), from);
  return { start: match.index, end: match.index + written.length, letters, places };
}

/** The runs of a text that hold such signs, as they would be shown. */
export function shown(text: string): readonly Change[] {
  return matches(RUN, text).flatMap((run) => unescaped(run) ?? []);
}
