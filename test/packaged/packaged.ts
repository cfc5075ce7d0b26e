// `npm run package -- --test`: the packaged app keeps its walls, sets up a station in its window and, started again, asks
// for a sign-in.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { openDisplay } from '../../build/electron-host/display.ts';
import { printStep } from '../../build/electron-host/log.ts';
import { setUpStation, signIn } from '../support/desk.ts';
import { leadAround } from './led-around.ts';
import { visit } from './packaged-app.ts';
import { WALLS } from './walls.ts';

const executable = resolve(import.meta.dirname, '../../release/linux-unpacked/sallyport');

function steps(recovery: string): readonly (readonly [string, (page: Page) => Promise<void>])[] {
  return [
    [
      'shows the first page of a new station',
      (page) => page.getByRole('heading', { name: 'Set up this station' }).waitFor({ timeout: 20_000 }),
    ],
    ['shows it again after a restart and sets up the station', (page) => setUpStation(page, recovery)],
    ['opens the records of that station for its chief after another', (page) => signIn(page)],
  ];
}

async function walk(scratch: string, display: NodeJS.ProcessEnv): Promise<void> {
  const recovery = join(scratch, 'recovery');
  mkdirSync(recovery);
  for (const [what, holds] of WALLS) {
    if (!(await holds({ executable, display, scratch }))) throw new Error(`The packaged app no longer ${what}.`);
    console.log(`✓ the packaged app ${what}`);
  }
  const copy = await leadAround(executable, scratch);
  for (const [what, step] of steps(recovery)) {
    await visit({ executable: copy, display, scratch }, step);
    console.log(`✓ the packaged app ${what}`);
  }
  console.log(`${String(WALLS.length + steps(recovery).length)} passed, 0 failed`);
}

if (!existsSync(executable)) throw new Error('There is no packaged app yet: npm run package');
const scratch = mkdtempSync(join(tmpdir(), 'sallyport-packaged-'));
const display = await openDisplay(printStep);
try {
  await walk(scratch, display.env);
} finally {
  display.close();
  rmSync(scratch, { recursive: true, force: true });
}
