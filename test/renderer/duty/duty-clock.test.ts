import { describe, expect, test } from 'vitest';
import { byUrgency, nextStep, showLength, showSpan } from '../../../renderer/duty/duty-clock.ts';

const MINUTE = 60_000;

describe('the clock of a duty', () => {
  test.each([
    [168_000, '02:48'],
    [-61_000, '01:01'],
    [3_768_000, '1:02:48'],
    [0, '00:00'],
  ])('%i shows as %s', (left, shown) => {
    expect(showSpan(left)).toBe(shown);
  });

  test.each([
    [34 * MINUTE, '34 min'],
    [-125 * MINUTE, '2 h 05 min'],
    [72 * 60 * MINUTE, '3 days'],
  ])('%i reads as %s', (left, shown) => {
    expect(showLength(left)).toBe(shown);
  });

  test('goes on to the next person at 15, 30 and 60 minutes', () => {
    const steps = [15, 30, 60];
    expect(nextStep(3 * MINUTE, steps)).toEqual({ left: 3 * MINUTE, minutes: 15, step: 0 });
    expect(nextStep(-MINUTE, steps)).toEqual({ left: 14 * MINUTE, minutes: 30, step: 1 });
    expect(nextStep(-16 * MINUTE, steps)).toEqual({ left: 29 * MINUTE, minutes: 60, step: 2 });
    expect(nextStep(-46 * MINUTE, steps)).toBeNull();
  });

  test('counts by the deadline of its own pack', () => {
    expect(nextStep(25 * MINUTE, [30, 60, 120])).toEqual({ left: 25 * MINUTE, minutes: 30, step: 0 });
  });

  test('the task force comes first, then who is held past release, then what is due soonest', () => {
    const duties = [
      { duty: 'cleared', left: 1 },
      { duty: 'held-past-release', left: 9 },
      { duty: 'finish-facts', left: -5 },
      { duty: 'jttf', left: 99 },
    ];
    expect(byUrgency(duties, (one) => duties.find((other) => other.duty === one.duty)?.left ?? 0)).toEqual([
      duties[3],
      duties[1],
      duties[2],
      duties[0],
    ]);
  });
});
