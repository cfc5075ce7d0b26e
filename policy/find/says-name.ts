import { wordsOf } from './fold-word.ts';

const APOSTROPHE = /['’‘ʼ`´]/gu;

/** A text as names are looked for in it. */
export interface Said {
  readonly text: string;
  /** As it reads with what follows an apostrophe joined ("O'Brien") and apart ("Brien's"). */
  readonly readings: readonly string[];
}

export function readSaid(text: string): Said {
  const parted = text.replace(APOSTROPHE, ' ');
  const read = parted === text ? [text] : [text, parted];
  return { text, readings: read.map((one) => ` ${wordsOf(one).join(' ')} `) };
}

/** Whether a text says a name or a number: its words whole and in their order, as the search compares them. */
export function saysName(said: Said, name: string): boolean {
  // One letter alone names nobody.
  return readSaid(name).readings.some(
    (words) => words.trim().length > 1 && said.readings.some((one) => one.includes(words)),
  );
}
