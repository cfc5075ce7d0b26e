import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../policy/report/figures.ts';
import { countsOf } from '../../../policy/report/kept.ts';
import type { Report, ReportInput } from '../../../policy/report/report.ts';
import { event, matter, NOTHING, notice } from './made-report.ts';

const at = (hour: number): string => `2026-03-${String(hour + 1).padStart(2, '0')}T0${String(hour % 9)}:10:00-05:00`;
const dayOf = (moment: string): string => moment.slice(0, 10);

/** A record of every kind that a report counts, thrice. */
const MATTERS = [0, 1, 2].flatMap((one) => [
  matter(`M-R${String(one)}`, 'request', [
    event('received', at(one), { detail: { channel: 'fax', agency: 'Federal office, made up', form: 'I-247A' } }),
    event('decided', at(one + 3), { detail: { decision: 'declined' }, ground: '2a' }),
    event('copy', at(one + 4), { detail: { language: 'es', how: 'handed-over' } }),
  ]),
  matter(`M-D${String(one)}`, 'detention', [
    event('begun', at(one)),
    event('ended', at(one + 5), { detail: { how: 'released' } }),
  ]),
]);
const NOTICES = [0, 1, 2].map((one) => notice(`N-${String(one)}`, { contactedAt: at(one), criminalHistory: one > 0 }));
const DUTIES = [0, 1, 2].map((one) => ({
  ...{ id: `d-${String(one)}`, bookingId: null, matterId: null, duty: 'jttf', since: at(one), by: at(one) },
  doneAt: one === 0 ? null : at(one + 2),
}));

const of = (keeps: (index: number) => boolean): ReportInput => ({
  ...NOTHING,
  matters: MATTERS.filter((_one, index) => keeps(index)),
  notifications: NOTICES.filter((_one, index) => keeps(index)),
  duties: DUTIES.filter((_one, index) => keeps(index)),
});
const totals = ({ figures, zero }: Report) => [
  zero,
  figures.map(({ id, count, parts, minutes }) => [id, count, parts, minutes]),
];

describe('counts that outlive their records', () => {
  it.each([
    ['the first', (index: number) => index > 0],
    ['every second', (index: number) => index % 2 === 1],
    ['all', () => false],
    ['none', () => true],
  ])('add up to the same report where %s go', (_name, keeps) => {
    const whole = makeReport(of(() => true));
    const kept = countsOf(
      of((index) => !keeps(index)),
      dayOf,
    );
    const after = makeReport({ ...of(keeps), kept });
    expect(totals(after)).toEqual(totals(whole));
    const rows = (report: Report) => report.figures.flatMap((figure) => figure.rows).length;
    expect(rows(after)).toBe(rows(whole) - kept.length);
  });

  it('say on which day and as what, and nothing by which two of them could be told to belong together', () => {
    const kept = countsOf(
      of(() => true),
      dayOf,
    );
    for (const count of kept) expect(Object.keys(count).sort()).toEqual(['day', 'figure', 'minutes', 'parts']);
    expect(JSON.stringify(kept)).not.toMatch(/id-|M-R|N-\d|b-1|T\d\d:/);
    const days = kept.filter(({ figure }) => figure === 'requests').map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
  });
});
