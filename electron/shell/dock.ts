import { screen, type BrowserWindow, type Rectangle } from 'electron';

export const DOCK_WIDTH = 420;
export const SMALLEST = { width: 1024, height: 700 } as const;

/** The strip at the right edge of a screen's free area. */
export function dockBounds(area: Rectangle): Rectangle {
  return { x: area.x + area.width - DOCK_WIDTH, y: area.y, width: DOCK_WIDTH, height: area.height };
}

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
