// Whether a line is one that cannot end a sentence. English, Spanish, Portuguese.
import type { Reach } from './sentence-ends.ts';
import { BEFORE } from './small-words.ts';

/**
 * Words that hardly ever end a line of a list. What may is not among them: 6 am | hepatitis B and D: no | drops, OS | checked
 * in | to do.
 */
const NEVER_LAST = `
  and but or nor y pero mas the an his their its my your el las los su sus un uma seus sua
  is are was were be been being isn't wasn't has had have es era fue fueron está estaba son são foi foram estava
  who that which que quien quem because since while when as although if where until porque cuando mientras quando
  of with without from by at to into de del con sin por com sem em
  he she they we could would should must said says and_then y_luego
`;
/** So does this one, but for vitamin A. */
const NOT_A_KIND = String.raw`(?<!\b(?:vitamin|vit|hepatitis|hep|type|group|influenza|strep)\s)a`;
const CLOSED = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’.@])(?:${NOT_A_KIND}|${NEVER_LAST.trim().split(/\s+/u).join('|').replaceAll('_', ' ')})$`,
  'iu',
);
/** Where nothing is lost for good, what seldom ends a line will do: was | by the | on | the driver. */
const SELDOM_LAST = [
  BEFORE.article,
  BEFORE.prepositionOfArticle,
  BEFORE.verb,
  BEFORE.adverbs,
  BEFORE.subject,
  BEFORE.told,
  BEFORE.and,
  BEFORE.because,
];

/** NEEDS INSULIN AND; but not: Wilmington, DE */
function isShort(word: string, end: string): boolean {
  return word === word.toUpperCase() && /\p{Ll}/u.test(end);
}

/** Longer than the words that are looked for. */
const NEAR = 48;

/** Whether the last word of a line, or the sign behind it, says that the sentence goes on. */
export function isOpen(line: string, reach: Reach): boolean {
  const end = line.slice(-NEAR).replaceAll(/\s+/gu, ' ');
  const word = CLOSED.exec(end)?.[0];
  if (end.endsWith(':') || (word !== undefined && !isShort(word, end))) return true;
  return reach === 'sentence' && (/[,;]$/u.test(end) || SELDOM_LAST.some((open) => open.test(`${end} `)));
}
