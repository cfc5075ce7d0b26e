import { describe, expect, test } from 'vitest';
import { readMoment, type MomentReading } from '../../../renderer/time/read-moment.ts';

// 8 March 2026, 01:41 at the station: the night on which 02:00 becomes 03:00.
const SPRING = new Date('2026-03-08T06:41:00Z');
// 1 November 2026, 03:10 at the station: the night on which 01:00 to 02:00 came twice.
const AUTUMN = new Date('2026-11-01T08:10:00Z');
const moment = (at: string): MomentReading => ({ kind: 'moment', at });

describe('reading a time behind us', () => {
  test.each([
    ['now', '2026-03-08T01:41:00-05:00'],
    ['-10m', '2026-03-08T01:31:00-05:00'],
    ['-10', '2026-03-08T01:31:00-05:00'],
    ['-1h30m', '2026-03-08T00:11:00-05:00'],
    ['-2h', '2026-03-07T23:41:00-05:00'],
    ['0055', '2026-03-08T00:55:00-05:00'],
    ['00:55', '2026-03-08T00:55:00-05:00'],
    ['2350', '2026-03-07T23:50:00-05:00'],
    ['3/8 0055', '2026-03-08T00:55:00-05:00'],
    ['3/8 0330', '2026-03-08T03:30:00-04:00'],
    ['12/31 2359', '2025-12-31T23:59:00-05:00'],
    ['3/8/26 00:55', '2026-03-08T00:55:00-05:00'],
    ['2026-03-08 00:55', '2026-03-08T00:55:00-05:00'],
    ['2026-03-08T00:55:00-05:00', '2026-03-08T00:55:00-05:00'],
    ['2026-07-04 12:00', '2026-07-04T12:00:00-04:00'],
  ])('reads %s', (text, at) => {
    expect(readMoment(text, SPRING)).toEqual(moment(at));
  });

  test.each(['7', '2475', '1260', 'noon', '2/30 0100', '2026-13-01 00:00', '0055x'])('does not read %s', (text) => {
    expect(readMoment(text, SPRING)).toEqual({ kind: 'unread' });
  });

  test('says that nothing was typed', () => {
    expect(readMoment('  ', SPRING)).toEqual({ kind: 'empty' });
  });
});

describe('reading a time ahead of us', () => {
  test.each([
    ['0215', '2026-03-08T02:15:00-05:00', new Date('2026-03-07T20:00:00Z')],
    ['0900', '2026-03-08T09:00:00-04:00', SPRING],
    ['0100', '2026-03-09T01:00:00-04:00', SPRING],
    ['1/5 0900', '2027-01-05T09:00:00-05:00', SPRING],
    ['+6h', '2026-03-08T08:41:00-04:00', SPRING],
  ])('reads %s', (text, at, now) => {
    const expected = text === '0215' ? { kind: 'skipped' } : moment(at);
    expect(readMoment(text, now, 'future')).toEqual(expected);
  });
});

describe('the nights on which clocks change', () => {
  test('the skipped hour is no time', () => {
    expect(readMoment('3/8 0230', SPRING)).toEqual({ kind: 'skipped' });
  });

  test('the repeated hour offers both moments, the earlier first', () => {
    expect(readMoment('0130', AUTUMN)).toEqual({
      kind: 'choose',
      choices: ['2026-11-01T01:30:00-04:00', '2026-11-01T01:30:00-05:00'],
    });
  });

  test.each([
    ['0130 EDT', '2026-11-01T01:30:00-04:00'],
    ['0130 est', '2026-11-01T01:30:00-05:00'],
    ['2026-11-01 01:30 -05:00', '2026-11-01T01:30:00-05:00'],
  ])('a typed offset decides: %s', (text, at) => {
    expect(readMoment(text, AUTUMN)).toEqual(moment(at));
  });
});
