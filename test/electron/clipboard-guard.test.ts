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

/** As the page does: main is told, and the system has the text. */
function copy(place: Place, text = SEALED): void {
  guard.keep(place, text);
  lying.set(place, text);
}

/** All that is due within a moment has come. */
async function forgotten(): Promise<void> {
  const done = guard.forget();
  await vi.advanceTimersByTimeAsync(1000);
  await done;
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
    for (const place of ['clipboard', 'selection'] as const) copy(place);
    await forgotten();
    expect([...lying]).toEqual([]);
  });

  it('goes too where the window locks before the system has it', async () => {
    guard.keep('clipboard', SEALED);
    const done = guard.forget();
    lying.set('clipboard', SEALED);
    await vi.advanceTimersByTimeAsync(1000);
    await done;
    expect([...lying]).toEqual([]);
  });

  it('goes too where the system does not say what lies there', async () => {
    const cleared: Place[] = [];
    const silent = createClipboardGuard(
      {
        places: ['clipboard'],
        readText: () => Promise.reject(new Error('no answer')),
        clear: (place) => void cleared.push(place),
      },
      60,
    );
    silent.keep('clipboard', SEALED);
    const done = silent.forget();
    await vi.advanceTimersByTimeAsync(1000);
    await done;
    expect(new Set(cleared)).toEqual(new Set(['clipboard']));
  });

  it('goes too where the system ends its lines otherwise', async () => {
    guard.keep('clipboard', 'born in (made up)\nentered');
    lying.set('clipboard', 'born in (made up)\r\nentered\r\n');
    await forgotten();
    expect([...lying]).toEqual([]);
  });

  it('goes by itself after a minute, counted from the last copy', async () => {
    copy('clipboard');
    await vi.advanceTimersByTimeAsync(40_000);
    copy('clipboard');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(lying.get('clipboard')).toBe(SEALED);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...lying]).toEqual([]);
  });

  it('takes nothing away that was copied since', async () => {
    copy('clipboard');
    lying.set('clipboard', 'a case number');
    await forgotten();
    lying.set('clipboard', SEALED);
    await forgotten();
    expect(lying.get('clipboard')).toBe(SEALED);
  });

  it('is nothing where no word of it was chosen: a picture that is copied since reads as no text', async () => {
    guard.keep('clipboard', '\n');
    lying.set('clipboard', '');
    await forgotten();
    expect(lying.has('clipboard')).toBe(true);
  });

  it('is asked of no place that the system does not have', async () => {
    guard = guardOf(['clipboard']);
    copy('selection');
    await forgotten();
    expect(lying.get('selection')).toBe(SEALED);
  });
});
