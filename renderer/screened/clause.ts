import { nextWords, type NextWords } from './next-words.ts';
import { AFTER, BEFORE } from '../../policy/sentences/small-words.ts';

type Joint = 'start' | 'mark' | 'comma' | 'and' | 'because' | 'inside';

/** Where the small words before a word begin, from the word to the left; each is the place of the next where there is none. */
export interface Left {
  readonly text: string;
  readonly article: number;
  readonly preposition: number;
  readonly adverbs: number;
  readonly verb: number;
  readonly subject: number;
  readonly told: number;
  /** Where the clause begins, as far as small words make it up. */
  readonly clause: number;
  readonly joint: Joint;
  /** Where what joins the clause to the one before begins. */
  readonly joined: number;
}

/** What stands between a word and what goes on behind it. */
export interface Right {
  readonly kind: 'on' | 'end' | 'mark' | 'comma' | 'and';
  /** Up to where a time or a place belongs to the word: in 2014. */
  readonly tail: number;
  /** Up to where the mark or the word that joins goes. */
  readonly joint: number;
  readonly next: NextWords;
  readonly text: string;
}

/** Where what a pattern finds at the end of a text begins; `from` where it finds nothing. */
export function back(text: string, from: number, pattern: RegExp): number {
  return pattern.exec(text.slice(0, from))?.index ?? from;
}

function jointBefore(text: string, at: number): readonly [Joint, number] {
  const before = text.slice(0, at);
  if (BEFORE.nothing.test(before)) return ['start', at];
  for (const kind of ['because', 'and', 'comma', 'mark'] as const) {
    const found = BEFORE[kind].exec(before);
    if (found !== null) return [kind, found.index];
  }
  return ['inside', at];
}

/** The clause begins with its subject, with who told it, or with the verb alone. */
function clauseOf(
  text: string,
  at: { readonly verb: number; readonly subject: number; readonly told: number },
): number {
  const outer = at.told < at.subject ? back(text, at.told, BEFORE.subject) : at.told;
  for (const place of [outer, at.told, at.subject]) if (jointBefore(text, place)[0] !== 'inside') return place;
  if (BEFORE.relative.test(text.slice(0, at.verb))) return at.subject;
  return at.told < at.subject ? at.told : at.verb;
}

/** Reads the text before a word. */
export function readLeft(text: string): Left {
  const article = back(text, text.length, BEFORE.article);
  const preposition = back(text, article, article < text.length ? BEFORE.prepositionOfArticle : BEFORE.preposition);
  const adverbs = back(text, preposition, BEFORE.adverbs);
  const verb = back(text, adverbs, BEFORE.verb);
  const subject = jointBefore(text, verb)[0] === 'because' ? verb : back(text, verb, BEFORE.subject);
  const told = back(text, subject, BEFORE.told);
  const clause = clauseOf(text, { verb, subject, told });
  const [joint, joined] = jointBefore(text, clause);
  return { text, article, preposition, adverbs, verb, subject, told, clause, joint, joined };
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

function jointAfter(text: string): readonly [Right['kind'], number] {
  if (AFTER.end.test(text)) return ['end', 0];
  const because = lengthOf(AFTER.because, text);
  if (because > 0) return ['and', because];
  for (const kind of ['and', 'comma', 'mark'] as const) {
    const length = lengthOf(AFTER[kind], text);
    if (length > 0) return [kind, length];
  }
  return ['on', 0];
}

/** Reads the text behind a word. */
export function readRight(text: string): Right {
  const tail = lengthOf(AFTER.tail, text);
  const [kind, joint] = jointAfter(text.slice(tail));
  if (kind === 'on') return { kind, tail: 0, joint: 0, next: nextWords(text), text };
  return { kind, tail, joint: tail + joint, next: nextWords(text.slice(tail + joint)), text };
}
