import { wordsOf } from './fold-word.ts';

const APOSTROPHE = /['’‘ʼ`´]/gu;

/** As it reads with what follows an apostrophe joined ("O'Brien") and apart ("Brien's"). */
const readings = (text: string): readonly string[] =>
  [text, text.replace(APOSTROPHE, ' ')].map((one) => ` ${wordsOf(one).join(' ')} `);

/** Whether a text says a name or a number: its words whole and in their order, as the search compares them. */
export function saysName(text: string, name: string): boolean {
  const said = readings(text);
  // One letter alone names nobody.
  return readings(name).some((words) => words.trim().length > 1 && said.some((one) => one.includes(words)));
}
