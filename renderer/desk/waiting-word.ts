import type { WaitingMatter } from '../../contract/booking.ts';
import { optionWord } from '../matter/matter-words.ts';
import { words } from '../words/words.ts';

const text = words.desk;

function requestWord({ channel, form }: WaitingMatter): string {
  const known: Readonly<Record<string, string>> = text.request;
  const how = (channel === null ? undefined : known[channel]) ?? words.matter.kinds.request;
  return text.undecided(form === null ? how : `${how}, ${optionWord('form', form)}`);
}

/** What waits, in one line: "Request by fax, I-247A: not decided yet". */
export function waitingWord(matter: WaitingMatter): string {
  if (matter.kind === 'request') return requestWord(matter);
  const known: Readonly<Record<string, string>> = text.goesOn;
  return known[matter.kind] ?? words.matter.kinds[matter.kind];
}
