import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../policy/report/figures.ts';
import { FIGURES, type Figure, type FigureId, type ReportInput } from '../../../policy/report/report.ts';
import { shiftOf } from '../../../policy/report/shift.ts';
import { event, matter, notice, NOTHING } from './made-report.ts';

function figureOf(input: ReportInput, id: FigureId): Figure {
  const found = makeReport(input).figures.find((figure) => figure.id === id);
  if (found === undefined) throw new TypeError(id);
  return found;
}

const FAX = { channel: 'fax', agency: 'ERO', form: 'I-247A', asked: 'hold for 48 hours' };

describe('a report', () => {
  it('certifies every figure of an empty span to be nought', () => {
    const report = makeReport(NOTHING);
    expect(report.zero).toEqual([...FIGURES]);
    expect(report.figures.map(({ count }) => count)).toEqual(FIGURES.map(() => 0));
  });

  it('counts requests by channel, form and decision, with the median time to decide', () => {
    const decided = (at: string, decision: string) => event('decided', at, { detail: { decision } });
    const input: ReportInput = {
      ...NOTHING,
      matters: [
        matter('M-1', 'request', [
          event('received', '2026-03-02T10:00:00-05:00', { detail: FAX }),
          decided('2026-03-02T10:06:00-05:00', 'declined'),
        ]),
        matter('M-2', 'request', [
          event('received', '2026-03-03T10:00:00-05:00', { detail: FAX }),
          decided('2026-03-03T11:00:00-05:00', 'granted'),
          decided('2026-03-03T10:30:00-05:00', 'declined'),
        ]),
        matter('M-3', 'request', [event('received', '2026-03-04T10:00:00-05:00', { detail: { channel: 'phone' } })]),
      ],
    };
    expect(figureOf(input, 'requests')).toMatchObject({ count: 3, parts: { fax: 2, phone: 1 } });
    expect(figureOf(input, 'requests-by-form').parts).toEqual({ 'I-247A': 2, 'no form': 1 });
    expect(figureOf(input, 'requests-decided')).toMatchObject({ count: 2, parts: { declined: 2 } });
    expect(figureOf(input, 'requests-open').rows.map(({ number }) => number)).toEqual(['M-3']);
    expect(figureOf(input, 'time-to-decide')).toMatchObject({ count: 2, minutes: 6, total: 36 });
  });

  it('keeps notices under exception 2 apart and open until the chief has reviewed them', () => {
    const review = {
      id: 'd1',
      bookingId: null,
      matterId: null,
      duty: 'chief-review',
      since: '2026-03-08T01:40:00-05:00',
      by: '2026-03-09T17:00:00-04:00',
    };
    const input: ReportInput = {
      ...NOTHING,
      notifications: [notice('N-1', {}), notice('N-2', { ground: 'X2' }), notice('N-3', { outcome: 'declined' })],
      duties: [{ ...review, doneAt: null }],
    };
    expect(figureOf(input, 'notified')).toMatchObject({ count: 2, parts: { '2a': 1, X2: 1 } });
    expect(figureOf(input, 'x2-notices').rows.map(({ number }) => number)).toEqual(['N-2']);
    expect(figureOf(input, 'x2-unreviewed').count).toBe(1);
    expect(figureOf(input, 'not-notified').parts).toEqual({ declined: 1 });
    const reviewed = { ...input, duties: [{ ...review, doneAt: '2026-03-09T09:00:00-04:00' }] };
    expect(figureOf(reviewed, 'x2-unreviewed').count).toBe(0);
  });

  it('counts answers that the law compels apart from every other', () => {
    const answered = (ground: 'LC' | 'X1') => event('replied', '2026-03-02T11:00:00-05:00', { ground });
    const received = event('received', '2026-03-02T10:00:00-05:00', { detail: FAX });
    const input: ReportInput = {
      ...NOTHING,
      matters: [
        matter('M-1', 'request', [received, answered('LC'), answered('LC')]),
        matter('M-2', 'request', [received, answered('X1')]),
        matter('M-3', 'request', [received]),
      ],
    };
    expect(figureOf(input, 'compelled-answers').rows.map(({ number }) => number)).toEqual(['M-1']);
  });

  it('measures the JTTF, and counts what is late', () => {
    const input: ReportInput = {
      ...NOTHING,
      matters: [
        matter('M-4', 'presence', [
          event('begun', '2026-03-08T01:00:00-05:00', { enteredAt: '2026-03-08T03:00:00-04:00' }),
        ]),
      ],
      notifications: [notice('N-4', { enteredAt: '2026-03-08T02:30:00-05:00' })],
      duties: [
        {
          id: 'd2',
          bookingId: null,
          matterId: null,
          duty: 'jttf',
          since: '2026-03-08T01:10:00-05:00',
          by: '2026-03-08T01:25:00-05:00',
          doneAt: '2026-03-08T01:22:00-05:00',
        },
        {
          id: 'd3',
          bookingId: null,
          matterId: null,
          duty: 'written-confirmation',
          since: '2026-03-08T01:10:00-05:00',
          by: '2026-03-09T01:10:00-05:00',
          doneAt: null,
        },
      ],
    };
    expect(figureOf(input, 'jttf-minutes')).toMatchObject({ count: 1, minutes: 12 });
    expect(figureOf(input, 'confirmations-overdue')).toMatchObject({ count: 1, parts: { open: 1 } });
    // 01:00 -05:00 to 03:00 -04:00 is one hour: the clocks skipped one that night.
    expect(figureOf(input, 'late-entries').rows.map(({ number }) => number)).toEqual(['M-4']);
  });

  it('counts refusals by clause and by shift, without persons', () => {
    const input: ReportInput = {
      ...NOTHING,
      refusals: [
        { id: 'r1', at: '2026-03-08T07:59:00Z', clause: '1(b)' },
        { id: 'r2', at: '2026-03-09T14:00:00Z', clause: '2' },
      ],
    };
    expect(figureOf(input, 'refusals-by-clause').parts).toEqual({ '1(b)': 1, '2': 1 });
    expect(figureOf(input, 'refusals-by-shift').parts).toEqual({ night: 1, day: 1 });
  });
});

it.each([
  ['2026-01-10T11:59:00Z', 'night'],
  ['2026-01-10T12:00:00Z', 'day'],
  ['2026-07-10T11:00:00Z', 'day'],
  ['2026-01-10T20:00:00Z', 'evening'],
  ['2026-01-11T04:00:00Z', 'night'],
])('%s falls into the %s shift', (at, shift) => {
  expect(shiftOf(at)).toBe(shift);
});

describe('a shift', () => {
  it.each(['2026-03-07', '2026-03-08', '2026-03-09', '2026-10-31', '2026-11-01', '2026-11-02', '2026-07-04'])(
    'is told by the station’s clock, each half hour of %s',
    (day) => {
      const hourIn = new Intl.DateTimeFormat('en-US', {
        timeZone: 'America/New_York',
        hour: '2-digit',
        hourCycle: 'h23',
      });
      const shiftAt = (hour: number): string =>
        hour >= 7 && hour < 15 ? 'day' : hour >= 15 && hour < 23 ? 'evening' : 'night';
      for (let half = 0; half < 48; half += 1) {
        const moment = new Date(Date.parse(day) + half * 1_800_000);
        expect([moment, shiftOf(moment.toISOString())]).toEqual([moment, shiftAt(Number(hourIn.format(moment)))]);
      }
    },
  );
});
