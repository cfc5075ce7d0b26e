import type { Explanation } from '../../policy/screen/explanation.ts';
import { words } from '../words/words.ts';

const text = words.teaching.why;
const quoted = (shown: readonly string[]): string => shown.map((word) => `“${word}”`).join(', ');
const textsOf = (shown: readonly { readonly text: string }[]): string => quoted(shown.map((one) => one.text));

/** What the words tell, and by which section they are refused. */
export function whyRefused({ category, clause }: Explanation): string {
  return `${words.booking.refusal.tells[category]}: ${text.clause(clause)}`;
}

/** By what it was found and what decided, line by line. */
export function whyLines({ by, disguised, needed, otherwise, sentence }: Explanation): readonly string[] {
  return [
    text.by[by],
    ...(disguised ? [text.disguised] : []),
    ...(needed.length > 0 ? [text.needed(textsOf(needed))] : []),
    ...(sentence !== null && sentence.for.length > 0 ? [text.for(textsOf(sentence.for))] : []),
    ...(sentence !== null && sentence.against.length > 0 ? [text.against(textsOf(sentence.against))] : []),
    ...(otherwise.length > 0 ? [text.otherwise(quoted(otherwise))] : []),
  ];
}

/** The same in one piece, for whoever hears it and stays in the text. */
export function whyHeard(explanations: readonly Explanation[]): string {
  return explanations.map((one) => `“${one.words.text}” ${whyRefused(one)} ${whyLines(one).join(' ')}`).join(' ');
}
