import { powerMonitor, type WebContents } from 'electron';
import { createIdleTimer } from './idle-timer.ts';

/**
 * Calls `lock` when nobody used the window for `seconds`, when the computer locks or sleeps. The window's own input
 * counts, not the computer's: another program in use beside us does not keep our records open. Answers how to set
 * another time.
 */
export function watchForIdleness(page: WebContents, seconds: number, lock: () => void): (seconds: number) => void {
  const timer = createIdleTimer(seconds, lock);
  page.on('input-event', timer.used);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  page.once('destroyed', () => {
    timer.stop();
    powerMonitor.off('suspend', lock);
    powerMonitor.off('lock-screen', lock);
  });
  return timer.after;
}
