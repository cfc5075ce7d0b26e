import { describe, expect, it } from 'vitest';
import { dateReader } from '../../../services/exchange/dates.ts';
import { stationTime } from '../../../services/exchange/station-time.ts';

const dates = dateReader('auto', stationTime('America/New_York'));

describe('dates and times', () => {
  it.each([
    ['2026-04-19T12:46:32.000', '2026-04-19T12:46:32-04:00'],
    ['2017-05-18 08:26:00', '2017-05-18T08:26:00-04:00'],
    ['2016-10-01 00:03:00.0', '2016-10-01T00:03:00-04:00'],
    ['11/01/2026 10:40 PM', '2026-11-01T22:40:00-05:00'],
    ['1/2/2026 12:05 am', '2026-01-02T00:05:00-05:00'],
    ['09/25/2021 00:16', '2021-09-25T00:16:00-04:00'],
    ['2026-01-02T03:04:05.250Z', '2026-01-02T03:04:05.25Z'],
    ['2026-01-02 03:04:05-0700', '2026-01-02T03:04:05-07:00'],
    ['20260102 0304', '2026-01-02T03:04:00-05:00'],
    ['1991-01-23 13:38:30', '1991-01-23T13:38:30-05:00'],
  ])('%s is %s', (text, value) => expect(dates.dateTime(text)).toEqual({ ok: true, value, note: null }));

  it.each([
    ['the hour that stands twice', '2026-11-01T01:30:00', '2026-11-01T01:30:00-04:00'],
    ['the hour that does not exist', '2026-03-08T02:30:00', '2026-03-08T02:30:00-05:00'],
  ])('say so of %s', (_, text, value) => {
    expect(dates.dateTime(text)).toEqual({ ok: true, value, note: 'clock-change-hour' });
  });

  it.each([
    ['2026-03-08T01:59:59', '-05:00'],
    ['2026-03-08T03:00:00', '-04:00'],
    ['2026-11-01T00:59:59', '-04:00'],
    ['2026-11-01T02:00:00', '-05:00'],
  ])('know the offset beside a change of the clock: %s%s', (text, offset) => {
    expect(dates.dateTime(text)).toEqual({ ok: true, value: `${text}${offset}`, note: null });
  });

  it('take the start of the day where no time is given, and say so', () => {
    expect(dates.dateTime('2016-06-02')).toEqual({
      ok: true,
      value: '2016-06-02T00:00:00-04:00',
      note: 'time-assumed',
    });
  });

  it.each([
    '2026-02-30 10:00',
    '2026-13-01',
    '2025-02-29',
    '0001-01-01',
    '2026-01-01 25:00',
    '13/45/2026',
    '01/02/2026 13:00 PM',
  ])('refuse %s as impossible', (text) => expect(dates.dateTime(text)).toEqual({ ok: false, code: 'impossible-date' }));

  it.each(['yesterday', '2026', '1/2/26', '2026-01-02T'])('refuse %s as unreadable', (text) => {
    expect(dates.dateTime(text)).toEqual({ ok: false, code: 'unreadable-date' });
  });

  it.each([
    ['1990-XX-XX', '1990-XX-XX'],
    ['00/00/1990', '1990-XX-XX'],
    ['199X-01-02', '199X-01-02'],
    ['06/02/1990', '1990-06-02'],
    ['1990-06-02 00:00:00.0', '1990-06-02'],
  ])('keep what is known of a birth date: %s is %s', (text, value) => {
    expect(dates.partialDate(text)).toEqual({ ok: true, value, note: null });
  });

  it('refuse a birth date that does not exist', () => {
    expect(dates.partialDate('1900-02-30')).toEqual({ ok: false, code: 'impossible-date' });
  });

  it('are read in one way where the profile says so', () => {
    const us = dateReader('us', stationTime('America/New_York'));
    expect(us.date('2026-01-02').ok).toBe(false);
    expect(us.date('01/02/2026')).toMatchObject({ value: '2026-01-02' });
  });
});
