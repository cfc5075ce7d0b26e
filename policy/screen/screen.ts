import { CODE_WORDS, findCode } from './codes.ts';
import { fold, rangeOf, type Folded } from './fold.ts';
import { findIdentifiers } from './identifiers.ts';
import { phraseLists } from './lists.ts';
import { findMasked } from './masked.ts';
import { findPhrases, readPhrases, type Found, type Phrases, type Screened } from './phrase-matcher.ts';
import { isOfName } from './proper-names.ts';
import { meetingAny, type Range } from './ranges.ts';
import type { Reading } from './reading.ts';
import { readingInCapitals, readingsOf } from './readings.ts';
import { isWeighed } from './limits.ts';
import { weighSentences } from './scorer.ts';
import { findBeyond, isLetThrough, taughtPlaces, type TaughtPlace } from './taught-places.ts';
import { NOTHING_TAUGHT, type TaughtList } from './taught.ts';
import { Telltale } from './telltale.ts';
import { screenWords, wordsOf } from './words.ts';
import { NOTHING_FOUND, verdictFrom, type Finding, type ScreenField, type Verdict } from './verdict.ts';

/** A letter beside those of a time, or a sign that is read as one. */
const LETTER = /[a-su-y@]/;

let telltale: Telltale | undefined;

/** Whether somebody has to look at all; a text without a letter tells nothing, and neither does a name of no list. */
function mayTell({ text, starts }: Folded, field: ScreenField): boolean {
  if (!LETTER.test(text)) return starts !== null;
  if (isWeighed(field) || starts !== null) return true;
  if (telltale === undefined) {
    const { words, stems } = phraseLists().vocabulary();
    telltale = new Telltale([...words, ...CODE_WORDS], stems);
  }
  return telltale.mayTell(text);
}

/** A letter and a figure or two: a bed, a cell or a drawer as often as a class of visas. */
const BED = /^\s*[a-z][- ]?\d{1,2}\s*$/;

/** What such a code would be in a box of codes, but for a form: I-94 names nothing else. */
function isOfBed({ folded, field }: Screened, { category }: Found): boolean {
  return field === 'code' && category !== 'form' && category !== 'identifier' && BED.test(folded.text);
}

/** Where a reading is otherwise than it is typed, in the text as given. */
function changedIn({ changed, folded }: Reading): readonly Range[] {
  return changed.map(([from, to]) => {
    const [start, end] = rangeOf(folded, from, to);
    return { start, end };
  });
}

/** What is told in disguise: read as it is meant, and shown as it is typed. */
function findDisguised(text: Screened): readonly Found[] {
  const lists = phraseLists();
  const known = (word: string): boolean => lists.symbolOf(word) !== '';
  const findIn = (reading: Reading, disguised: boolean): readonly Found[] => {
    const { folded } = reading;
    const read = { ...text, folded, words: wordsOf(folded.text), disguised };
    const found = [...findPhrases(lists, read).filter(({ action }) => action === 'block'), ...findIdentifiers(read)];
    return found.length === 0 ? found : meetingAny(changedIn(reading), found);
  };
  const parted = readingInCapitals(text, known);
  return [
    ...readingsOf(text, known).flatMap((reading) => findIn(reading, true)),
    ...(parted === null ? [] : findIn(parted, false)),
  ];
}

/**
 * Reads a text for immigration status and its proxies. Status blocks, proxies warn; policy 1(b), 1(c), 2. Offsets
 * are UTF-16 units of the text as given. Pure, linear in the length of the text, never throws, keeps nothing. `taught`:
 * the phrases that this station lets through; without it none are.
 */
export function screen(text: string, field: ScreenField, taught: TaughtList = NOTHING_TAUGHT): Verdict {
  const folded = fold(text);
  if (!mayTell(folded, field)) return NOTHING_FOUND;
  const screened = read(text, folded, field);
  const { found: every, clean } = findByLists(screened);
  const listed = { found: every.filter((one) => !isOfBed(screened, one)), clean };
  const verdict = verdictFrom(weighSentences(screened, listed.found, listed));
  const places = verdict.blocked ? taughtPlaces(taught, screened) : [];
  return places.length === 0 ? verdict : verdictFrom(weighWithout(screened, listed, places));
}

/** A taught phrase is no finding; the sentence that it stands in is weighed all the same, without it. */
function weighWithout(text: Screened, { found, clean }: Phrases, places: readonly TaughtPlace[]): readonly Finding[] {
  const rest = found.filter((finding) => !isLetThrough(places, finding));
  const confirmed = places.map(({ from, to }) => [from, to] as const);
  const weighed = weighSentences(text, [...rest, ...findBeyond(text, places)], { clean, confirmed });
  return weighed.filter((finding) => !isLetThrough(places, finding));
}

function read(text: string, folded: Folded, field: ScreenField): Screened {
  return { given: text, folded, words: screenWords(text, folded), field };
}

/** What phrases, numbers and codes find, before the sentences are weighed. */
function findByLists(text: Screened): Phrases {
  const phrases = readPhrases(phraseLists(), text);
  const all: readonly Found[] = [
    ...phrases.found,
    ...findIdentifiers(text),
    ...findMasked(text),
    ...findDisguised(text),
  ];
  const found = all.filter((one) => !isOfName(text, one));
  const code = found.some(({ action }) => action === 'block') ? null : findCode(text);
  return { found: code === null ? found : [...found, code], clean: phrases.clean };
}

/** Builds all that the first text would have to wait for. */
export function warm(): void {
  screen('Nothing is told here.', 'narrative');
}

/** A text and what the lists find in it: what the weights are learned from. */
export function readByLists(text: string, field: ScreenField): Phrases & { readonly read: Screened } {
  const screened = read(text, fold(text), field);
  return { read: screened, ...findByLists(screened) };
}
