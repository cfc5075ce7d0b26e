import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { WindowRules, WrittenBeside } from '../../services/state.ts';
import { clientOf } from '../ipc/handle.ts';
import { answerKeyWork } from '../ipc/system-key.ts';
import { carrierIn } from './carrier-process.ts';
import type { ClipboardGuard } from './clipboard-guard.ts';
import type { FaultLog } from './fault-log.ts';
import type { LaunchOptions } from './launch-options.ts';
import { startStation, type StationProcess } from './station-process.ts';
import type { Times } from './times.ts';
import { tell } from './told.ts';

export interface ShellSettings {
  /** The folder of the built program: main, preload, renderer and native lie in it. */
  readonly built: string;
  /** The station folder. */
  readonly folder: string;
  /** Where else something is written. */
  readonly beside: WrittenBeside;
  readonly options: LaunchOptions;
  readonly log: FaultLog;
  readonly times: Times;
}

/** The window, once it stands, and how it is kept as the chief set it. */
interface Opened {
  readonly window: BrowserWindow | undefined;
  readonly sealed: ClipboardGuard;
  readonly keepRules: (rules: WindowRules) => void;
}

/** Starts the process of the station, and says what the window does with what it tells by itself. */
export function openStation(settings: ShellSettings, opened: () => Opened): StationProcess {
  const { built, folder, beside, options, log, times } = settings;
  return startStation({
    entry: join(built, 'main/station.js'),
    init: {
      kind: 'init',
      folder,
      writtenBeside: beside,
      addonPath: join(built, 'native/better_sqlite3.node'),
      systemGuard: options.systemKey,
      suggestedRecoveryFolder: join(app.getPath('documents'), 'Sallyport recovery'),
      version: app.getVersion(),
    },
    startCarrier: carrierIn(built),
    report: log.report,
    events: {
      ready: () => {
        times.mark('station');
      },
      progress: (client, progress) => {
        const page = opened().window?.webContents;
        if (page !== undefined && client === clientOf(page)) page.send('sallyport:import-progress', progress);
      },
      windowRules: (rules) => {
        opened().keepRules(rules);
      },
      keyWork: answerKeyWork,
      fault: log.write,
      lost: (again) => {
        const { window, sealed } = opened();
        void sealed.forget();
        if (window === undefined) return;
        window.webContents.send('sallyport:lock');
        for (const above of window.getChildWindows()) above.destroy();
        tell(window, again ? 'stationAgain' : 'stationGone');
      },
    },
  });
}
