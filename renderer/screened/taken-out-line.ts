import { words } from '../words/words.ts';
import type { TakenOut } from './take-out.ts';

const text = words.booking.refusal;

function goneWords([first, second]: readonly string[]): string {
  if (first === undefined) return '';
  return second === undefined ? text.goesWithIt(first) : text.goWithIt(first, second);
}

/** What taking words out comes to: which others go, and how the sentence reads after. */
export function takenOutLine({ sentence, gone }: TakenOut): string {
  return `— ${goneWords(gone)}${sentence === null ? text.takeOutAll : text.takeOutReads(sentence)}`;
}
