import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeOut } from '../../../renderer/screened/take-out.ts';

function without(before: string, after: string): ReturnType<typeof takeOut> {
  return takeOut(`${before}undocumented${after}`, [before.length, before.length + 'undocumented'.length]);
}

/** Pieces of which none may go, and some that may. */
const FACTS = [
  'takes 3.5 mg warfarin',
  'allergic to penicillin',
  'knife in left boot',
  'suicidal',
  'Dr. Sample',
  '0115 hrs.',
];
const SMALL = [
  'he',
  'is',
  'and',
  'after',
  'but',
  ',',
  ';',
  '.',
  'has',
  'who',
  'not',
  'a',
  'the suspect',
  'because',
  'y',
  'é',
  'que',
  '(',
  ')',
];
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is missing of a list in another, in order; an article is itself in either of its forms. */
function missing(all: readonly string[], left: readonly string[]): readonly string[] {
  const plain = (word: string | undefined): string | undefined => word?.toLowerCase().replace(/^an$/, 'a');
  let at = 0;
  const gone = all.filter((word) => {
    const stays = plain(word) === plain(left[at]);
    at += Number(stays);
    return !stays;
  });
  return at === left.length ? gone : ['(a word that was not there, or another order)'];
}

describe('whatever stands around a word', () => {
  const piece = fc.oneof(fc.constantFrom(...FACTS), fc.constantFrom(...SMALL));
  const side = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(' '));

  test('all other words stay, in order, but for small ones that are told', () => {
    const small = new Set(wordsOf(SMALL.join(' ')).map((word) => word.toLowerCase()));
    const check = fc.property(side, side, (before, after) => {
      const { text, gone } = without(`${before} `, ` ${after}`);
      const lost = missing(wordsOf(`${before} ${after}`), wordsOf(text));
      expect(lost.filter((word) => !small.has(word.toLowerCase()))).toEqual([]);
      expect(lost).toHaveLength(wordsOf(gone.join(' ')).length);
    });
    fc.assert(check, { numRuns: 300 });
  });

  test('a sentence without an end, or nothing but spaces, does not hold up who types', () => {
    const far = `Needs insulin ${' '.repeat(5_000)}`.repeat(4);
    expect(wordsOf(without(far, far).text)).toHaveLength(16);
  });
});
