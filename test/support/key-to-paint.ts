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
