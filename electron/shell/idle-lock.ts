import { powerMonitor, type WebContents } from 'electron';

/** After this long without a key or the mouse in our window it locks (CJIS Security Policy AC-11: at most 30 minutes). */
export const IDLE_SECONDS = 30 * 60;

/**
 * Calls `lock` when nobody used the window for `seconds`, when the computer locks or sleeps. The window's own input
 * counts, not the computer's: another program in use beside us does not keep our records open.
 */
export function watchForIdleness(page: WebContents, seconds: number, lock: () => void): void {
  let timer = setTimeout(lock, seconds * 1000);
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(lock, seconds * 1000);
  };
  page.on('input-event', restart);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  page.once('destroyed', () => {
    clearTimeout(timer);
    powerMonitor.off('suspend', lock);
    powerMonitor.off('lock-screen', lock);
  });
}
