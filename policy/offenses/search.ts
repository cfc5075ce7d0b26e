import { fold } from '../screen/fold.ts';
import { OFFENSES, type Offense } from './catalogue.ts';
import { readStatute, statutesOf, type Statute } from './statute.ts';
import street from './street-names.json' with { type: 'json' };

/** An offense with everything by which it can be found. */
interface Entry {
  readonly offense: Offense;
  readonly statutes: readonly Statute[];
  readonly code: string;
  readonly title: readonly string[];
  readonly street: readonly string[];
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .text.replace(/a ?& ?b/g, 'a&b')
    .split(/[^a-z0-9&]+/)
    .filter((word) => word !== '');
}

function federalWords(citation: string): string {
  return citation.includes('U.S.C.') ? `usc ${citation}` : '';
}

const STREET: ReadonlyMap<string, string> = new Map(Object.entries(street.names));

const ENTRIES: readonly Entry[] = OFFENSES.map((offense) => ({
  offense,
  statutes: statutesOf(offense.citation),
  code: (offense.courtCode ?? '').toLowerCase(),
  title: wordsOf(`${offense.title} ${offense.id} ${federalWords(offense.citation)}`),
  street: wordsOf(STREET.get(offense.id) ?? ''),
}));

/** How well a statute fits: the exact court code best, then the section, then a section that begins so. */
function statuteScore(entry: Entry, wanted: Statute): number {
  const { chapter, section, rest } = wanted;
  if (rest !== null && entry.code === `${chapter}/${section ?? ''}/${rest}`.toLowerCase()) return 100;
  const here = entry.statutes.filter((statute) => statute.chapter === chapter);
  if (here.length === 0) return 0;
  if (section === null) return 10;
  if (here.some((statute) => statute.section === section)) return 60;
  return here.some((statute) => statute.section?.startsWith(section) === true) ? 30 : 0;
}

function wordScore(entry: Entry, word: string): number {
  if (entry.street.includes(word)) return 12;
  if (entry.title.includes(word)) return 10;
  if (word.length < 2) return 0;
  if (entry.street.some((known) => known.startsWith(word))) return 6;
  return entry.title.some((known) => known.startsWith(word)) ? 5 : 0;
}

function leadScore(entry: Entry, first: string): number {
  const leads = [entry.street[0] ?? '', entry.title[0] ?? ''];
  if (leads.includes(first)) return 8;
  return leads.some((lead) => lead.startsWith(first)) ? 4 : 0;
}

/** Every word must fit somewhere. An offense whose own street name begins with the first word comes first. */
function wordsScore(entry: Entry, words: readonly string[]): number {
  const scores = words.map((word) => wordScore(entry, word));
  if (scores.length === 0 || scores.includes(0)) return 0;
  const first = words[0] ?? '';
  return scores.reduce((sum, score) => sum + score, leadScore(entry, first));
}

function best(score: (entry: Entry) => number, limit: number): readonly Offense[] {
  return ENTRIES.map((entry, at) => ({ offense: entry.offense, at, score: score(entry) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map((found) => found.offense);
}

function byCode(query: string): readonly Offense[] {
  const code = query.trim().toLowerCase();
  return code === '' ? [] : ENTRIES.filter((entry) => entry.code === code).map((entry) => entry.offense);
}

/**
 * Offenses that fit what was typed, best first: a statute in any writing (`265/15A`, `265 15a`, `c.265 s.15A`), a
 * court code, words of the title, or a street name (`abdw`, `knife`, `dui`). An empty query finds nothing.
 */
export function searchOffenses(query: string, limit = 12): readonly Offense[] {
  const statute = readStatute(query);
  const words = wordsOf(query.slice(0, 120));
  const found = [
    ...byCode(query),
    ...(statute === null ? [] : best((entry) => statuteScore(entry, statute), limit)),
    ...best((entry) => wordsScore(entry, words), limit),
  ];
  return [...new Set(found)].slice(0, limit);
}
