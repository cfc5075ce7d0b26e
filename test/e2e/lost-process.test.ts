import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { keyWindowAfter } from '../support/virtual-key.ts';
import { filesWith } from './planted-word.ts';
import { windowHost } from './window-host.ts';

const TYPED = 'Umbrellaquartz';
const NO_MORE_THAN = 5000;

const work = mkdtempSync(join(tmpdir(), 'sallyport-lost-'));

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe('the station process, when it ends by itself', () => {
  let launched: LaunchedApp;

  beforeAll(async () => {
    const data = join(work, 'station');
    launched = await launchApp({ ...windowHost(), data });
  });

  it('is told in words and started again once, and takes along what was copied of sealed content', async () => {
    await copySealed(launched);
    const first = await endStation(launched);
    await expect.poll(() => copied(launched)).toBe('');
    expect(first.message).toBe('The part of Sallyport that keeps the records stopped and has been started again.');
    const info = await launched.page.evaluate(() => window.sallyport.calls['station.info']({}));
    expect(info).toMatchObject({ ok: true });
    // What a security key would be asked for is gone with it, and so is the window that asks.
    let asked = Promise.resolve<unknown>(null);
    const above = await keyWindowAfter(launched, () => {
      asked = launched.page.evaluate(() =>
        window.sallyport.shell.touchKey({ challenge: 'AAAA', credentials: ['AAAA'] }),
      );
      return Promise.resolve();
    });
    const ended = above.waitForEvent('close');
    const second = await endStation(launched);
    await ended;
    expect(await asked).toMatchObject({ refusals: [{ params: { why: 'ended' } }] });
    expect(second.detail).toContain('Close Sallyport and open it again');
  });

  it('answers calls with an incident, and no more, when it does not come back', async () => {
    const gone = await launched.page.evaluate(() => window.sallyport.calls['station.info']({}));
    expect(JSON.stringify(gone)).toMatch(
      /^\{"ok":false,"refusals":\[\{"code":"fault","params":\{"incident":"[0-9a-f]{8}"\}\}\]\}$/,
    );
    expect(launched.output()).toContain('"where":["station.ended"]');
  });

  it('does not hold up the end', async () => {
    const start = performance.now();
    await launched.close();
    expect(performance.now() - start).toBeLessThan(NO_MORE_THAN);
  });
});

describe('the page, when its process ends by itself', () => {
  const folders = ['data', 'profile', 'home', 'tmp'].map((name) => join(work, 'page', name));
  const [data = '', profile = '', home = '', temporary = ''] = folders;
  let launched: LaunchedApp;

  beforeAll(async () => {
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    const env = { HOME: home, TMPDIR: temporary };
    launched = await launchApp({ ...windowHost(), data, profile, env });
  });
  afterAll(async () => {
    await launched.close();
  });

  it('is opened again with its bridge, told in words, and leaves no dump of what was typed', async () => {
    await launched.page.getByRole('textbox').first().pressSequentially(TYPED);
    await copySealed(launched);
    const told = await endPage(launched);
    await expect.poll(() => copied(launched)).toBe('');
    expect(told.message).toBe('This window stopped and has been opened again.');
    const bridge = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const kind: unknown = await window?.webContents.executeJavaScript('typeof sallyport.calls');
      return kind;
    });
    expect(bridge).toBe('object');
    expect(
      folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' })).filter(isDump),
    ).toEqual([]);
    expect(filesWith(TYPED, folders)).toEqual([]);
  });
});

interface Told {
  readonly message: string;
  readonly detail: string;
}

const isDump = (name: string): boolean => /\.dmp$|(?:^|\/)core(?:\.|$)/.test(name);

/** Ends a process and answers what the window was told; the message box itself would wait for a person. */
async function toldWhenEnded({ app }: LaunchedApp, end: () => Promise<unknown>): Promise<Told> {
  await app.evaluate(({ app: main, dialog }) => {
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { message, detail }: Told) => {
        main.emit('test-told', { message, detail });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      },
    });
  });
  const told = app.evaluate(
    ({ app: main }) =>
      new Promise<Told>((resolve) => {
        const heard: NodeJS.EventEmitter = main;
        heard.addListener('test-told', resolve);
      }),
  );
  await end();
  return told;
}

/** As a page does that shows what is sealed. */
async function copySealed({ app, page }: LaunchedApp): Promise<void> {
  await app.evaluate(async ({ clipboard }, text) => {
    await clipboard.writeText(text);
  }, TYPED);
  await page.evaluate((text) => window.sallyport.shell.sealedCopied('clipboard', text), TYPED);
}
const copied = ({ app }: LaunchedApp): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText());

/** Kills the station process. */
function endStation(launched: LaunchedApp): Promise<Told> {
  return toldWhenEnded(launched, () =>
    launched.app.evaluate(({ app }) => {
      const names = (metric: Electron.ProcessMetric): string => `${metric.name ?? ''} ${metric.serviceName ?? ''}`;
      const station = app.getAppMetrics().find((metric) => names(metric).includes('Sallyport station'));
      if (station === undefined) throw new Error('no station process');
      process.kill(station.pid, 'SIGKILL');
    }),
  );
}

/** Ends the page's process as a fault in it would. */
function endPage(launched: LaunchedApp): Promise<Told> {
  return toldWhenEnded(launched, () =>
    launched.app.evaluate(({ BrowserWindow }) => {
      const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
      if (pid === undefined) throw new Error('no page process');
      process.kill(pid, 'SIGSEGV');
    }),
  );
}
