import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { dockBounds, DOCK_WIDTH, SMALLEST } from './window-sizes.ts';

/** Narrow and above the records system's window, or back to where it was. */
export function createDock(window: BrowserWindow): (on: boolean) => void {
  let before: Rectangle | null = null;
  return (on) => {
    if (on === (before !== null)) return;
    if (before === null) {
      before = window.getNormalBounds();
      if (window.isMaximized()) window.unmaximize();
      window.setMinimumSize(DOCK_WIDTH, SMALLEST.height);
      window.setBounds(dockBounds(screen.getDisplayMatching(before).workArea));
      window.setAlwaysOnTop(true);
      return;
    }
    window.setAlwaysOnTop(false);
    window.setMinimumSize(SMALLEST.width, SMALLEST.height);
    window.setBounds(before);
    before = null;
  };
}
