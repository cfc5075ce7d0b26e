import { describe, expect, it } from 'vitest';
import { applyRule } from '../../../services/backup/keep-rule.ts';

/** One a day at 22:15 of the station's clock, the newest first. */
const daily = (count: number): readonly { readonly madeAt: string }[] =>
  Array.from({ length: count }, (_none, back) => ({
    madeAt: new Date(Date.UTC(2026, 10, 29, 3, 15) - back * 86_400_000).toISOString(),
  }));

const kept = (backups: readonly { readonly madeAt: string }[], rule: Parameters<typeof applyRule>[1]) => {
  const dropped = applyRule(backups, rule);
  return backups.filter((backup) => !dropped.includes(backup)).map(({ madeAt }) => madeAt.slice(0, 10));
};

describe('the rule by which backups are kept', () => {
  it('keeps the newest of so many days', () => {
    expect(kept(daily(10), { days: 3, weeks: 0, months: 0 })).toEqual(['2026-11-29', '2026-11-28', '2026-11-27']);
  });

  it('keeps the newest of each week, from Monday to Sunday by the station’s calendar', () => {
    // 03:15 UTC is the evening before on the station's wall: Saturday the 28th, Sundays the 22nd and 15th.
    expect(kept(daily(20), { days: 1, weeks: 3, months: 0 })).toEqual(['2026-11-29', '2026-11-23', '2026-11-16']);
  });

  it('keeps the newest of each month', () => {
    expect(kept(daily(90), { days: 1, weeks: 0, months: 3 })).toEqual(['2026-11-29', '2026-11-01', '2026-10-01']);
  });

  it('keeps the newest of all, and of one day the last', () => {
    const twice = [{ madeAt: '2026-11-29T15:00:00Z' }, { madeAt: '2026-11-29T14:00:00Z' }];
    expect(applyRule(twice, { days: 5, weeks: 5, months: 5 })).toEqual([twice[1]]);
    expect(applyRule([], { days: 1, weeks: 0, months: 0 })).toEqual([]);
  });

  it('counts spans that have a backup, so that a long silence drops nothing', () => {
    const silent = [{ madeAt: '2026-11-29T15:00:00Z' }, { madeAt: '2024-02-03T14:00:00Z' }];
    expect(applyRule(silent, { days: 2, weeks: 0, months: 0 })).toEqual([]);
  });
});
