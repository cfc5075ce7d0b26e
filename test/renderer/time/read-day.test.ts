import { describe, expect, test } from 'vitest';
import { readDay } from '../../../renderer/time/read-day.ts';

const BIRTH = { today: '2026-03-08', partial: true, birth: true };
const OFFENSE = { today: '2026-03-08', partial: false, birth: false };

describe('a date of birth', () => {
  test.each([
    ['7/19/94', '1994-07-19'],
    ['07/19/1994', '1994-07-19'],
    ['07191994', '1994-07-19'],
    ['1994-07-19', '1994-07-19'],
    ['1/2/05', '2005-01-02'],
    ['1/2/22', '1922-01-02'],
    ['1994', '1994-XX-XX'],
    ['7/1994', '1994-07-XX'],
    ['?/?/94', '1994-XX-XX'],
    ['1994-07-XX', '1994-07-XX'],
    ['2/29/96', '1996-02-29'],
  ])('reads %s', (text, day) => {
    expect(readDay(text, BIRTH)).toEqual({ kind: 'day', day });
  });

  test.each(['7/19', '2/29/95', '13/1/94', '1/1/1850', 'July', '94'])('does not read %s', (text) => {
    expect(readDay(text, BIRTH)).toEqual({ kind: 'unread' });
  });
});

describe('the day of an offense', () => {
  test.each([
    ['3/7', '2026-03-07'],
    ['12/31', '2025-12-31'],
    ['3/7/26', '2026-03-07'],
  ])('reads %s', (text, day) => {
    expect(readDay(text, OFFENSE)).toEqual({ kind: 'day', day });
  });

  test.each(['1994', '3/2026', '3/?/26'])('wants every part: %s', (text) => {
    expect(readDay(text, OFFENSE)).toEqual({ kind: 'unread' });
  });
});
