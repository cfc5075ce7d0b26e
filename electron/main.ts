// The composition root of the window. In a packaged app it also leads to the command line.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { app } from 'electron';
import { dataFolder } from './cli/data-folder.ts';
import { restrictApp } from './security/restrict.ts';
import { createFaultLog } from './shell/fault-log.ts';
import { launchOptions, profileFor } from './shell/launch-options.ts';
import { startShell } from './shell/start.ts';
import { createTimes } from './shell/times.ts';

const times = createTimes(
  () => performance.timeOrigin + performance.now(),
  (line) => {
    if (process.env['SALLYPORT_TIMES'] !== undefined) process.stdout.write(`${line}\n`);
  },
);
times.mark('main');

const log = createFaultLog({
  print: (line) => process.stderr.write(`${line}\n`),
  newId: randomUUID,
  now: () => new Date(),
});
// Electron would show the text of what was thrown; main keeps no records, so it tells the incident and goes on.
process.on('uncaughtException', (thrown) => {
  log.report(thrown, 'main');
});
process.stderr.on('error', () => undefined);

restrictApp();

const options = launchOptions(process.argv.slice(1), app.isPackaged);
const folder =
  options.data ?? dataFolder({ platform: process.platform, home: app.getPath('home'), environment: process.env });
app.setPath('userData', profileFor(app.getPath('userData'), options.data));

if (app.requestSingleInstanceLock()) {
  // Never awaited at the top level of a module: Electron holds ready back until the module has run.
  void app.whenReady().then(() => {
    startShell({ built: resolve(import.meta.dirname, '..'), folder, options, log, times });
  });
} else {
  app.exit(0);
}
