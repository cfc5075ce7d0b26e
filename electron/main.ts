// The composition root of the window. In a packaged app it also leads to the command line.
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './cli/data-folder.ts';
import { profileFor } from './cli/written-beside.ts';
import { restrictApp } from './security/restrict.ts';
import { refusedSwitches } from './security/switches.ts';
import { besideStation } from './shell/beside-station.ts';
import { runCommand } from './shell/command-mode.ts';
import { commandIn } from './shell/command-words.ts';
import { createFaultLog } from './shell/fault-log.ts';
import { launchOptions, type LaunchOptions } from './shell/launch-options.ts';
import { startShell } from './shell/start.ts';
import { createTimes } from './shell/times.ts';
import { runWithoutScreen, wantsScreen } from './shell/without-screen.ts';

const built = resolve(import.meta.dirname, '..');

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

/** Nothing can be shown or answered: tells the incident and ends, so that no program stays behind without a window. */
function endWith(place: string): (thrown: unknown) => void {
  return (thrown) => {
    log.report(thrown, place);
    app.exit(1);
  };
}

/** The station's folder is that of the command line, unless this run has a profile of its own. */
function stationFolder({ data }: LaunchOptions): string {
  if (data !== undefined) return data;
  if (app.commandLine.hasSwitch('user-data-dir')) return join(app.getPath('userData'), 'station');
  return dataFolder({ platform: process.platform, home: app.getPath('home'), environment: process.env });
}

function openWindow(): void {
  restrictApp();
  const options = launchOptions(process.argv.slice(1), app.isPackaged);
  const folder = stationFolder(options);
  const beside = besideStation(options);
  app.setPath('userData', profileFor(app.getPath('userData'), options.data));
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  // Never awaited at the top level of a module: Electron holds ready back until the module has run.
  app
    .whenReady()
    .then(() => startShell({ built, folder, beside, options, log, times }))
    .catch(endWith('start'));
}

/** A switch that opens the window to another program is told by name, and no window opens. */
function refuseWindow(names: readonly string[]): void {
  const taken = names.map((name) => `--${name}`).join(', ');
  dialog.showErrorBox('Sallyport', `Sallyport does not start with ${taken}. Start it without.`);
  app.exit(2);
}

const given = process.argv.slice(1);
const command = app.isPackaged ? commandIn(given) : null;
const refused = app.isPackaged
  ? refusedSwitches(given, { platform: process.platform, root: process.getuid?.() === 0 })
  : [];
// A command has options of its own, which Chromium would take for its switches where the names are the same.
for (const name of refused) app.commandLine.removeSwitch(name);
if (command === null && refused.length > 0) refuseWindow(refused);
else if (command === null) openWindow();
else if (wantsScreen(given, { platform: process.platform, environment: process.env }))
  process.exit(runWithoutScreen(process.execPath, given));
else runCommand(command, built).catch(endWith('command'));
