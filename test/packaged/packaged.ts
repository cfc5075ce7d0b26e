// `npm run package -- --test`: the packaged app opens its window, says what a new station needs, and does so again.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDisplay } from '../../build/electron-host/display.ts';
import { printStep } from '../../build/electron-host/log.ts';
import { visit } from './packaged-app.ts';

const executable = resolve(import.meta.dirname, '../../release/linux-unpacked/sallyport');
if (!existsSync(executable)) throw new Error('There is no packaged app yet: npm run package');
const scratch = mkdtempSync(join(tmpdir(), 'sallyport-packaged-'));
const display = await openDisplay(printStep);

/** Anything else in this place means that the station process did not answer. */
const FIRST_RUN = 'Set up this station';

try {
  for (const time of ['first', 'second']) {
    await visit({ executable, display: display.env, scratch }, async (page) => {
      await page.getByRole('heading', { name: FIRST_RUN }).waitFor({ timeout: 20_000 });
    });
    printStep(`the packaged app shows its first page, ${time} start`);
  }
  console.log('2 passed, 0 failed');
} finally {
  display.close();
  rmSync(scratch, { recursive: true, force: true });
}
