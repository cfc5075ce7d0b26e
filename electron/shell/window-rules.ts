import type { BrowserWindow } from 'electron';
import type { WindowRules } from '../../services/state.ts';

/** Keeps the window as the chief set it. Hiding from pictures and shared screens is done on Windows and macOS alone. */
export function keepWindowRules(
  window: BrowserWindow,
  lockAfter: (seconds: number) => void,
): (rules: WindowRules) => void {
  return ({ lockMinutes, hiddenFromCapture }) => {
    if (window.isDestroyed()) return;
    window.setContentProtection(hiddenFromCapture);
    lockAfter(lockMinutes * 60);
  };
}
