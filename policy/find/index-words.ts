// What a booking can be found by. Each word begins with a letter that says what it is: n a name, o an officer, b a part
// of the number, d the date of birth, t the day of booking, e and u the same two as people write them. The index of the
// store was filled with these: another answer for the same booking needs a migration that fills it anew.
import { wordsOf } from './fold-word.ts';

/** As the record spells them; null where nothing is known. */
export interface Findable {
  readonly number: string;
  readonly names: readonly (string | null)[];
  readonly officers: readonly (string | null)[];
  /** `YYYY-MM-DD`, or what a foreign system put there. */
  readonly dob: string | null;
  /** ISO time; its own day counts. */
  readonly bookedAt: string | null;
}

/** A name is found by its parts too: "O'Brien" as one word and by what follows the apostrophe. */
function nameWords(names: readonly (string | null)[], kind: 'n' | 'o'): readonly string[] {
  const texts = names.filter((name) => name !== null);
  const parts = texts.flatMap((name) => name.split(/['’‘ʼ`´]/u).slice(1));
  return [...texts, ...parts].flatMap(wordsOf).map((word) => kind + word);
}

function numberWords(number: string): readonly string[] {
  const groups = wordsOf(number);
  const last = groups.at(-1)?.replace(/^0+(?=.)/, '');
  return [...groups, ...(last === undefined ? [] : [last])].map((group) => `b${group}`);
}

function dayWords(day: string | null, [plain, written]: readonly ['d', 'e'] | readonly ['t', 'u']): readonly string[] {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day ?? '') ?? [];
  if (year === undefined || month === undefined || date === undefined) return [];
  return [plain + year, plain + year + month + date, written + month + date + year];
}

/** The words, each once. */
export function indexWords({ number, names, officers, dob, bookedAt }: Findable): readonly string[] {
  return [
    ...new Set([
      ...nameWords(names, 'n'),
      ...nameWords(officers, 'o'),
      ...numberWords(number),
      ...dayWords(dob, ['d', 'e']),
      ...dayWords(bookedAt, ['t', 'u']),
    ]),
  ];
}
