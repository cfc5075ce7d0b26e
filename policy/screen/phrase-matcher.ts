import { contextOf, type Context } from './context.ts';
import { rangeOf, type Folded } from './fold.ts';
import { addPhrase, graphNode } from './phrase-graph.ts';
import type { PhraseRule } from './phrase-rules.ts';
import type { Finding, ScreenField } from './verdict.ts';
import { WordReader } from './word-reader.ts';
import { wordsOf } from './words.ts';

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

/** Builds the matcher of these rules; done once, at first use. */
export function phraseMatcher(rules: readonly PhraseRule[]): PhraseMatcher {
  const root = graphNode<Entry>();
  for (const rule of rules) {
    const entry = { rule, counts: whenFirstMet(rule) };
    for (const phrase of rule.phrases) addPhrase(root, phrase, entry);
  }
  return new WordReader(root);
}

/** A text as given, folded, and the kind of field it stands in. */
export interface Screened {
  readonly given: string;
  readonly folded: Folded;
  readonly field: ScreenField;
  /** Read in disguise, where capitals tell nothing. */
  readonly anyCase?: boolean;
}

function inCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

type Place = readonly [number, number];

/** The pronoun is told from the country by its capitals: came to us, came to US. */
function readWord(text: Screened, word: string, place: Place): string {
  if (word !== 'us') return word;
  const [from, to] = rangeOf(text.folded, ...place);
  return inCapitals(text.given.slice(from, to)) ? 'usa' : word;
}

function judge(entries: readonly Entry[], text: Screened, [from, to]: Place): Finding | null {
  const [start, end] = rangeOf(text.folded, from, to);
  const entry = entries.find(
    ({ rule, counts }) =>
      rule.fields.has(text.field) &&
      (!rule.caps || text.anyCase === true || inCapitals(text.given.slice(start, end))) &&
      counts()(text.folded.text, from, to),
  );
  if (entry === undefined) return null;
  return { category: entry.rule.category, clause: entry.rule.clause, start, end, action: entry.rule.action };
}

/** Findings of the matcher's rules in this text, in order: at each word the longest phrase that counts. */
export function findPhrases(matcher: PhraseMatcher, text: Screened): readonly Finding[] {
  const { texts, starts, ends, joined } = wordsOf(text.folded.text);
  const words = texts.map((word, at) => readWord(text, word, [starts[at] ?? 0, ends[at] ?? 0]));
  const symbols = words.map((word) => matcher.symbolOf(word));
  const findings: Finding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (symbols[at] === '') continue;
    for (const { count, ends: entries } of matcher.readAt({ words, symbols, joined }, at).reverse()) {
      const finding = judge(entries, text, [starts[at] ?? 0, ends[at + count - 1] ?? 0]);
      if (finding === null) continue;
      findings.push(finding);
      at += count - 1;
      break;
    }
  }
  return findings;
}
