// A packaged app takes no inspector, so a copy of it is driven over Chromium's own port; see led-around.ts.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { launchSwitches } from '../../build/electron-host/display.ts';

export interface Packaged {
  readonly executable: string;
  readonly display: NodeJS.ProcessEnv;
  /** Everything the app writes goes below this folder. */
  readonly scratch: string;
}

function start({ executable, display, scratch }: Packaged): ChildProcess {
  const own = [`--user-data-dir=${join(scratch, 'profile')}`, '--remote-debugging-port=0'];
  return spawn(executable, [...launchSwitches(), ...own, '--data', join(scratch, 'station')], {
    env: { ...display, HOME: scratch, XDG_CONFIG_HOME: join(scratch, 'config') },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
}

function addressOf(app: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    app.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /DevTools listening on (\S+)/.exec(text)?.[1];
      if (found !== undefined) done(found);
    });
    app.once('error', fail);
    app.once('exit', (code) => {
      fail(new Error(`The app ended with ${String(code)}.\n${text}`));
    });
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('The app has no window.');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

/** Starts the packaged app, does one thing in its window and ends it. */
export async function visit(packaged: Packaged, step: (page: Page) => Promise<void>): Promise<void> {
  const app = start(packaged);
  const ended = new Promise((done) => app.once('exit', done));
  try {
    const browser = await chromium.connectOverCDP(await addressOf(app));
    await step(await firstPage(browser));
    await browser.close();
  } finally {
    app.kill();
    await ended;
  }
}
