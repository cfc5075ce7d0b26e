// Names and paths without a blank, told from keys, digests and certificates, whose letters stand together by chance.

/** Letters between signs or figures, as a name or a path is put together. */
const WORD = /(?<![A-Za-z])(?:[A-Z]?[a-z]{3,}|[A-Z]{3,})(?![A-Za-z])/g;
/** Where a word ends within letters: `greenCard` is two. */
const HUMP = /(?<=[a-z]{2})(?=[A-Z][a-z]{2})/g;
const HEXADECIMAL = /^[A-Fa-f]+$/;
/** Between two words of one name: signs and figures, and three times a letter or two among them (`scan_of_A012345678_`). */
const BETWEEN = /^[^A-Za-z]+(?:[A-Za-z]{1,2}[^A-Za-z]+){0,3}$/;
const MOST_BETWEEN = 40;
/** What belongs to a name in front of its first word, as a number does (`A012345678_`), and behind its last. */
const IN_FRONT = /(?:(?<![A-Za-z])[A-Za-z]{1,2}(?=\d))?[^A-Za-z]*$/;
const BEHIND = /^[^A-Za-z]*(?:(?<=[^A-Za-z])[A-Za-z]{1,2}(?![A-Za-z])[^A-Za-z]*)?/;

/** So many letters at least, where it is not a name throughout. */
const FEWEST_LETTERS = 10;
/** Of its letters so many stand in words, where it is one throughout. */
const LEAST_IN_WORDS = 0.5;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly words: number;
  /** Of its words. */
  readonly letters: number;
}

/** Words with nothing but signs and figures between them, stretch by stretch. */
function stretchesOf(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (HEXADECIMAL.test(word)) continue;
    const last = stretches.at(-1);
    const to = index + word.length;
    const joins = last !== undefined && index - last.to <= MOST_BETWEEN && BETWEEN.test(text.slice(last.to, index));
    if (!joins) stretches.push({ from: index, to, words: 1, letters: word.length });
    else Object.assign(last, { to, words: last.words + 1, letters: last.letters + word.length });
  }
  return stretches;
}

/** The stretch with what belongs to it. */
function nameIn(text: string, { from, to }: Stretch): string {
  const front = IN_FRONT.exec(text.slice(Math.max(0, from - MOST_BETWEEN), from))?.[0] ?? '';
  const behind = BEHIND.exec(text.slice(to, to + MOST_BETWEEN))?.[0] ?? '';
  return front + text.slice(from, to) + behind;
}

function isNameThroughout(text: string): boolean {
  const words = text.match(WORD) ?? [];
  if (words.filter((word) => !HEXADECIMAL.test(word)).length < 2) return false;
  return words.join('').length >= LEAST_IN_WORDS * text.replace(/[^A-Za-z]/g, '').length;
}

/**
 * The names in a text without a blank. Either it is one throughout, or it holds some: two words at least, side by side,
 * of ten letters, with the numbers around them. Of 240,000 random keys of 48 bytes in Base64 one in 43 holds any, and one
 * holds what the screen refuses; of 1,794 file names of the corpus that it refuses two are lost, spelt out or with
 * capitals in the middle of nothing (`suplementoB`).
 */
export function namesIn(unbroken: string): readonly string[] {
  const text = unbroken.replace(HUMP, '_');
  if (isNameThroughout(text)) return [unbroken];
  return stretchesOf(text)
    .filter(({ words, letters }) => words > 1 && letters >= FEWEST_LETTERS)
    .map((stretch) => nameIn(text, stretch));
}
