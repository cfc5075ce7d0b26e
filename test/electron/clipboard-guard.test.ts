import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClipboardGuard, type ClipboardGuard, type Place } from '../../electron/shell/clipboard-guard.ts';

const SEALED = 'a status (made up)';
const lying = new Map<Place, string>();
let guard: ClipboardGuard;

function guardOf(places: readonly Place[]): ClipboardGuard {
  const boards = {
    places,
    readText: (place: Place) => Promise.resolve(lying.get(place) ?? ''),
    clear: (place: Place) => void lying.delete(place),
  };
  return createClipboardGuard(boards, 60);
}

beforeEach(() => {
  vi.useFakeTimers();
  lying.clear();
  guard = guardOf(['clipboard', 'selection']);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what was copied out of sealed content', () => {
  it('goes when the window locks or somebody signs out', async () => {
    for (const place of ['clipboard', 'selection'] as const) {
      lying.set(place, SEALED);
      await guard.keep(place);
    }
    await guard.forget();
    expect([...lying]).toEqual([]);
  });

  it('goes too where the window locks before the copy was looked at', async () => {
    lying.set('clipboard', SEALED);
    const kept = guard.keep('clipboard');
    await guard.forget();
    await kept;
    expect([...lying]).toEqual([]);
  });

  it('goes by itself after a minute, counted from the last copy', async () => {
    lying.set('clipboard', SEALED);
    await guard.keep('clipboard');
    await vi.advanceTimersByTimeAsync(40_000);
    await guard.keep('clipboard');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(lying.get('clipboard')).toBe(SEALED);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...lying]).toEqual([]);
  });

  it('takes nothing away that was copied since', async () => {
    lying.set('clipboard', SEALED);
    await guard.keep('clipboard');
    lying.set('clipboard', 'a case number');
    await guard.forget();
    lying.set('clipboard', SEALED);
    await guard.forget();
    expect(lying.get('clipboard')).toBe(SEALED);
  });

  it('is asked of no place that the system does not have', async () => {
    lying.set('selection', SEALED);
    const elsewhere = guardOf(['clipboard']);
    await elsewhere.keep('selection');
    await elsewhere.forget();
    expect(lying.get('selection')).toBe(SEALED);
  });
});
