import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { isDay, parseMoment, printMoment, type Moment } from '../../../policy/decide/moment.ts';
import { nextWeekdayAt, stationDay } from '../../../policy/decide/station-clock.ts';

function moment(text: string): Moment {
  const found = parseMoment(text);
  if (found === undefined) throw new Error(`${text} cannot be read`);
  return found;
}

describe('times', () => {
  test.each([
    '2026-03-08T01:40Z',
    '2026-03-08T01:40:07-05:00',
    '2026-03-08T01:40:07.25+05:45',
    '2024-02-29T23:59:59Z',
    '0099-12-31T00:00+00:00',
  ])('reads %s as the clock does', (text) => expect(parseMoment(text)?.ms).toBe(Date.parse(text)));

  test.each([
    '2026-03-08T01:40:00',
    '2026-03-08 01:40:00Z',
    '2026-3-8T01:40Z',
    '2026-02-29T00:00Z',
    '2026-13-01T00:00Z',
    '2026-00-01T00:00Z',
    '2026-04-31T00:00Z',
    '2026-03-08T24:00Z',
    '2026-03-08T01:60Z',
    '2026-03-08T01:40:60Z',
    '2026-03-08T01:40+25:00',
    '2026-03-08T01:40-0500',
    '2026-03-08T01:40z',
    '2026-03-08T01:40:00,5Z',
    '2026-03-08T01:40Z ',
    '20260308T0140Z',
    'now',
    '',
  ])('does not read %s', (text) => expect(parseMoment(text)).toBeUndefined());

  test('agrees with the clock on any time of three centuries', () => {
    const dates = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(dates, (date) => parseMoment(date.toISOString())?.ms === date.getTime()));
    fc.assert(
      fc.property(dates, (date) => printMoment(moment(date.toISOString())) === date.toISOString().replace('.000', '')),
    );
  });

  test('tells later times in the offset that was used', () => {
    expect(printMoment(moment('2026-03-08T01:40-05:00'), 30)).toBe('2026-03-08T02:10:00-05:00');
    expect(printMoment(moment('2026-03-08T23:50:00.5+05:45'), 15)).toBe('2026-03-09T00:05:00.500+05:45');
    expect(printMoment(moment('2026-03-08T01:40:00Z'), 1440)).toBe('2026-03-09T01:40:00Z');
    expect(printMoment(moment('9999-12-31T23:50:00Z'), 15)).toBe('+010000-01-01T00:05:00Z');
  });

  test('knows which days exist', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '1900-02-29', '2026-11-31', '2026-1-1', '2026-01-01T', ''].some(isDay)).toBe(false);
  });
});

describe("the station's clock", () => {
  test.each([
    ['2026-03-08T04:59:59Z', '2026-03-07'],
    ['2026-03-08T05:00:00Z', '2026-03-08'],
    ['2026-07-04T03:59:59Z', '2026-07-03'],
    ['2026-07-04T04:00:00Z', '2026-07-04'],
  ])('at %s has the day %s', (text, day) => expect(stationDay(moment(text))).toBe(day));

  test.each([
    ['a Thursday', '2026-03-05T23:00:00-05:00', '2026-03-06T17:00:00-05:00'],
    ['a Friday before the clocks change', '2026-03-06T01:00:00-05:00', '2026-03-09T17:00:00-04:00'],
    ['a Saturday', '2026-03-07T12:00:00-05:00', '2026-03-09T17:00:00-04:00'],
    ['a Sunday in November', '2026-11-01T01:30:00-04:00', '2026-11-02T17:00:00-05:00'],
    ['a Monday morning', '2026-11-02T08:00:00-05:00', '2026-11-03T17:00:00-05:00'],
    ['a Friday here that is Saturday in UTC', '2026-03-14T02:00:00Z', '2026-03-16T17:00:00-04:00'],
  ])('finds the next weekday after %s', (_, text, due) => {
    expect(printMoment(nextWeekdayAt(moment(text), '17:00'))).toBe(due);
  });
});
