import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClipboardGuard, type ClipboardGuard, type Place } from '../../electron/shell/clipboard-guard.ts';

const SEALED = 'a status (made up)';
const lying = new Map<Place, string>();
let guard: ClipboardGuard;

function guardOf(places: readonly Place[]): ClipboardGuard {
  const boards = {
    places,
    readText: (place: Place) => Promise.resolve(lying.get(place) ?? ''),
    writeText: (place: Place, text: string) => void lying.set(place, text),
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
      guard.copy(place, SEALED);
      expect(lying.get(place)).toBe(SEALED);
    }
    await guard.forget();
    expect([...lying]).toEqual([]);
  });

  it('goes too where the system ended its lines otherwise', async () => {
    guard.copy('clipboard', 'born in (made up)\nentered');
    lying.set('clipboard', 'born in (made up)\r\nentered\r\n');
    await guard.forget();
    expect([...lying]).toEqual([]);
  });

  it('goes by itself after a minute, counted from the last copy', async () => {
    guard.copy('clipboard', SEALED);
    await vi.advanceTimersByTimeAsync(40_000);
    guard.copy('clipboard', SEALED);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(lying.get('clipboard')).toBe(SEALED);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...lying]).toEqual([]);
  });

  it('takes nothing away that was copied since', async () => {
    guard.copy('clipboard', SEALED);
    lying.set('clipboard', 'a case number');
    await guard.forget();
    lying.set('clipboard', SEALED);
    await guard.forget();
    expect(lying.get('clipboard')).toBe(SEALED);
  });

  it('leaves what lies there where nothing was chosen', () => {
    lying.set('selection', 'a case number');
    guard.copy('selection', '');
    expect(lying.get('selection')).toBe('a case number');
  });

  it('is put in no place that the system does not have', () => {
    guardOf(['clipboard']).copy('selection', SEALED);
    expect([...lying]).toEqual([]);
  });
});
