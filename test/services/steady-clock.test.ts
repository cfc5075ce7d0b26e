import { describe, expect, it } from 'vitest';
import { lookAgain } from '../../services/steady-clock.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-20T02:00:00Z');
const first = lookAgain(null, { wall: START, monotonic: 0, newest: START - MINUTE, floor: START - MINUTE });

function after(minutes: number, set: number) {
  const wall = START + (minutes + set) * MINUTE;
  return lookAgain(first.reading, { wall, monotonic: minutes * MINUTE, newest: -Infinity, floor: -Infinity });
}

const steady = (minutes: number): number => START + minutes * MINUTE;

describe('the clock by which duties are late', () => {
  it('goes with the wall clock while nobody sets it', () => {
    expect(first).toMatchObject({ reading: { steady: START }, jump: 0 });
    expect(after(10, 0)).toMatchObject({ reading: { steady: steady(10) }, jump: 0 });
  });

  it('goes on where the wall clock was set back, and says how far', () => {
    expect(after(10, -60)).toMatchObject({ reading: { steady: steady(10) }, jump: -60 * MINUTE });
  });

  it('takes a wall clock that was set forward, and says how far', () => {
    expect(after(10, 60)).toMatchObject({ reading: { steady: steady(70) }, jump: 60 * MINUTE });
  });

  it('begins no earlier than the newest entry that was written before', () => {
    const found = lookAgain(null, {
      wall: START,
      monotonic: 0,
      newest: START + 30 * MINUTE,
      floor: START + 30 * MINUTE,
    });
    expect(found).toMatchObject({ reading: { steady: steady(30) }, jump: -30 * MINUTE });
  });

  it('never goes back without a second clock either', () => {
    const before = { ...first.reading, monotonic: null };
    const found = lookAgain(before, {
      wall: START - 60 * MINUTE,
      monotonic: null,
      newest: -Infinity,
      floor: -Infinity,
    });
    expect(found.reading.steady).toBe(START);
  });
});
