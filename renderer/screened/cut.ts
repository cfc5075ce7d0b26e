import { back, readLeft, readRight, type Left, type Right } from './clause.ts';
import type { NextWords } from './next-words.ts';
import { AFTER, BEFORE, IS_HAVE, IS_NOT } from '../../policy/sentences/small-words.ts';

/** Of the text before a word how much stays, and of the text behind it how much goes. */
export interface Cut {
  readonly keep: number;
  readonly drop: number;
  /** What the two are put together with, where that is not a space. */
  readonly glue?: ':';
}

/** What joins the clause to the one before stays where that is a mark, and so does what would begin the text. */
function opens(left: Left, right: Right): boolean {
  return left.joint === 'start' || (left.joint === 'mark' && right.kind !== 'mark');
}

/** The clause goes, with the weaker of what joins it to both sides. */
function whole(left: Left, right: Right): Cut {
  if (left.joint === 'inside') return { keep: left.clause, drop: right.tail };
  if (right.kind === 'end') return { keep: left.joined, drop: right.tail };
  if (opens(left, right)) return { keep: left.clause, drop: right.joint };
  const both = left.joined === 0 || isRelativeBetweenCommas(left, right);
  return { keep: left.joined, drop: both ? right.joint : right.tail };
}

/** Victim, who is …, has | The suspect, …, ran */
function isRelativeBetweenCommas(left: Left, right: Right): boolean {
  if (left.joint !== 'comma' || right.kind !== 'comma') return false;
  if (BEFORE.relative.test(left.text.slice(0, left.verb))) return true;
  const before = `${left.text.slice(0, left.joined)} `;
  return left.clause === left.text.length && back(before, before.length, BEFORE.subject) === 0;
}

/** An armed and … male: of two words before a third one goes, and so does what joined them. */
const TWO_OF_A_KIND = /(?:^|\s)(?:an?|the|un|una|um|uma|o|a|el|la)\s+[\p{L}-]+(\s*,\s*|\s+(?:and|or|y|e|ou?)\s+)$/iu;

function inside(left: Left, right: Right): Cut {
  const isRelative = left.verb < left.text.length && BEFORE.relative.test(left.text.slice(0, left.verb));
  if (isRelative && right.next === 'verb') return { keep: left.subject, drop: 0 };
  if (AFTER.preposition.test(right.text)) return { keep: left.article, drop: 0 };
  const joint = TWO_OF_A_KIND.exec(left.text)?.[1]?.length ?? 0;
  return { keep: left.text.length - joint, drop: 0 };
}

const SHARED_BY_BE: readonly NextWords[] = ['thing', 'quality', 'letters'];
const SHARED_BY_HAVE: readonly NextWords[] = ['thing', 'letters', 'unknown'];

/** Whether what goes on behind is what the person is or has as well, by the same verb: is … and suicidal. */
function isShared(left: Left, right: Right): boolean {
  const verb = left.text.slice(left.verb, left.adverbs);
  if (verb === '' || IS_NOT.test(verb)) return false;
  const has = IS_HAVE.test(verb);
  if (right.kind === 'comma') return right.next === 'quality' && !has;
  return (has ? SHARED_BY_HAVE : SHARED_BY_BE).includes(right.next);
}

function share(left: Left, right: Right): Cut {
  const isNot = IS_NOT.test(left.text.slice(left.adverbs));
  const stays = AFTER.or.test(right.text.slice(right.tail));
  if (isNot && !stays) return { keep: left.adverbs, drop: right.joint };
  const noun = right.next === 'unknown' ? left.text.length : left.article;
  return { keep: right.next === 'quality' ? left.preposition : noun, drop: right.joint };
}

/** Somebody is named, and what he does goes on behind. */
function sameSubject(left: Left, right: Right): Cut {
  if (left.told < left.subject && right.kind === 'comma') return { keep: left.told, drop: right.joint };
  const isOpen = left.subject === left.verb;
  const mayGo = !isOpen || (right.kind === 'and' && left.verb < left.adverbs);
  return { keep: left.verb, drop: mayGo ? right.joint : right.tail };
}

function hasSubject(left: Left): boolean {
  return left.joint === 'inside' || left.clause < left.verb;
}

function newSubject(left: Left, right: Right): Cut {
  if (left.told < left.subject && right.kind === 'and') return { keep: left.subject, drop: right.joint };
  if (left.joint === 'inside') return { keep: left.clause, drop: right.tail };
  return isNamed(left) ? { keep: left.verb, drop: right.joint, glue: ':' } : whole(left, right);
}

/** By more than a pronoun. */
function isNamed({ text, verb, subject }: Left): boolean {
  const before = text.slice(0, verb);
  return subject < verb && !BEFORE.personal.test(before) && !BEFORE.relative.test(before);
}

function sameOrNone(left: Left, right: Right): Cut {
  if (right.next === 'verb') return sameSubject(left, right);
  if (left.joint !== 'inside' && !isNamed(left)) return whole(left, right);
  return { keep: left.verb, drop: right.kind === 'and' ? right.joint : right.tail };
}

function goOn(left: Left, right: Right): Cut {
  if (left.joint === 'because' || isRelativeBetweenCommas(left, right)) return whole(left, right);
  if (right.next === 'subject') return newSubject(left, right);
  return hasSubject(left) ? sameOrNone(left, right) : whole(left, right);
}

/** So much of the text on either side is looked at; small words and what joins clauses stand near. */
const NEAR = 240;

function cutNear(before: string, after: string): Cut {
  const left = readLeft(before);
  const right = readRight(after);
  if (right.kind === 'on') return inside(left, right);
  if (right.kind === 'end' || right.kind === 'mark') return whole(left, right);
  return isShared(left, right) ? share(left, right) : goOn(left, right);
}

/** What goes of the texts before and behind a word together with it; only small words and what joins them ever do. */
export function cutAround(before: string, after: string): Cut {
  const far = Math.max(0, before.length - NEAR);
  const cut = cutNear(before.slice(far), after.slice(0, NEAR));
  return { ...cut, keep: far + cut.keep };
}
