import { app } from 'electron';

/** How long the station may take to finish what it writes; after that it is ended, and the log on disk keeps all that was said to be saved. */
const PATIENCE = 3000;

/** Closes the station before the program ends, and ends the program with its last window. */
export function quitCleanly(close: (milliseconds: number) => Promise<void>): void {
  let closed = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close(PATIENCE).finally(() => {
      closed = true;
      app.quit();
    });
  });
}
