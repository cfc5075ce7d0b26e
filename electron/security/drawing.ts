import { app } from 'electron';

/**
 * Pages are drawn by the processor. Forms and lists ask no more, a page's content then never reaches a graphics
 * driver, and the window is there sooner: no driver is loaded first. Must run before the app is ready.
 */
export function drawWithoutDriver(): void {
  app.disableHardwareAcceleration();
}
