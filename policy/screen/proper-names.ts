// Words of the topic that are a name where they stand: Deportes Plaza, Visto Example. Names of people and places are
// not weighed, so what stands beside the word has to tell.
import { rangeOf } from './fold.ts';
import type { Found, Screened } from './phrase-matcher.ts';
import { firstWhere } from './ranges.ts';
import spellings from './spellings.json' with { type: 'json' };
import type { ScreenCategory, ScreenField } from './verdict.ts';

const STREETS: ReadonlySet<string> = new Set(
  'st street ave avenue av rd road way ln lane ct court plaza pl place dr drive ter terr terrace blvd hwy sq square row ext park cir circle path pond bldg building tower hall calle rua avenida camino travessa alameda praca bairro colonia'.split(
    ' ',
  ),
);
/** A street stands at most so many words after the word that is its name. */
const REACH = 2;

/** Words that nobody is called. */
const NO_NAMES: ReadonlySet<string> = new Set([...spellings.parted, 'undoc', 'indoc', 'asylee', 'wetback']);
const SHORTEST = 5;
/** Words with nothing between them but what stands between the parts of a name. */
const PLAIN = /^[a-z]+(?:[ '.,]{1,3}[a-z]+){0,6}\.?$/;

function wordsOf({ words, folded }: Screened, { start, end }: Found): readonly [first: number, last: number] {
  const { starts, ends } = words;
  const startOf = (at: number): number => rangeOf(folded, starts[at] ?? 0, (starts[at] ?? 0) + 1)[0];
  const endOf = (at: number): number => rangeOf(folded, (ends[at] ?? 1) - 1, ends[at] ?? 1)[1];
  const behind = firstWhere(ends.length, (at) => endOf(at) > end);
  return [firstWhere(starts.length, (at) => startOf(at) >= start), behind - 1];
}

function isStreet({ words }: Screened, first: number, last: number): boolean {
  const beside = [words.texts[first - 1], ...words.texts.slice(last + 1, last + 1 + REACH)];
  return beside.some((word) => word !== undefined && STREETS.has(word));
}

const NAMES: ReadonlySet<ScreenField> = new Set(['name', 'address']);
const NUMBERED: ReadonlySet<ScreenCategory> = new Set(['identifier', 'form']);

/** One word that somebody or some place may be called. */
function mayBeCalled(text: Screened, found: Found): boolean {
  const [first, last] = wordsOf(text, found);
  const word = text.words.texts[first] ?? '';
  if (first !== last || NO_NAMES.has(word)) return false;
  if (text.field === 'address') return isStreet(text, first, last);
  return word.length >= SHORTEST && PLAIN.test(text.folded.text);
}

/** Words of status that are surnames as well: where more of a name stands beside them they are one. */
const SURNAMES: ReadonlySet<string> = new Set(['visto', 'daca', 'asilo', 'residente']);

function isSurname(text: Screened, found: Found): boolean {
  if (text.field !== 'name' || text.words.texts.length < 2) return false;
  const [first, last] = wordsOf(text, found);
  if (first !== last) return false;
  return SURNAMES.has(text.words.texts[first] ?? '') && PLAIN.test(text.folded.text);
}

/** Whether a finding in a name or an address is part of it. Numbers never are, nor words that mean one thing alone. */
export function isOfName(text: Screened, found: Found): boolean {
  if (isSurname(text, found)) return true;
  if (!NAMES.has(text.field) || found.borneOut === true || NUMBERED.has(found.category)) return false;
  return mayBeCalled(text, found);
}
