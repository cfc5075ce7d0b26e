import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF, makeDesk, openDesk, signIn } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { has } from '../support/outside-program.ts';
import { readSquare } from '../support/read-square.ts';
import { openTestStation } from '../support/station.ts';
import { askTown, changeKey, practise, printFingerprint } from './key-journeys.ts';
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

  async function goTo(room: string): Promise<void> {
    for (const key of ['g', room]) await launched.page.keyboard.press(key);
  }

  it('shows the log and its heads, and runs the check by keyboard, each line in words', async () => {
    const { page } = launched;
    await goTo('i');
    await page.getByRole('heading', { level: 1, name: 'Integrity' }).waitFor();
    await page.getByRole('region', { name: 'The log' }).getByText('sallyport.invalid/').waitFor();
    await page.getByRole('region', { name: 'Signed heads' }).getByText('The end of a month').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^All \d+ checks hold\.$/).waitFor();
    const result = page.getByRole('region', { name: 'The check' });
    await result.getByText('every signed head before it').waitFor();
    expect(await result.getByText('fails').count()).toBe(0);
  });

  it('practises a change of the key, and shows when', async () => {
    await goTo('i');
    await practise(launched, desk, folder);
  });

  it('leads through a change of the key with the recovery key, and prints the fingerprint', async () => {
    await goTo('i');
    await changeKey(launched, desk, folder);
    await printFingerprint(launched, folder);
  });

  it.skipIf(!has('openssl'))(
    'asks a town’s authority and puts its answer in force (skipped without openssl)',
    async () => {
      await goTo('i');
      await askTown(launched, desk, folder);
    },
  );

  it('prints the head on the shift sheet, as a square that is found in the log of today', async () => {
    const { page } = launched;
    await goTo('d');
    await page.getByRole('button', { name: 'Shift sheet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Shift sheet' }).waitFor();
    const note = await readSquare(page);
    const [, size, root] = note.split('\n');
    await page.getByText(root ?? 'none', { exact: true }).waitFor();
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), colorScheme).toEqual([]);
      await picture(launched, folder, `shift-sheet-${colorScheme}`);
    }
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Saved as .*shift-\d{4}-\d\d-\d\dT\d{4}\.pdf$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
    await goTo('i');
    await page.getByLabel('Signed head, as printed').fill(note);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page
      .getByText(`The log of today begins with the same ${Number(size).toLocaleString('en-US')} entries`)
      .waitFor();
    await page.getByLabel('Signed head, as printed').fill(note.replace(`\n${size ?? ''}\n`, '\n1\n'));
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByText('This station did not sign this head.').waitFor();
  });

  it('binds a report to the head under which it was counted', async () => {
    const { page } = launched;
    await goTo('t');
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
    const [, , root = 'none'] = (await readSquare(page)).split('\n');
    await page.getByText(root, { exact: true }).waitFor();
    await page.getByText(root, { exact: true }).scrollIntoViewIfNeeded();
    await picture(launched, folder, 'report-head-light');
    await goTo('i');
    await page.getByRole('heading', { level: 1, name: 'Integrity' }).waitFor();
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

  it('takes a supervisor’s word for a clock that was set back, and tells the step ever after', async () => {
    await launched.close();
    const clock = { now: () => new Date(Date.now() + 3 * 3_600_000) };
    const ahead = await openTestStation(join(desk.work, 'station'), { clock });
    await ahead.done('session.signIn', { name: CHIEF.name, passphrase: CHIEF.passphrase });
    await ahead.close();
    launched = await launchApp(desk.launch);
    const { page } = launched;
    await signIn(page);
    await resize(launched, 1366, 768);
    await goTo('i');
    await page.getByRole('heading', { level: 1, name: 'Integrity' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^1 check fails\.$/).waitFor();
    await page.getByText(/^The clock was set back at entry \d+\.$/).waitFor();
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), colorScheme).toEqual([]);
      await picture(launched, folder, `clock-set-back-${colorScheme}`);
    }
    await page.getByLabel('What happened').selectOption('was-ahead');
    await page.getByRole('button', { name: 'Keep this answer' }).click();
    await page.getByText(/^All \d+ checks hold\.$/).waitFor();
    await page.getByText(/set back, and accounted for: at entry \d+, by 1\d\d minutes/).waitFor();
  });
});
