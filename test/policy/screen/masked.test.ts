import { describe, expect, it } from 'vitest';
import { findMasked } from '../../../policy/screen/masked.ts';
import { readByLists } from '../../../policy/screen/screen.ts';
import type { ScreenField } from '../../../policy/screen/verdict.ts';

const masked = (text: string, field: ScreenField = 'remarks'): readonly string[] =>
  findMasked(readByLists(text, field).read).map(({ start, end }) => text.slice(start, end));

describe('numbers with digits masked', () => {
  it.each([
    ['Eddie, A# 076 *** 412 under Eduardo', 'A# 076 *** 412'],
    ['A087-443-***', 'A087-443-***'],
    ['Sample, Felix / A# 204 551 ---', 'A# 204 551 ---'],
    ['A#***-***-412', 'A#***-***-412'],
    ['A 076 XXX 412', 'A 076 XXX 412'],
    ['A# 2 1 3 . . . 664', 'A# 2 1 3 . . . 664'],
    ['IOE09•••••417', 'IOE09•••••417'],
    ['WAC 21 904 -----', 'WAC 21 904 -----'],
    ['SRC2190044***', 'SRC2190044***'],
  ])('are found: %s', (text, number) => {
    expect(masked(text)).toEqual([number]);
  });

  it.each([
    'a 076 *** row of stars',
    'SSN ***-**-0412',
    'card ****-****-****-0412',
    'Apt A --- no answer',
    'see A --- then B',
    'wac --- closed',
    'signed A*** (illegible)',
  ])('are not seen in: %s', (text) => {
    expect(masked(text)).toEqual([]);
  });
});
