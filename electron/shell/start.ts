import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import type { WindowRules } from '../../services/state.ts';
import { clientOf, handleCalls } from '../ipc/handle.ts';
import { shellRoutes } from '../ipc/routes.ts';
import { ORIGIN, serveScheme } from '../security/scheme.ts';
import { memorySession } from '../security/traces.ts';
import { openWindow, showPage } from '../window.ts';
import { boards } from './boards.ts';
import { createClipboardGuard, SEALED_SECONDS, type ClipboardGuard } from './clipboard-guard.ts';
import { collectPage } from './collect-page.ts';
import { createDock } from './dock.ts';
import { createExit, type Exit } from './leaving.ts';
import { watchForIdleness } from './idle-lock.ts';
import { MOST_IDLE_SECONDS } from './idle-timer.ts';
import { createKeyWindow, type KeyWindow } from './key-window.ts';
import { watchForLostPage } from './lost-page.ts';
import { setMenu } from './menu.ts';
import { openStation, type ShellSettings } from './open-station.ts';
import { quitCleanly } from './quit.ts';
import { savePdf } from './save-pdf.ts';
import type { StationProcess } from './station-process.ts';
import { tell } from './told.ts';
import { keepWindowRules } from './window-rules.ts';

/** The title in index.html. */
const EMPTY_PAGE = 'Sallyport';

interface Parts {
  readonly settings: ShellSettings;
  readonly window: BrowserWindow;
  readonly station: StationProcess;
  readonly sealed: ClipboardGuard;
  readonly exit: Exit;
  readonly key: KeyWindow;
}

/** After these calls nobody stands before the window any more who opened what is sealed. */
const ENDS: ReadonlySet<string> = new Set(['session.lock', 'session.signOut']);

function openDoors({ settings, window, station, sealed, exit, key }: Parts): void {
  const { options, log } = settings;
  const { webContents: page } = window;
  const prints = options.prints ?? join(app.getPath('documents'), 'Sallyport');
  handleCalls({
    origin: ORIGIN,
    page: () => (page.isDestroyed() ? undefined : page),
    station: (client, name, input) => {
      if (ENDS.has(name)) {
        void sealed.forget();
        key.end();
        collectPage(page);
      }
      return station.call(client, name, input);
    },
    routes: shellRoutes({
      window: () => (window.isDestroyed() ? undefined : window),
      setDock: createDock(window),
      savePdf: (name) => savePdf(window, prints, name),
      chosen: { file: options.chooseFile, folder: options.chooseFolder },
      documents: () => app.getPath('documents'),
      sealedCopied: sealed.keep,
      leaveNow: () => {
        exit.leaveNow();
      },
      askKey: key.ask,
    }),
    report: log.report,
  });
}

/** Answers how the window is kept as the chief sets it; a test's own time stays. */
function watch({ settings, window, station, sealed, key }: Parts): (rules: WindowRules) => void {
  const { webContents: page } = window;
  const client = clientOf(page);
  const { idleSeconds } = settings.options;
  const lockAfter = watchForIdleness(page, idleSeconds ?? MOST_IDLE_SECONDS, () => {
    void sealed.forget();
    key.end();
    void station.call(client, 'session.lock', {});
    page.send('sallyport:lock');
  });
  watchForLostPage(page, {
    now: () => performance.now(),
    signOut: () => {
      void sealed.forget();
      void station.call(client, 'session.signOut', {});
    },
    open: () => {
      showPage(window);
    },
    lost: (again) => {
      tell(window, again ? 'pageAgain' : 'pageGone');
    },
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  return keepWindowRules(window, (seconds) => {
    if (idleSeconds === undefined) lockAfter(seconds);
  });
}

/**
 * Starts the station and, while it opens, the window; wires the one to the other. Runs once, when the app is ready.
 * The station goes first: the page waits for its first answer.
 */
export function startShell(settings: ShellSettings): void {
  const { built, times } = settings;
  times.mark('ready');
  const windows: BrowserWindow[] = [];
  const keepers: ((rules: WindowRules) => void)[] = [];
  const sealed = createClipboardGuard(boards, SEALED_SECONDS);
  const station = openStation(settings, () => ({
    window: windows.find((window) => !window.isDestroyed()),
    sealed,
    keepRules: (rules) => {
      for (const keep of keepers) keep(rules);
    },
  }));
  const session = memorySession();
  serveScheme(session, join(built, 'renderer'));
  const window = openWindow({ preload: join(built, 'preload/preload.cjs'), session, packaged: app.isPackaged });
  window.once('ready-to-show', () => {
    times.mark('shown');
  });
  // The first screen names itself in the title; the empty page before it bears the program's name alone.
  window.webContents.on('page-title-updated', (_event, title) => {
    if (title !== EMPTY_PAGE) times.mark('screen');
  });
  windows.push(window);
  const exit = createExit(station, () => {
    const { webContents: page } = window;
    return window.isDestroyed() || page.isCrashed() ? undefined : page;
  });
  const key = createKeyWindow({ parent: window, built, packaged: app.isPackaged });
  const parts = { settings, window, station, sealed, exit, key };
  openDoors(parts);
  times.mark('window');
  keepers.push(watch(parts));
  quitCleanly(window, async (milliseconds) => {
    await Promise.all([sealed.forget(), exit.leave(milliseconds)]);
  });
  setMenu();
}
