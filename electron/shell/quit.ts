import { app, type BrowserWindow } from 'electron';

/** How long the station may say nothing while it finishes what it writes; after that it is ended, and the log on disk keeps all that was said to be saved. */
const PATIENCE = 3000;

/**
 * Closes the station before the window goes, so that the window can say what is waited for, and ends the program with its
 * last window. @param leave the same each time it is asked
 */
export function quitCleanly(window: BrowserWindow, leave: (milliseconds: number) => Promise<void>): void {
  window.on('close', (event) => {
    event.preventDefault();
    void leave(PATIENCE).finally(() => {
      if (!window.isDestroyed()) window.destroy();
    });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    // Not within this event: Electron drops what is asked while it still asks its listeners.
    void leave(PATIENCE).finally(() => setImmediate(() => app.exit(0)));
  });
}
