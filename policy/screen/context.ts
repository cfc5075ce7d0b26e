// The words around a find: they tell black ice from the agency and a Visa card from a visa.
import type { PhraseRule } from './phrase-rules.ts';
import { alternativesOf } from './slots.ts';
import { trieSource } from './trie.ts';

/** How far context reaches, in characters of the folded text. */
const REACH = 48;
/** And for words that may stand anywhere in the sentence. */
const SENTENCE_REACH = 90;
const SENTENCE_END = /[.!?](?=\s)|[;\n]/;
const LOOSE = '[\\s_/&=\\-:,."\'()#*]{0,6}';

/** Decides whether a find at this place counts. */
export type Context = (folded: string, start: number, end: number) => boolean;

function choices(written: readonly string[], start: string): string {
  const words = written.flatMap(alternativesOf);
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
  return words.length === 0 ? null : new RegExp(`^${LOOSE}${choices(words, '(?:$|[.,!?;:\\n"\'()])')}`);
}

function anywhere(words: readonly string[]): RegExp | null {
  return words.length === 0 ? null : new RegExp(choices(words, '^'));
}

/** The rest of the sentence on both sides, as far as the reach goes. */
function sentenceAround(folded: string, start: number, end: number): string {
  const left =
    folded
      .slice(Math.max(0, start - SENTENCE_REACH), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const [right = ''] = folded.slice(end, end + SENTENCE_REACH).split(SENTENCE_END, 1);
  return `${left}\u0001${right}`;
}

interface Sides {
  readonly left: string;
  readonly right: string;
  readonly around: string;
}

type Side = keyof Sides;
type Wanted = readonly (readonly [RegExp, Side])[];

function wanted(left: RegExp | null, right: RegExp | null, near: RegExp | null): Wanted {
  const all: readonly (readonly [RegExp | null, Side])[] = [
    [left, 'left'],
    [right, 'right'],
    [near, 'around'],
  ];
  return all.flatMap(([pattern, side]) => (pattern === null ? [] : [[pattern, side] as const]));
}

/** Builds the check of one rule's context; a rule without context always counts. */
export function contextOf(rule: PhraseRule): Context {
  const against = wanted(before(rule.unlessBefore), after(rule.unlessAfter), anywhere(rule.unlessNear));
  const needed = wanted(before(rule.needsBefore), after(rule.needsAfter), anywhere(rule.needsNear));
  if (against.length + needed.length === 0) return () => true;
  const looksAround = [...against, ...needed].some(([, side]) => side === 'around');
  return (folded, start, end) => {
    const sides: Sides = {
      left: folded.slice(Math.max(0, start - REACH), start),
      right: folded.slice(end, end + REACH),
      around: looksAround ? sentenceAround(folded, start, end) : '',
    };
    const meets = ([pattern, side]: Wanted[number]): boolean => pattern.test(sides[side]);
    // What is needed is seldom there: asked first, it spares the rest.
    const isNeeded = rule.needsAll ? needed.every(meets) : needed.length === 0 || needed.some(meets);
    return isNeeded && !against.some(meets);
  };
}
