// The words around a find: they tell black ice from the agency and a Visa card from a visa.
import type { PhraseRule } from './phrase-rules.ts';
import { trieSource } from './trie.ts';

/** How far context reaches, in characters of the folded text. */
const REACH = 48;
const LOOSE = '[\\s_/&\\-:,."\'()#*]{0,6}';

/** Decides whether a find at this place counts. */
export type Context = (folded: string, start: number, end: number) => boolean;

function choices(words: readonly string[], start: string): string {
  const plain = words.filter((word) => word !== '^' && word !== '#');
  const parts = plain.length > 0 ? [`(?<![a-z0-9])(?:${trieSource(plain)})(?![a-z0-9])`] : [];
  if (words.includes('#')) parts.push('[0-9x]{2,}');
  if (words.includes('^')) parts.push(start);
  return `(?:${parts.join('|')})`;
}

function before(words: readonly string[]): RegExp | null {
  return words.length === 0 ? null : new RegExp(`${choices(words, '(?:^|[.!?;:\\n])')}${LOOSE}$`);
}

function after(words: readonly string[]): RegExp | null {
  return words.length === 0 ? null : new RegExp(`^${LOOSE}${choices(words, '$')}`);
}

function hits(pattern: RegExp | null, text: string): boolean {
  return pattern?.test(text) ?? false;
}

/** Builds the check of one rule's context; a rule without context always counts. */
export function contextOf(rule: PhraseRule): Context {
  const [notBefore, notAfter] = [before(rule.unlessBefore), after(rule.unlessAfter)];
  const [wantBefore, wantAfter] = [before(rule.needsBefore), after(rule.needsAfter)];
  const needs = wantBefore !== null || wantAfter !== null;
  return (folded, start, end) => {
    const left = folded.slice(Math.max(0, start - REACH), start);
    const right = folded.slice(end, end + REACH);
    if (hits(notBefore, left) || hits(notAfter, right)) return false;
    return !needs || hits(wantBefore, left) || hits(wantAfter, right);
  };
}
