// Words of status, misspelt: found by their consonants. Vowels are what a hurried hand leaves out or mistakes, doubled
// letters and swapped neighbours of a vowel likewise; undcmntd, undocummented and undocumeneted have one skeleton.
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

const MEANT: ReadonlyMap<string, string> = new Map([
  ...words.words.map((word) => [skeletonOf(word), word] as const),
  ...Object.entries(words.skeletons).map(([skeleton, word]) => [skeletonOf(skeleton), word] as const),
]);
const RIGHT: ReadonlySet<string> = new Set([...words.words, ...words.near, ...words.others]);
/** How the skeletons begin, as pairs of letters: few words of a text go on to be compared. */
const BEGINNINGS = new Uint8Array(1_024);
const LETTER_OF = Uint8Array.from({ length: 128 }, (_, unit) =>
  unit >= 97 && unit <= 122 ? heardAs(String.fromCharCode(unit)).charCodeAt(0) - 96 : 0,
);
const letterOf = (unit: number): number => LETTER_OF[unit] ?? 0;
for (const skeleton of [...MEANT.keys(), ...words.near.map(skeletonOf)])
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
  const skeleton = skeletonOf(word);
  const heard = skeleton.length < SHORTEST ? undefined : MEANT.get(skeleton);
  return heard ?? nearOf(word);
}

function nearOf(word: string): string | null {
  const begins = word.slice(0, 2);
  return (
    words.near.find(
      (meant) =>
        Math.abs(meant.length - word.length) < 2 &&
        meant.startsWith(begins) &&
        !word.startsWith(meant) &&
        !meant.startsWith(word) &&
        isNear(word, meant),
    ) ?? null
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
