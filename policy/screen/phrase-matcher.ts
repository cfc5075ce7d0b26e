import { placesOf, type NextPlace } from './beginnings.ts';
import { contextOf, type Context } from './context.ts';
import { rangeOf, type Folded } from './fold.ts';
import type { PhraseRule } from './phrase-rules.ts';
import { trieSource } from './trie.ts';
import type { Finding, ScreenField } from './verdict.ts';

interface Entry {
  readonly rule: PhraseRule;
  readonly counts: Context;
}

/** Looks for phrases of many rules in one reading of the text. */
export interface PhraseMatcher {
  /** Sticky: asked only where a phrase could begin. */
  readonly pattern: RegExp;
  readonly nextPlace: NextPlace;
  readonly whole: ReadonlyMap<string, readonly Entry[]>;
  readonly stems: readonly (readonly [string, readonly Entry[]])[];
}

function keyOf(text: string): string {
  return text.replace(/[\s_/&-]+/g, ' ');
}

function add(table: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = table.get(key);
  if (entries === undefined) table.set(key, [entry]);
  else entries.push(entry);
}

/** Builds the matcher of these rules; done once, when the program starts. */
export function phraseMatcher(rules: readonly PhraseRule[]): PhraseMatcher {
  const whole = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  for (const rule of rules) {
    const entry = { rule, counts: contextOf(rule) };
    for (const phrase of rule.phrases) {
      if (phrase.endsWith('*')) add(stems, keyOf(phrase.slice(0, -1)), entry);
      else add(whole, keyOf(phrase), entry);
    }
  }
  const phrases = [...new Set(rules.flatMap((rule) => rule.phrases))];
  const pattern = new RegExp(`(?<![a-z0-9])(?:${trieSource(phrases)})(?![a-z0-9])`, 'y');
  return { pattern, nextPlace: placesOf(phrases), whole, stems: [...stems].sort(([a], [b]) => b.length - a.length) };
}

/** Entries of the phrase itself, and only where none of them counts, of the stems that it begins with. */
function firstThat(matcher: PhraseMatcher, key: string, holds: (entry: Entry) => boolean): Entry | undefined {
  const exact = matcher.whole.get(key)?.find(holds);
  if (exact !== undefined) return exact;
  for (const [stem, entries] of matcher.stems) {
    const entry = key.startsWith(stem) ? entries.find(holds) : undefined;
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function inCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

/** A text as given, folded, and the kind of field it stands in. */
export interface Screened {
  readonly given: string;
  readonly folded: Folded;
  readonly field: ScreenField;
}

function judge(
  matcher: PhraseMatcher,
  text: Screened,
  match: { readonly start: number; readonly end: number },
): Finding | null {
  const [start, end] = rangeOf(text.folded, match.start, match.end);
  const key = keyOf(text.folded.text.slice(match.start, match.end));
  const entry = firstThat(
    matcher,
    key,
    ({ rule, counts }) =>
      rule.fields.has(text.field) &&
      (!rule.caps || inCapitals(text.given.slice(start, end))) &&
      counts(text.folded.text, match.start, match.end),
  );
  if (entry === undefined) return null;
  return { category: entry.rule.category, clause: entry.rule.clause, start, end, action: entry.rule.action };
}

/** Findings of the matcher's rules in this text, in order. */
export function findPhrases(matcher: PhraseMatcher, text: Screened): readonly Finding[] {
  const findings: Finding[] = [];
  const { pattern, nextPlace } = matcher;
  const within = text.folded.text;
  for (let at = nextPlace(within, 0); at >= 0; at = nextPlace(within, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(within);
    if (match === null) {
      at += 1;
      continue;
    }
    const end = at + match[0].length;
    const finding = judge(matcher, text, { start: at, end });
    if (finding !== null) findings.push(finding);
    at = end;
  }
  return findings;
}
