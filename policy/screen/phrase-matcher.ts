import { contextOf, type Context } from './context.ts';
import { rangeOf, type Folded } from './fold.ts';
import kept from './phrase-table.json' with { type: 'json' };
import { readRule, type PhraseRule, type WrittenRule } from './phrase-rules.ts';
import { apartFrom, holdsLast, holdsWhole, unexplained, withSure, type PhraseRun } from './phrase-runs.ts';
import { readTable } from './phrase-table.ts';
import type { Finding, ScreenField } from './verdict.ts';
import { WordReader, type Read } from './word-reader.ts';
import type { Words } from './words.ts';
import { isWritten } from './written.ts';

/** A rule and the check of its context, each read when it is first met: few rules of the lists are, in one sitting. */
class Entry {
  readonly #written: WrittenRule;
  #rule: PhraseRule | undefined;
  #context: Context | undefined;

  constructor(written: WrittenRule) {
    this.#written = written;
  }

  get rule(): PhraseRule {
    return (this.#rule ??= readRule(this.#written));
  }

  get context(): Context {
    return (this.#context ??= contextOf(this.rule));
  }
}

/** Looks for phrases of many rules in one reading of the text. */
export type PhraseMatcher = WordReader<Entry>;

const RULES: readonly WrittenRule[] = kept.rules;

/** Reads the matcher of all lists; done once, at first use. */
export function phraseMatcher(): PhraseMatcher {
  return new WordReader(
    readTable(kept.table),
    RULES.map((written) => new Entry(written)),
  );
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
  /** The scorer decides also where it is all that is said. */
  readonly weighed?: boolean;
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

function applies(entry: Entry, text: Screened, [from, to]: Place): boolean {
  const { rule } = entry;
  if (!rule.fields.has(text.field)) return false;
  if (text.disguised !== true) {
    if (rule.disguised) return false;
    if (!isWritten(rule, text, [from, to])) return false;
  }
  return entry.context(text.folded.text, from, to);
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
    const { category, clause, doubtful, sure, weighed, action } = entry.rule;
    const borneOut = isBorneOut(entry.rule);
    const [start, end] = rangeOf(text.folded, ...place);
    const disguised = text.disguised === true;
    const kept = action === 'warn' ? action : 'block';
    return [{ category, clause, start, end, action: kept, doubtful, borneOut, disguised, sure, weighed }, count];
  }
  return null;
}

type Run = PhraseRun<Found>;
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
  const blocks = withSure(apartFrom(runs.clean, runs.block), unexplained(runs.clean, runs.sure, holdsLast));
  const warnings = unexplained(runs.clean, runs.warn, holdsWhole);
  return {
    found: [...blocks, ...warnings.map(({ found }) => found)],
    clean: runs.clean.map(({ from, to }) => [from, to]),
  };
}

/** Findings of the rules in this text. */
export function findPhrases(matcher: PhraseMatcher, text: Screened): readonly Found[] {
  return readPhrases(matcher, text).found;
}
