// What a request asks for, in closed words: other places' laws want it told for each request (requirements 3.6), and
// the request's own words may name people.
import { type Form, recogniseForm } from './forms.ts';
import type { MatterEventDraft } from './matter.ts';

export const ASKS = [
  'hold',
  'release-notice',
  'transfer',
  'arrest',
  'interview',
  'information',
  'help',
  'other',
] as const;
export type Ask = (typeof ASKS)[number];

/** What each paper asks of a department; a notice of a custody decision asks for nothing (requirements 3.5). */
const FORM_ASKS: Readonly<Record<Form, readonly Ask[]>> = {
  'I-247A': ['hold', 'release-notice'],
  'I-247D': ['hold', 'release-notice'],
  'I-247N': ['release-notice'],
  'I-247X': ['transfer'],
  'I-200': ['arrest'],
  'I-203': ['hold'],
  'I-205': ['arrest'],
  'I-286': ['other'],
  'judicial-warrant': ['arrest'],
};

/** Words that say it. The officer sees what was read from them and corrects it. */
const SAID: readonly (readonly [Ask, RegExp])[] = [
  ['hold', /\b(?:hold|keep|detain)(?:ing|s)?\b/i],
  [
    'release-notice',
    /\b(?:notif\w*|notice|tell us|let us know|call us|when (?:he|she|they) (?:is|are|gets?) (?:out|released)|release (?:date|time))\b/i,
  ],
  ['transfer', /\b(?:transfer\w*|pick (?:him|her|them)? ?up|hand over|turn over)\b/i],
  ['interview', /\b(?:interview\w*|speak (?:to|with)|talk (?:to|with))\b/i],
  ['information', /\b(?:address|photos?|photographs?|fingerprints?|prints|records?|reports?|information)\b/i],
  ['help', /\b(?:help|assist\w*|back-?up|support|units?)\b/i],
];

/** What these words ask for, and the form they name; in the order of {@link ASKS}. */
export function readAsks(words: string): readonly Ask[] {
  const form = recogniseForm(words);
  const found = new Set<Ask>(form === null ? [] : FORM_ASKS[form]);
  for (const [ask, pattern] of SAID) if (pattern.test(words)) found.add(ask);
  return ASKS.filter((ask) => found.has(ask));
}

/** What an event of a request says is asked for, else what its form asks for. */
export function asksOf(detail: MatterEventDraft['detail'], form: Form | null): readonly Ask[] {
  const { asks } = detail;
  const told = Array.isArray(asks) ? ASKS.filter((ask) => asks.some((one) => one === ask)) : [];
  return told.length > 0 || form === null ? told : FORM_ASKS[form];
}
