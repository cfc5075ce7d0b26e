import { contextOf, type Context } from './context.ts';
import { rangeOf, type Folded } from './fold.ts';
import kept from './phrase-table.json' with { type: 'json' };
import { readRule, type PhraseRule, type WrittenRule } from './phrase-rules.ts';
import { readTable } from './phrase-table.ts';
import type { Finding, ScreenField } from './verdict.ts';
import { WordReader, type Read } from './word-reader.ts';
import type { Words } from './words.ts';
import { isWritten } from './written.ts';

interface Entry {
  readonly rule: PhraseRule;
  readonly counts: () => Context;
}

/** Looks for phrases of many rules in one reading of the text. */
export type PhraseMatcher = WordReader<Entry>;

/** The check of a rule's context, built when the rule is first met: few rules of the lists are, in one sitting. */
function whenFirstMet(rule: PhraseRule): () => Context {
  let context: Context | undefined;
  return () => (context ??= contextOf(rule));
}

const RULES: readonly WrittenRule[] = kept.rules;

/** Reads the matcher of all lists; done once, at first use. */
export function phraseMatcher(): PhraseMatcher {
  const entries = RULES.map(readRule).map((rule) => ({ rule, counts: whenFirstMet(rule) }));
  return new WordReader(readTable(kept.table), entries);
}

/** A text as given, folded and cut into words, and the kind of field it stands in. */
export interface Screened {
  readonly given: string;
  readonly folded: Folded;
  readonly words: Words;
  readonly field: ScreenField;
  /** Read in disguise, where capitals tell nothing. */
  readonly disguised?: boolean;
}

/** A finding of the lists. */
export interface Found extends Finding {
  /** Its words have many other meanings. */
  readonly doubtful?: boolean;
  /** Its rule asked for words around it, and they stand there. */
  readonly borneOut?: boolean;
  /** Tells status whatever else its sentence says, or a part of it does. */
  readonly sure?: boolean;
  /** Written in disguise, which nobody does by chance. */
  readonly disguised?: boolean;
}

function needsWords({ needsBefore, needsAfter, needsNear }: PhraseRule): boolean {
  return needsBefore.length + needsAfter.length + needsNear.length > 0;
}

/** Words that no others around them give another meaning. */
function meansOneThing({ unlessBefore, unlessAfter, unlessNear }: PhraseRule): boolean {
  return unlessBefore.length + unlessAfter.length + unlessNear.length === 0;
}

/** Hardly ever doubted: of two rules with the same words this one is taken. */
function isBorneOut(rule: PhraseRule): boolean {
  return needsWords(rule) || meansOneThing(rule);
}

type Place = readonly [number, number];

function applies({ rule, counts }: Entry, text: Screened, [from, to]: Place): boolean {
  if (!rule.fields.has(text.field)) return false;
  if (text.disguised !== true) {
    if (rule.disguised) return false;
    if (!isWritten(rule, text, [from, to])) return false;
  }
  return counts()(text.folded.text, from, to);
}

/** Phrases of different lanes may cover each other: none of a lane is missed because of one of another. */
type Lane = 'block' | 'warn' | 'sure' | 'clean';

const LANES: readonly Lane[] = ['sure', 'clean', 'block', 'warn'];

function laneOf({ sure, action }: PhraseRule): Lane {
  return sure ? 'sure' : action;
}

/** The longest phrase of this lane that begins at a word and counts, with the number of its words. */
function longest(
  longestFirst: readonly Read<Entry>[],
  text: Screened,
  { at, lane }: { readonly at: number; readonly lane: Lane },
): readonly [Found, number] | null {
  const { starts, ends } = text.words;
  for (const { count, ends: entries } of longestFirst) {
    const place = [starts[at] ?? 0, ends[at + count - 1] ?? 0] as const;
    const counting = (wanted: (rule: PhraseRule) => boolean): Entry | undefined =>
      entries.find((one) => laneOf(one.rule) === lane && wanted(one.rule) && applies(one, text, place));
    const entry =
      counting((rule) => !rule.doubtful && isBorneOut(rule)) ??
      counting((rule) => !rule.doubtful) ??
      counting((rule) => rule.doubtful);
    if (entry === undefined) continue;
    const { category, clause, doubtful, sure, action } = entry.rule;
    const borneOut = isBorneOut(entry.rule);
    const [start, end] = rangeOf(text.folded, ...place);
    const disguised = text.disguised === true;
    const kept = action === 'warn' ? action : 'block';
    return [{ category, clause, start, end, action: kept, doubtful, borneOut, disguised, sure }, count];
  }
  return null;
}

/** A finding and its words, from the first to before the last. */
interface Run {
  readonly found: Found;
  readonly from: number;
  readonly to: number;
}

const meets = (one: Run, other: Run | undefined): boolean =>
  other !== undefined && one.from < other.to && other.from < one.to;

/** The first of these runs, side by side and in order, that ends after each word in turn. */
function firstAfter(runs: readonly Run[]): (word: number) => Run | undefined {
  let next = 0;
  return (word) => {
    while ((runs[next]?.to ?? Number.POSITIVE_INFINITY) <= word) next += 1;
    return runs[next];
  };
}

/** A phrase that a sure one meets is as sure, and says it in fewer words; a sure one that meets none stands for itself. */
function withSure(blocks: readonly Run[], sure: readonly Run[]): readonly Found[] {
  if (sure.length === 0) return blocks.map(({ found }) => found);
  const sureAfter = firstAfter(sure);
  return [
    ...blocks.map((one) => (meets(one, sureAfter(one.from)) ? { ...one.found, sure: true } : one.found)),
    ...apartFrom(blocks, sure).map(({ found }) => found),
  ];
}

type Runs = Readonly<Record<Lane, Run[]>>;

/** The longest phrase of each lane that begins at this word, where none of its lane covers it. */
function addLongest(text: Screened, at: number, { runs, reads }: { runs: Runs; reads: readonly Read<Entry>[] }): void {
  const longestFirst = reads.toReversed();
  for (const lane of LANES) {
    if (at < (runs[lane].at(-1)?.to ?? 0)) continue;
    const found = longest(longestFirst, text, { at, lane });
    if (found !== null) runs[lane].push({ found: found[0], from: at, to: at + found[1] });
  }
}

/** Runs that none of the others meets. */
function apartFrom(others: readonly Run[], runs: readonly Run[]): readonly Run[] {
  if (others.length === 0) return runs;
  const after = firstAfter(others);
  return runs.filter((one) => !meets(one, after(one.from)));
}

/** What the phrases of all rules find in a text. */
export interface Phrases {
  readonly found: readonly Found[];
  /** Words that mean something else than elsewhere, from the first to before the last. */
  readonly clean: readonly (readonly [from: number, to: number])[];
}

/** Reads a text by the rules: at each word the longest phrase of each lane that counts. */
export function readPhrases(matcher: PhraseMatcher, text: Screened): Phrases {
  const { texts: words, joined, firsts } = text.words;
  const symbols = matcher.symbolsOf(words, firsts);
  const runs: Runs = { sure: [], block: [], warn: [], clean: [] };
  matcher.readEach({ words, symbols, joined }, firsts, (at, reads) => {
    addLongest(text, at, { runs, reads });
  });
  return {
    found: [...withSure(apartFrom(runs.clean, runs.block), runs.sure), ...runs.warn.map(({ found }) => found)],
    clean: runs.clean.map(({ from, to }) => [from, to]),
  };
}

/** Findings of the rules in this text. */
export function findPhrases(matcher: PhraseMatcher, text: Screened): readonly Found[] {
  return readPhrases(matcher, text).found;
}
