import { describe, expect, test } from 'vitest';
import { dateProblems, endOf, inForceOn, type Dated } from '../../../policy/packs/calendar.ts';

function dated(version: string, effectiveFrom: string, effectiveUntil: string | null = null): Dated {
  return { id: 'town', version, effectiveFrom, effectiveUntil };
}

const OPEN = dated('1', '2015-01-01');
const WINTER = dated('2', '2026-12-01', '2027-03-01');
const SUMMER = dated('3', '2027-06-01');

describe('the version in force', () => {
  test.each([
    ['before the first one', '2014-12-31', undefined],
    ['from its first day', '2015-01-01', OPEN],
    ['until its successor', '2026-11-30', OPEN],
    ['from the successor on', '2026-12-01', WINTER],
    ['until its own end', '2027-02-28', WINTER],
    ['in a gap, where no earlier one comes back', '2027-03-01', undefined],
    ['until the end of the gap', '2027-05-31', undefined],
    ['after the gap', '2027-06-01', SUMMER],
  ])('%s', (_, day, expected) => {
    expect(inForceOn([OPEN, WINTER, SUMMER], day)).toBe(expected);
    expect(inForceOn([SUMMER, WINTER, OPEN], day)).toBe(expected);
  });

  test('is the later one of two with the same first day', () => {
    const again = dated('2b', '2026-12-01');
    expect(inForceOn([OPEN, WINTER, again], '2026-12-01')).toBe(again);
    expect([endOf(WINTER, [OPEN, WINTER, again]), endOf(again, [OPEN, WINTER, again])]).toEqual(['2026-12-01', null]);
  });

  test('ends by its own dates or with its successor, whichever comes first', () => {
    const all = [OPEN, WINTER, SUMMER];
    expect(all.map((one) => endOf(one, all))).toEqual(['2026-12-01', '2027-03-01', null]);
  });
});

describe('the days of a new version', () => {
  const today = '2026-11-25';

  test.each([
    ['today', dated('2', today), [OPEN]],
    ['a day to come', dated('2', '2027-01-01'), [OPEN]],
    ['the very day after one ends', dated('9', '2027-03-01', '2027-06-01'), [OPEN, WINTER, SUMMER]],
    ['the first day of one that it replaces', dated('9', '2027-06-01'), [OPEN, WINTER, SUMMER]],
    ['any day, where nothing was adopted', dated('1', '2015-01-01'), []],
  ])('may begin on %s', (_, next, adopted) => {
    expect(dateProblems(next, adopted, today)).toEqual([]);
  });

  test.each([
    ['the past', dated('2', '2026-11-24'), [OPEN], 'effectiveFrom: lies before 2026-11-25'],
    [
      'days of one that has an end',
      dated('9', '2027-02-28', '2027-03-01'),
      [OPEN, WINTER],
      'effectiveFrom: overlaps town version 2, in force from 2026-12-01 until 2027-03-01',
    ],
    [
      'days of one to come',
      dated('9', '2027-05-01'),
      [OPEN, SUMMER],
      'effectiveUntil: overlaps town version 3, in force from 2027-06-01; it must be 2027-06-01 or earlier',
    ],
    [
      'one day of one to come',
      dated('9', '2027-05-01', '2027-06-02'),
      [OPEN, SUMMER],
      'effectiveUntil: overlaps town version 3',
    ],
  ])('cannot take %s, and the place is named', (...[, next, adopted, expected]) => {
    expect(dateProblems(next, adopted, today).join('\n')).toContain(expected);
  });
});
