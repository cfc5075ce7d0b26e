import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDisplay } from '../../build/electron-host/display.ts';
import { makeReady } from '../../build/ready.ts';
import { sample, type Sample } from './launched.ts';
import { median, result, type BenchResult } from './result.ts';

const RUNS = 5;
const root = resolve(import.meta.dirname, '../..');

const BARE = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => { window.show(); console.log(JSON.stringify({ usable: Date.now() })); });
  window.loadURL('data:text/html,<title>bare</title><p>bare</p>');
});
app.on('window-all-closed', () => app.quit());
`;

/** From the start of the program to a window that answers, against an empty Electron window on the same machine. */
export async function benchWindow(): Promise<readonly BenchResult[]> {
  const host = await makeReady((line) => console.error(`· ${line}`));
  const display = await openDisplay((line) => console.error(`· ${line}`));
  const work = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const env = { ...display.env, SALLYPORT_TIMES: '1' };
  writeFileSync(join(work, 'package.json'), '{"name":"bare","main":"main.cjs"}');
  writeFileSync(join(work, 'main.cjs'), BARE);
  const ours: Sample[] = [];
  const bare: Sample[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const own = (name: string): string => join(work, `${name}-${String(run)}`);
    bare.push(await sample(host.executable, [`--user-data-dir=${own('bare')}`, work], env));
    const data = ['--data', own('station'), '--no-system-key'];
    ours.push(await sample(host.executable, [`--user-data-dir=${own('profile')}`, root, ...data], env));
  }
  display.close();
  rmSync(work, { recursive: true, force: true });
  const floorName = 'bare Electron window';
  const of = (samples: readonly Sample[], part: keyof Sample): number => median(samples.map((one) => one[part]));
  return [
    result(
      { name: 'window usable', value: of(ours, 'ms'), unit: 'ms', floor: of(bare, 'ms'), floorName },
      { ratioAtMost: 1.3 },
    ),
    result(
      { name: 'memory, all processes', value: of(ours, 'memory'), unit: 'MB', floor: of(bare, 'memory'), floorName },
      { ratioAtMost: 1.5 },
    ),
  ];
}
