import { describe, expect, it } from 'vitest';
import { dutyFields, dutyRule, dutyStanding, endsByHand, jttfSteps } from '../../../policy/duties.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import westborough from '../../../policy/packs/westborough-2015.json' with { type: 'json' };

const since = '2026-11-20T01:00:00-05:00';
const at = (minutes: number): number => Date.parse(since) + minutes * 60_000;
const jttf = { duty: 'jttf', since, by: '2026-11-20T01:15:00-05:00' };

describe('the clock of 2(c)', () => {
  it.each([
    [0, 0],
    [14, 0],
    [15, 1],
    [29, 1],
    [30, 2],
    [59, 2],
    [60, 3],
    [6_000, 3],
  ])('after %d minutes has escalated %d times', (minutes, step) => {
    expect(dutyStanding(jttf, at(minutes)).escalation).toBe(step);
  });

  it('goes by the deadline of its own pack: where that is half an hour nobody is told after fifteen minutes', () => {
    const later = { ...jttf, by: '2026-11-20T01:30:00-05:00' };
    expect([16, 31, 61, 121].map((minutes) => dutyStanding(later, at(minutes)).escalation)).toEqual([0, 1, 2, 3]);
    expect([jttfSteps(jttf), jttfSteps(later)]).toEqual([
      [15, 30, 60],
      [30, 60, 120],
    ]);
  });

  it('says what is left, and when it is late', () => {
    expect(dutyStanding(jttf, at(5))).toMatchObject({ left: 600_000, late: false });
    expect(dutyStanding(jttf, at(15))).toMatchObject({ left: 0, late: false });
    expect(dutyStanding(jttf, at(16))).toMatchObject({ left: -60_000, late: true });
  });

  it('ends only with number, person and method', () => {
    const required = dutyFields('jttf', 'done').filter((field) => field.required);
    expect(required.map(({ name }) => name)).toEqual(['number', 'reached', 'method']);
    expect(dutyFields('jttf', 'attempt').some((field) => field.required)).toBe(false);
  });
});

describe('another duty', () => {
  const cleared = { ...jttf, duty: 'cleared' };

  it('escalates once, when it is late', () => {
    expect([at(14), at(16), at(600)].map((now) => dutyStanding(cleared, now).escalation)).toEqual([0, 1, 1]);
  });

  it('ends by hand, but for what ends by what happens', () => {
    expect(endsByHand('held-past-release', false)).toBe(false);
    expect(endsByHand('cleared', true)).toBe(false);
    expect(endsByHand('cleared', false)).toBe(true);
    expect(endsByHand('jttf', true)).toBe(true);
  });

  it('has its ground and words from the pack', () => {
    const loaded = loadPack(westborough);
    if (!loaded.ok) throw new Error(loaded.problems.join());
    expect(dutyRule('chief-review', loaded.pack)).toMatchObject({ ground: 'X2', cite: 'Policy, exception 2' });
    expect(dutyRule('call-somebody', loaded.pack)).toBeUndefined();
  });
});
