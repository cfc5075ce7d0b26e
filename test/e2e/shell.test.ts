import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { launchApp, type Launch, type LaunchedApp } from '../support/launch.ts';
import { windowHost } from './window-host.ts';

const NO_MORE_THAN = 5000;
const SOON = { timeout: 20_000 };

describe('the shell around the page', () => {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-shell-'));
  const prints = join(work, 'prints');
  const launch: Launch = {
    ...windowHost(),
    data: join(work, 'station'),
    args: ['--prints', prints, '--choose-file=/tmp/export.csv', '--choose-folder=/tmp/out'],
    env: { SALLYPORT_TIMES: '1' },
  };
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await launchApp(launch);
  });
  afterAll(async () => {
    await launched.close();
    rmSync(work, { recursive: true, force: true });
  });

  it('tells when it reached each step of its start', async () => {
    await expect.poll(() => launched.output(), SOON).toContain('"times"');
    const line =
      launched
        .output()
        .split('\n')
        .find((text) => text.startsWith('{"times"')) ?? '';
    expect(line).toMatch(/"main":\d+.*"shown":\d+/);
  });

  it('answers dialogs from the command line, for the purposes it knows', async () => {
    const chosen = await launched.page.evaluate(async () => {
      const { shell } = window.sallyport;
      return [
        await shell.chooseFile('import'),
        await shell.chooseFolder('export'),
        await shell.chooseFolder('recovery'),
      ];
    });
    expect(chosen).toEqual(['/tmp/export.csv', '/tmp/out', '/tmp/out']);
  });

  it('refuses on every call what no form sends', async () => {
    const codes = await launched.page.evaluate(async () => {
      let deep: unknown = 'x';
      for (let depth = 0; depth < 400; depth += 1) deep = { a: deep };
      const odd: readonly unknown[] = [null, 7, 'text', [], 10n ** 30n, { deep }, { constructor: 1 }, { x: 1 }];
      const told = new Set<string>();
      for (const call of Object.values(window.sallyport.calls)) {
        for (const input of odd) {
          const reply: unknown = await Reflect.apply(call, null, [input]);
          told.add(JSON.stringify(reply));
        }
      }
      return [...told].filter((reply) => !reply.startsWith('{"ok":false') || reply.includes('"fault"'));
    });
    expect(codes).toEqual([]);
  });

  it('prints the page into the folder for prints, whatever the name, and never over a file', async () => {
    const saved = await launched.page.evaluate(async () => {
      const { shell } = window.sallyport;
      return [await shell.savePdf('../../2026-00001'), await shell.savePdf('../../2026-00001')];
    });
    expect(saved).toEqual([
      { ok: true, value: join(prints, '2026-00001.pdf') },
      { ok: true, value: join(prints, '2026-00001 (2).pdf') },
    ]);
    expect(readFileSync(join(prints, '2026-00001.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('docks beside another window, 420 px wide and above it, and comes back', async () => {
    const before = await sizeOf(launched);
    await launched.page.evaluate(() => window.sallyport.shell.setDock(true));
    await expect.poll(() => sizeOf(launched), SOON).toMatchObject({ width: 420, above: true });
    await launched.page.evaluate(() => window.sallyport.shell.setDock(false));
    await expect.poll(() => sizeOf(launched), SOON).toEqual(before);
  });

  it('tells the page to hide when the computer sleeps or locks', async () => {
    for (const event of ['suspend', 'lock-screen'] as const) {
      const told = launched.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const end = window.sallyport.onLock((...given: readonly unknown[]) => {
              end();
              resolve(given.length);
            });
          }),
      );
      await pause(100);
      await launched.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      expect(await told).toBe(0);
    }
  });

  it('opens no second window on the same station', async () => {
    await expect(launchApp(launch)).rejects.toThrow();
    expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

describe('a window that nobody uses', () => {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-idle-'));

  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('locks by itself, later when there was input, and ends within seconds', async () => {
    const data = join(work, 'station');
    const launched = await launchApp({ ...windowHost(), data, args: ['--idle-lock=4'] });
    await launched.page.mouse.move(200, 200);
    const locked = launched.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          window.sallyport.onLock(() => {
            resolve(performance.timeOrigin + performance.now());
          });
        }),
    );
    await pause(2000);
    const touched = performance.timeOrigin + performance.now();
    await launched.page.mouse.move(220, 220);
    expect((await locked) - touched).toBeGreaterThan(3900);
    // A page that asks whether to leave is not heard.
    await launched.page.mouse.click(200, 200);
    await launched.page.evaluate(() => {
      addEventListener('beforeunload', (event) => {
        event.preventDefault();
      });
    });
    const start = performance.now();
    await launched.close();
    expect(performance.now() - start).toBeLessThan(NO_MORE_THAN);
    expect(existsSync(data)).toBe(true);
  });
});

interface Size {
  readonly width: number;
  readonly height: number;
  readonly above: boolean;
}

function sizeOf({ app }: LaunchedApp): Promise<Size> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const { width, height } = window.getBounds();
    return { width, height, above: window.isAlwaysOnTop() };
  });
}
