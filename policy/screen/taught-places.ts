// Where the phrases that a station was taught stand in a text, and what they let through there.
import { firstsOf } from './firsts.ts';
import { phraseLists } from './lists.ts';
import { findPhrases, type Found, type Screened } from './phrase-matcher.ts';
import { isWeighed } from './limits.ts';
import { sentencesOf } from './sentences.ts';
import { screenedText } from './never-taught.ts';
import { compile, textOf, type Compiled, type TaughtGrain, type TaughtList, type TaughtPhrase } from './taught.ts';
import type { Finding } from './verdict.ts';
import type { Words } from './words.ts';

/** Where a phrase stands in a text: words from the first to before the last, and the range as given. */
export interface TaughtPlace {
  readonly grain: TaughtGrain;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

function standsAt({ words, text }: Compiled, read: Screened, from: number): boolean {
  const { texts, joined } = read.words;
  const same = words.every((word, at) => texts[from + at] === word && (at === 0 || joined[from + at] === true));
  return same && textOf(read, from, from + words.length) === text;
}

function placeAt(grain: TaughtGrain, { folded, words }: Screened, [from, to]: readonly [number, number]): TaughtPlace {
  const [first, last] = [words.starts[from] ?? 0, words.ends[to - 1] ?? 0];
  const start = folded.starts?.[first] ?? first;
  const end = folded.ends?.[last - 1] ?? last;
  return { grain, from, to, start, end };
}

/** In a sentence of fewer words nothing but the phrase itself tells what it is about. */
const ENOUGH_WORDS = 7;

function placesOfWords(phrase: Compiled, read: Screened): readonly TaughtPlace[] {
  const { length } = phrase.words;
  return sentencesOf(read.folded.text, read.words)
    .filter(([first, last]) => last - first >= ENOUGH_WORDS)
    .flatMap(([first, last]) =>
      Array.from({ length: Math.max(0, last - first - length + 1) }, (_, at) => first + at)
        .filter((from) => standsAt(phrase, read, from))
        .map((from) => placeAt('words', read, [from, from + length])),
    );
}

function placesOfWhole(phrase: Compiled, read: Screened): readonly TaughtPlace[] {
  const all = [0, read.words.texts.length] as const;
  const wholes = isWeighed(read.field) ? sentencesOf(read.folded.text, read.words) : [all];
  return wholes
    .filter(([from, to]) => textOf(read, from, to) === phrase.text)
    .map((whole) => placeAt('whole', read, whole));
}

/** Every place of a text where a phrase of the list stands. */
export function taughtPlaces(list: TaughtList, read: Screened): readonly TaughtPlace[] {
  return list
    .of(read.field)
    .flatMap((phrase) => (phrase.grain === 'words' ? placesOfWords(phrase, read) : placesOfWhole(phrase, read)));
}

const inside = (place: TaughtPlace, finding: Finding): boolean =>
  finding.start >= place.start && finding.end <= place.end;

/** Whether a finding lies wholly within a phrase that was taught; what a sentence tells as a whole, within a whole one. */
export function isLetThrough(places: readonly TaughtPlace[], finding: Finding): boolean {
  return places.some((place) => (finding.category !== 'sentence' || place.grain === 'whole') && inside(place, finding));
}

/** Words that a phrase of the lists may run on beyond a taught one. */
const BEYOND = 16;

function wordsBetween({ texts, starts, ends, joined }: Words, from: number, to: number): Words {
  const some = texts.slice(from, to);
  return {
    texts: some,
    starts: starts.slice(from, to),
    ends: ends.slice(from, to),
    joined: joined.slice(from, to),
    firsts: firstsOf(some),
  };
}

/** Longer phrases that begin within a taught one and run on beyond it: it must not hide them. */
export function findBeyond(read: Screened, places: readonly TaughtPlace[]): readonly Found[] {
  return places.flatMap(({ from, to, end }) =>
    Array.from({ length: to - from - 1 }, (_, at) => from + at + 1)
      .flatMap((first) => findPhrases(phraseLists(), { ...read, words: wordsBetween(read.words, first, to + BEYOND) }))
      .filter((found) => found.action === 'block' && found.start < end && found.end > end),
  );
}

/** Whether the phrase stands in a text, also where it may no longer be taught. */
export function holdsPhrase({ field, grain, phrase }: TaughtPhrase, text: string): boolean {
  const compiled = compile({ field, grain, phrase });
  const read = screenedText(text, field);
  return (grain === 'words' ? placesOfWords(compiled, read) : placesOfWhole(compiled, read)).length > 0;
}
