// Starts the app in a window that a program drives: for the end-to-end tests, the demo and the bench.
import { dirname, join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { launchSwitches } from '../../build/electron-host/display.ts';

export interface Launch {
  /** The Electron to run; `makeReady` in build/ready.ts finds it and builds the app. */
  readonly executable: string;
  /** Value of DISPLAY, from `openDisplay`; empty where the machine has a screen of another kind. */
  readonly display: string;
  /** The station folder. */
  readonly data: string;
  /** Chromium's own folder; beside the station folder where it is not given. */
  readonly profile?: string;
  /** More switches of the app, such as `--choose-folder DIR`. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The window, loaded. */
  readonly page: Page;
  /** What the app wrote to its standard output and error so far. */
  output(): string;
  /** Ends the app as a person would, by closing its last window. */
  close(): Promise<void>;
}

function environment(launch: Launch): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const display = launch.display === '' ? {} : { DISPLAY: launch.display };
  return { ...Object.fromEntries(own), ...display, ...launch.env };
}

/** A window that stands later than this does not come. */
const WINDOW_MS = 40_000;

/** Answers when the page has loaded; throws where no window appears. The app waits until the driver listens. */
export async function launchApp(launch: Launch): Promise<LaunchedApp> {
  const profile = launch.profile ?? join(dirname(resolve(launch.data)), 'profile');
  const root = resolve(import.meta.dirname, '../..');
  const held = join(import.meta.dirname, 'held-app');
  const switches = [...launchSwitches(), `--user-data-dir=${profile}`];
  const app = await _electron.launch({
    executablePath: launch.executable,
    args: [...switches, held, root, '--data', launch.data, ...(launch.args ?? [])],
    cwd: root,
    env: environment(launch),
    timeout: WINDOW_MS,
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  app.process().stdout?.on('data', keep);
  app.process().stderr?.on('data', keep);
  try {
    const page = await app.firstWindow({ timeout: WINDOW_MS });
    await page.waitForLoadState('load', { timeout: WINDOW_MS });
    return { app, page, output: () => output, close: () => app.close() };
  } catch (thrown) {
    app.process().kill('SIGKILL');
    throw thrown;
  }
}
