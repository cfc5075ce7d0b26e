import { describe, expect, it } from 'vitest';
import { answerDueOn, isBusinessDay } from '../../../policy/public-records/business-days.ts';

describe('the ten business days (G.L. c.66 s.10)', () => {
  it.each([
    ['2026-11-20', '2026-12-07', 'Thanksgiving between'],
    ['2026-03-02', '2026-03-16', 'no holiday'],
    ['2026-12-18', '2027-01-05', 'Christmas and New Year'],
    ['2026-04-10', '2026-04-27', 'Patriots’ Day'],
    ['2027-06-26', '2027-07-12', 'the Fourth on a Sunday, kept on Monday'],
  ])('%s: by %s (%s)', (received, due) => {
    expect(answerDueOn(received)).toBe(due);
  });

  it('has neither weekends nor holidays', () => {
    const closed = ['2026-11-28', '2026-11-26', '2026-05-25', '2026-10-12', '2026-06-19', '2026-09-07', '2026-01-19'];
    expect(closed.filter((day) => isBusinessDay(day))).toEqual([]);
    const open = ['2026-11-27', '2026-05-18', '2026-07-03', '2026-10-13'];
    expect(open.filter((day) => !isBusinessDay(day))).toEqual([]);
  });
});
