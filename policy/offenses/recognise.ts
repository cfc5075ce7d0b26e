// Finds the catalogue's offense for a charge as a records system wrote it.
import { fold } from '../screen/fold.ts';
import { OFFENSES, type Offense } from './catalogue.ts';
import { readStatute, statutesOf, type Statute } from './statute.ts';

/** Short forms of complaint language, as courts and records systems print them. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/(\d),(?=\d)/g, '$1'],
  [/\ba ?& ?b\b/g, 'assault and battery'],
  [/\bb ?& ?e\b/g, 'breaking and entering building'],
  [/\bw\//g, 'with '],
  [/\bmv\b/g, 'motor vehicle'],
  [/\bop\b/g, 'operating'],
  [/\boui\b/g, 'operating under the influence'],
  [/\bunder (?=\$?\d)/g, 'less '],
  [/\bclass ([a-e])\b/g, 'class$1'],
  [/\bnighttime\b/g, 'night'],
  [/\bdaytime\b/g, 'day'],
  [/\bposs(?:ess)?\b/g, 'possession'],
  [/\bdistribut\w*\b/g, 'distribution'],
];

const EMPTY = new Set('a an and by for in into of on or the to with without'.split(' '));

function stem(word: string): string {
  return word.replace(/(?:ing|ed|es|s|ion)$/, '');
}

function wordsOf(text: string): ReadonlySet<string> {
  const long = SHORT.reduce((at, [short, whole]) => at.replace(short, whole), fold(text.slice(0, 200)).text);
  return new Set(
    long
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !EMPTY.has(word))
      .map(stem),
  );
}

const TITLES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  OFFENSES.map((offense) => [offense.id, wordsOf(offense.title)]),
);

/** Share of words that both texts have: 1 where they are the same words. */
function likeness(words: ReadonlySet<string>, offense: Offense): number {
  const title = TITLES.get(offense.id) ?? new Set();
  const both = [...words].filter((word) => title.has(word)).length;
  const all = new Set([...words, ...title]).size;
  return all === 0 ? 0 : both / all;
}

function sharesSection(offense: Offense, statute: Statute): boolean {
  return statutesOf(offense.citation).some(
    (known) => known.chapter === statute.chapter && known.section === statute.section,
  );
}

/** Words that make it another offense: both sides must have them or neither. Written as `stem` leaves them. */
const DECISIVE: ReadonlySet<string> = new Set(
  (
    'distribut traffick traffic arm unarm aggravat attempt subsequent second third fourth fifth child elder polic ' +
    'officer famil firearm ammunition classa classb classc classd classe serious death injury civil suspens'
  ).split(' '),
);

function decided(words: ReadonlySet<string>): readonly string[] {
  return [...words].filter((word) => DECISIVE.has(word));
}

function agrees(words: ReadonlySet<string>, offense: Offense): boolean {
  const title = TITLES.get(offense.id) ?? new Set();
  return decided(words).every((word) => title.has(word)) && decided(title).every((word) => words.has(word));
}

/** How alike a title must be, and by how much more than the next one. */
interface Bar {
  readonly like: number;
  readonly lead: number;
}

/** A code or section narrows the choice; a description alone must be nearly the title. */
const BARS = { section: { like: 0.3, lead: 0.1 }, alone: { like: 0.75, lead: 0.2 } } satisfies Record<string, Bar>;

function clearest(candidates: readonly Offense[], words: ReadonlySet<string>, bar: Bar): Offense | undefined {
  const ranked = candidates
    .filter((offense) => agrees(words, offense))
    .map((offense) => ({ offense, like: likeness(words, offense) }))
    .sort((a, b) => b.like - a.like);
  const [first, second] = ranked;
  if (first === undefined || first.like < bar.like) return undefined;
  return first.like - (second?.like ?? 0) >= bar.lead ? first.offense : undefined;
}

function among(candidates: readonly Offense[], words: ReadonlySet<string>): Offense | undefined {
  return candidates.length === 1 ? candidates[0] : clearest(candidates, words, BARS.section);
}

/**
 * The offense that a charge from elsewhere means, undefined where that is not clear: the court code as it stands,
 * else the section, each with the description where several offenses share it, else the description alone. A guess
 * is worse than none: grounds of section 2 follow from the offense.
 */
export function recogniseOffense(charge: {
  readonly statute?: string;
  readonly description?: string;
}): Offense | undefined {
  const words = wordsOf(charge.description ?? '');
  const written = (charge.statute ?? '').trim().toUpperCase();
  const coded = OFFENSES.filter((offense) => offense.courtCode === written);
  if (coded.length > 0) return among(coded, words);
  const statute = readStatute(written);
  if (statute === null || statute.section === null) return clearest(OFFENSES, words, BARS.alone);
  return among(
    OFFENSES.filter((offense) => sharesSection(offense, statute)),
    words,
  );
}
