import { app } from 'electron';

/** How long the station may say nothing while it finishes what it writes; after that it is ended, and the log on disk keeps all that was said to be saved. */
const PATIENCE = 3000;

/** Closes the station before the program ends, and ends the program with its last window. */
export function quitCleanly(close: (milliseconds: number) => Promise<void>): void {
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    // Not within this event: Electron drops what is asked while it still asks its listeners.
    void close(PATIENCE).finally(() => setImmediate(() => app.exit(0)));
  });
}
