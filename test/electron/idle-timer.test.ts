import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdleTimer } from '../../electron/shell/idle-timer.ts';

const MINUTE = 60_000;
let acted = 0;
beforeEach(() => {
  vi.useFakeTimers();
  acted = 0;
});
afterEach(() => {
  vi.useRealTimers();
});
const begin = (seconds: number) => createIdleTimer(seconds, () => (acted += 1));

describe('the time until an unused window locks', () => {
  it('begins anew with each use, and ends once', () => {
    const timer = begin(300);
    vi.advanceTimersByTime(4 * MINUTE);
    timer.used();
    vi.advanceTimersByTime(4 * MINUTE);
    expect(acted).toBe(0);
    vi.advanceTimersByTime(1 * MINUTE);
    expect(acted).toBe(1);
    vi.advanceTimersByTime(60 * MINUTE);
    expect(acted).toBe(1);
  });

  it.each([0, -1, Number.NaN, 31 * 60, Number.POSITIVE_INFINITY])('is never more than half an hour: %s', (seconds) => {
    begin(seconds);
    const other = begin(60);
    other.after(seconds);
    vi.advanceTimersByTime(30 * MINUTE - 1);
    expect(acted).toBe(0);
    vi.advanceTimersByTime(1);
    expect(acted).toBe(2);
  });

  it('is another one from when it is set, and none once the window is gone', () => {
    const timer = begin(30 * 60);
    vi.advanceTimersByTime(29 * MINUTE);
    timer.after(300);
    vi.advanceTimersByTime(5 * MINUTE);
    expect(acted).toBe(1);
    timer.used();
    timer.stop();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(acted).toBe(1);
  });
});
