import { contextOf, type Context } from './context.ts';
import { rangeOf, type Folded } from './fold.ts';
import kept from './phrase-table.json' with { type: 'json' };
import { readRule, type PhraseRule, type WrittenRule } from './phrase-rules.ts';
import { readTable } from './phrase-table.ts';
import type { Finding, ScreenField } from './verdict.ts';
import { WordReader, type Read } from './word-reader.ts';
import type { Words } from './words.ts';

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

function inCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

type Place = readonly [number, number];

function applies({ rule, counts }: Entry, text: Screened, [from, to]: Place): boolean {
  if (!rule.fields.has(text.field)) return false;
  if (text.disguised !== true) {
    if (rule.disguised) return false;
    if (rule.caps && !inCapitals(text.given.slice(...rangeOf(text.folded, from, to)))) return false;
  }
  return counts()(text.folded.text, from, to);
}

/** The longest phrase of this action that begins at a word and counts, with the number of its words. */
function longest(
  reads: readonly Read<Entry>[],
  text: Screened,
  { at, action }: { readonly at: number; readonly action: Finding['action'] },
): readonly [Found, number] | null {
  const { starts, ends } = text.words;
  for (const { count, ends: entries } of reads.toReversed()) {
    const place = [starts[at] ?? 0, ends[at + count - 1] ?? 0] as const;
    const counting = (doubtful: boolean): Entry | undefined =>
      entries.find((one) => one.rule.action === action && one.rule.doubtful === doubtful && applies(one, text, place));
    const entry = counting(false) ?? counting(true);
    if (entry === undefined) continue;
    const { category, clause, doubtful } = entry.rule;
    const borneOut = needsWords(entry.rule) || meansOneThing(entry.rule);
    const [start, end] = rangeOf(text.folded, ...place);
    return [{ category, clause, start, end, action, doubtful, borneOut, disguised: text.disguised === true }, count];
  }
  return null;
}

/**
 * Findings of the rules in this text, in order: at each word the longest phrase that counts. A phrase that warns never
 * covers one that blocks.
 */
export function findPhrases(matcher: PhraseMatcher, text: Screened): readonly Found[] {
  const { texts: words, joined } = text.words;
  const symbols = words.map((word) => matcher.symbolOf(word));
  const findings: Found[] = [];
  const free = { block: 0, warn: 0 };
  for (let at = 0; at < words.length; at += 1) {
    if (symbols[at] === '') continue;
    const reads = matcher.readAt({ words, symbols, joined }, at);
    if (reads.length === 0) continue;
    for (const action of ['block', 'warn'] as const) {
      const found = at < free[action] ? null : longest(reads, text, { at, action });
      if (found === null) continue;
      findings.push(found[0]);
      free[action] = at + found[1];
    }
  }
  return findings;
}
