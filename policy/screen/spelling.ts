// Words of status, misspelt: found by their consonants. Vowels are what a hurried hand leaves out or mistakes, doubled
// letters and swapped neighbours of a vowel likewise; undcmntd, undocummented and undocumeneted have one skeleton.
import lists from './countries.json' with { type: 'json' };
import slots from './slots.json' with { type: 'json' };
import words from './spellings.json' with { type: 'json' };

const SHORTEST = 3;
/** Letters of a masked word that must show. */
const LEAST_SHOWN = 5;
const VOWELS = new Set('aeiouyhw'.split(''));

/** Letters that are heard as others. */
const HEARD: ReadonlyMap<string, string> = new Map([
  ['k', 'c'],
  ['q', 'c'],
  ['z', 's'],
]);
const heardAs = (letter: string): string => HEARD.get(letter) ?? letter;

/** The first letter and the consonants after it, none twice in a row. */
function skeletonOf(word: string): string {
  let skeleton = heardAs(word.charAt(0));
  let last = skeleton;
  for (let at = 1; at < word.length; at += 1) {
    const letter = heardAs(word.charAt(at));
    if (VOWELS.has(letter) || letter === last) continue;
    skeleton += letter;
    last = letter;
  }
  return skeleton;
}

/** What a skeleton stands for: "illegal" and "illegally" have one. */
const MEANT: ReadonlyMap<string, readonly (readonly [skeleton: string, word: string])[]> = Map.groupBy(
  [
    ...words.words.map((word) => [skeletonOf(word), word] as const),
    ...Object.entries(words.skeletons).map(([skeleton, word]) => [skeletonOf(skeleton), word] as const),
  ],
  ([skeleton]) => skeleton,
);

/** The word of this skeleton, and of more than one that which ends as the word written does. */
function heardOf(written: string): string | null {
  const skeleton = skeletonOf(written);
  const meant = skeleton.length < SHORTEST ? undefined : MEANT.get(skeleton);
  const alike = meant?.find(([, word]) => word.at(-1) === written.at(-1));
  return (alike ?? meant?.[0])?.[1] ?? null;
}

/** Countries and peoples of one word, long enough to be known by all of its letters but one. */
const SHORTEST_COUNTRY = 6;
const COUNTRIES: readonly string[] = [...lists.countries, ...lists.demonyms].filter(
  (name) => name.length >= SHORTEST_COUNTRY && /^[a-z]+$/.test(name),
);
const { gentilicio, gentiliopt, pais, paispt, abroad } = slots.slots;
const RIGHT: ReadonlySet<string> = new Set([
  ...[words.words, words.near, words.others, COUNTRIES].flat(),
  ...[gentilicio, gentiliopt, pais, paispt, abroad].flat(),
]);
/** How the skeletons begin, as pairs of letters: few words of a text go on to be compared. */
const BEGINNINGS = new Uint8Array(1_024);
const LETTER_OF = Uint8Array.from({ length: 128 }, (_, unit) =>
  unit >= 97 && unit <= 122 ? heardAs(String.fromCharCode(unit)).charCodeAt(0) - 96 : 0,
);
const letterOf = (unit: number): number => LETTER_OF[unit] ?? 0;
for (const skeleton of [...MEANT.keys(), ...[...words.near, ...COUNTRIES].map(skeletonOf)])
  BEGINNINGS[letterOf(skeleton.charCodeAt(0)) * 32 + letterOf(skeleton.charCodeAt(1))] = 1;

const SILENT = Uint8Array.from({ length: 128 }, (_, unit) => Number(VOWELS.has(String.fromCharCode(unit))));

/** Whether a word of a folded text begins as one of the skeletons does: by its first two letters that are heard. */
export function mayBeMisspelt(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  for (let at = from + 1; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (letterOf(unit) !== letterOf(first) && SILENT[unit] !== 1)
      return BEGINNINGS[letterOf(first) * 32 + letterOf(unit)] === 1;
  }
  return false;
}

/** Whether one letter more, one less or two in each other's place make one word of the other. */
function isNear(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false;
  const shorter = Math.min(written.length, meant.length);
  let same = 0;
  while (same < shorter && written.charCodeAt(same) === meant.charCodeAt(same)) same += 1;
  if (written.length < meant.length) return written.slice(same) === meant.slice(same + 1);
  if (written.length > meant.length) return written.slice(same + 1) === meant.slice(same);
  const swapped = meant.charAt(same + 1) + meant.charAt(same) + meant.slice(same + 2);
  return same < shorter && written.slice(same) === swapped;
}

/** The word of status that is meant by a word that is none itself, null where there is none. */
export function spellingOf(word: string): string | null {
  if (!mayBeMisspelt(word, 0, word.length) || RIGHT.has(word)) return null;
  return heardOf(word) ?? nearOf(word);
}

function byBeginning(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(list, (word) => word.slice(0, 2));
}
const NEAR = byBeginning(words.near);
const NEAR_COUNTRIES = byBeginning(COUNTRIES);

function nearOf(word: string): string | null {
  const begins = word.slice(0, 2);
  const isOther = (meant: string): boolean => !word.startsWith(meant) && !meant.startsWith(word);
  return (
    NEAR.get(begins)?.find((meant) => isOther(meant) && isNear(word, meant)) ??
    NEAR_COUNTRIES.get(begins)?.find(
      (meant) => isOther(meant) && (isNear(word, meant) || hasOtherVowel(word, meant)),
    ) ??
    null
  );
}

/** Whether one vowel stands in another's place: Guatamala. */
function hasOtherVowel(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false;
  let at = 0;
  while (written.charCodeAt(at) === meant.charCodeAt(at)) at += 1;
  return (
    VOWELS.has(written.charAt(at)) && VOWELS.has(meant.charAt(at)) && written.slice(at + 1) === meant.slice(at + 1)
  );
}

/** The word of status that begins and ends like a word with stars in it: ill*gal. */
export function maskedWord(before: string, after: string): string | null {
  if (before.length + after.length < LEAST_SHOWN) return null;
  return words.masked.find((word) => word.startsWith(before) && word.endsWith(after)) ?? null;
}

/** The word of status of these letters with others under the stars: p*ss*port; a star stands for a letter. */
export function starredWord(written: string): string | null {
  const shown = written.replace(/[*#]/g, '').length;
  if (shown < LEAST_SHOWN) return null;
  return (
    words.masked.find(
      (word) =>
        word.length === written.length &&
        Array.from(written).every((sign, at) => sign === '*' || sign === '#' || sign === word.charAt(at)),
    ) ?? null
  );
}
