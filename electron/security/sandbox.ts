import { app } from 'electron';

/**
 * Every page in Chromium's sandbox. With --no-sandbox (root on a build machine) enableSandbox would make every child
 * process refuse to start.
 */
export function enableSandbox(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
