import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds from each key to the first picture with its answer in it. */
    painted?: number[];
  }
}

/** Begins to take the time from each key to the picture in which the lines or the note under `selector` answer it. */
export async function watchPaint(page: Page, selector: string): Promise<void> {
  await page.evaluate((list) => {
    const painted: number[] = [];
    window.painted = painted;
    let pressed: number | null = null;
    document.addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
    const answered = (changes: readonly MutationRecord[]): void => {
      const isAnswer = ({ target }: MutationRecord): boolean =>
        ((target instanceof Element ? target : target.parentElement)?.closest('tbody, [role="status"]') ?? null) !==
        null;
      if (!changes.some(isAnswer)) return;
      const since = pressed;
      pressed = null;
      // The picture is made after the callbacks of its frame; the message comes behind it.
      if (since === null) return;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => painted.push(performance.now() - since);
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    const place = document.querySelector(list);
    if (place !== null) {
      new MutationObserver(answered).observe(place, { childList: true, subtree: true, characterData: true });
    }
  }, selector);
}

/** The times so far, in order. */
export async function paintTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.painted ?? []);
}

declare global {
  interface Window {
    /** From the last key to the picture after the last change of the page. */
    changed?: { pressed: number; last: number; at: number };
  }
}

/** A page that has not changed for so long stands, in milliseconds. */
const QUIET_MS = 800;

/** Begins to take the time from the last key to the last change of the page. */
export async function watchChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const first = window.changed === undefined;
    const changed = { pressed: performance.now(), last: 0, at: performance.now() };
    window.changed = changed;
    if (!first) return;
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const now = window.changed;
        if (now !== undefined) Object.assign(now, { pressed: timeStamp, last: 0, at: performance.now() });
      },
      true,
    );
    new MutationObserver(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const now = window.changed;
        const at = performance.now();
        if (now !== undefined) Object.assign(now, { last: at - now.pressed, at });
      };
      requestAnimationFrame(() => channel.port2.postMessage(null));
    }).observe(document.body, { childList: true, subtree: true });
  });
}

/** Waits until the page stands; milliseconds from the key to the picture after its last change. */
export async function settled(page: Page): Promise<number> {
  await page.waitForFunction((quiet) => performance.now() - (window.changed?.at ?? 0) > quiet, QUIET_MS);
  return page.evaluate(() => window.changed?.last ?? Number.NaN);
}
