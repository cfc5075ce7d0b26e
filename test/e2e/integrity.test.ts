import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { deskHost } from './window-host.ts';

describe('the page of integrity', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'integrity');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('shows the log and its heads, and runs the check by keyboard, each line in words', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { level: 1, name: 'Integrity' }).waitFor();
    await page.getByRole('region', { name: 'The log' }).getByText('sallyport.invalid/').waitFor();
    await page.getByRole('region', { name: 'Signed heads' }).getByText('The end of a month').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^All \d+ checks hold\.$/).waitFor();
    const result = page.getByRole('region', { name: 'The check' });
    await result.getByText('every signed head before it').waitFor();
    expect(await result.getByText('fails').count()).toBe(0);
  });

  it('can be read in either theme and in the dock', async () => {
    const { page } = launched;
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), colorScheme).toEqual([]);
      await picture(launched, folder, `integrity-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched)).toBeLessThanOrEqual(0);
    await picture(launched, folder, 'integrity-dock');
  });
});
