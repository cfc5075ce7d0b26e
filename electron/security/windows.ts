import type { WebContents } from 'electron';

/** No page opens a window, and no address leaves for the system's browser. */
export function forbidWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
