import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, setUpStation, signIn, STATION } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { windowHost } from './window-host.ts';

describe('backups', { timeout: 120_000 }, () => {
  const desk = makeDesk(windowHost(), 'backups');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  const stick = join(desk.work, 'stick');
  let launched: LaunchedApp;
  let key = '';

  beforeAll(async () => {
    mkdirSync(stick);
    launched = await launchApp(desk.launch);
    await resize(launched, 1366, 768);
    await setUpStation(launched.page, undefined, async (page) => {
      if (page === 'recovery') key = await launched.page.locator('.key').innerText();
    });
    await launched.page.keyboard.press('Control+Enter');
    await signIn(launched.page);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  async function look(name: string): Promise<void> {
    for (const colorScheme of THEMES) {
      await launched.page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), `${name} ${colorScheme}`).toEqual([]);
      await picture(launched, folder, `${name}-${colorScheme}`);
    }
  }

  it('are planned and made by keyboard, and stand in the list', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor();
    await page.getByText('No backup is made by itself').waitFor();
    await page.getByLabel('Folder or stick').fill(stick);
    await page.keyboard.press('Enter');
    await page.getByText('The plan is saved.').waitFor();
    await page.getByRole('button', { name: 'Desk' }).press('Enter');
    await page.getByText('A backup is planned, and there is none yet.').waitFor();
    await look('backup-late');
    const now = page.getByRole('button', { name: 'Back up now' });
    await now.press('Enter');
    await page.getByText('A backup is planned, and there is none yet.').waitFor({ state: 'hidden' });
    await page.getByText(/^The backup is made and checked: \d+ entries[.]$/).waitFor();
    expect(await now.evaluate((button) => button.matches(':focus'))).toBe(true);
    await look('backup-made');
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByRole('region', { name: 'In this folder' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^The backup is made and checked: \d+ entries[.]/).waitFor();
    expect(await page.getByRole('region', { name: 'In this folder' }).getByRole('row').count()).toBe(2);
    await look('backups');
    await resize(launched, 420, 900);
    expect(await overhang(launched)).toBe(0);
    await resize(launched, 1366, 768);
  });

  it('are made as the program closes', async () => {
    const root = join(stick, `sallyport-backups-${STATION.ori}`);
    const [before] = readdirSync(root);
    await launched.page.getByLabel('Days', { exact: true }).fill('15');
    await launched.page.getByRole('button', { name: 'Save the plan' }).click();
    await launched.page.getByText('The plan is saved.').waitFor();
    await launched.close();
    const names = readdirSync(root).filter((name) => !name.startsWith('later'));
    expect(names.length).toBe(1);
    expect(names).not.toContain(before);
    rmSync(join(desk.work, 'station'), { recursive: true });
  });

  it('bring the station back on an empty machine, with stick, recovery files and paper', async () => {
    launched = await launchApp(desk.launch);
    await resize(launched, 1366, 768);
    const { page } = launched;
    await page.getByRole('button', { name: 'Bring back a station from a backup' }).press('Enter');
    await page.getByLabel('Folder or stick with the backups').fill(join(desk.work, 'nowhere'));
    await page.keyboard.press('Enter');
    await page.getByText('No backup lies there.').waitFor();
    await look('restore-find');
    await page.getByLabel('Folder or stick with the backups').fill(stick);
    await page.keyboard.press('Enter');
    await page.getByText(`Backups of ${STATION.name}`).waitFor();
    await page.getByLabel('Folder or stick with the recovery files').fill(join(desk.work, 'recovery'));
    await page.getByLabel('Recovery key, from your paper').fill('0000-0000');
    await page.getByLabel('Sign-in name of a chief of that station').fill(CHIEF.name);
    await page.getByLabel('New passphrase of that chief').fill('nine grey kettles on the stair');
    await page.getByLabel('New passphrase again').fill('nine grey kettles on the stair');
    await page.getByLabel('What happened, and what was tried').fill('The machine burned.');
    await page.keyboard.press('Control+Enter');
    const typed = page.getByLabel('Recovery key, from your paper');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await look('restore-prove');
    await typed.fill(key);
    const root = join(stick, `sallyport-backups-${STATION.ori}`);
    const [name = ''] = readdirSync(root).filter((one) => one.startsWith('2'));
    const records = join(root, name, 'records.db');
    renameSync(records, `${records}.kept`);
    execFileSync('mkfifo', [records]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Copying, 0 %.').waitFor();
    await look('restore-working');
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await page.getByText('This was stopped; nothing was changed.').waitFor();
    await look('restore-stopped');
    renameSync(`${records}.kept`, records);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'The station is back' }).waitFor({ timeout: 60_000 });
    await page.getByText('If an order of a court was carried out after the backup, carry it out again.').waitFor();
    await look('restore-done');
    await page.keyboard.press('Control+Enter');
    await signIn(page, { name: CHIEF.name, passphrase: 'nine grey kettles on the stair' });
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^All \d+ checks hold\.$/).waitFor();
  });

  it('say as the program closes how far they are, and are done without where somebody has to go', async () => {
    const { app, page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByLabel('Folder or stick').fill(stick);
    await page.keyboard.press('Enter');
    await page.getByText('The plan is saved.').waitFor();
    const made = readdirSync(join(stick, `sallyport-backups-${STATION.ori}`));
    await app.evaluate(({ BrowserWindow }) => {
      const refusal = { code: 'disk-full', field: 'folder', params: { needed: 412, free: 96 } };
      for (const { webContents } of BrowserWindow.getAllWindows())
        webContents.send('sallyport:leaving', { kind: 'failed', refusal });
    });
    await page.getByRole('heading', { level: 1, name: 'The backup was not made' }).waitFor();
    await look('backup-leaving-failed');
    // A pipe in place of a file: whoever copies it waits until somebody writes into it.
    const pipe = join(desk.work, 'station', 'signing-key.json');
    rmSync(pipe);
    execFileSync('mkfifo', [pipe]);
    const gone = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    await page.getByRole('heading', { level: 1, name: 'A backup is being made' }).waitFor();
    await page.getByText(/^Copied (\d+[.]\d) of \1 MB[.]$/).waitFor();
    await look('backup-leaving');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Stopping.').waitFor();
    writeFileSync(pipe, '');
    await gone;
    expect(readdirSync(join(stick, `sallyport-backups-${STATION.ori}`))).toEqual(made);
  });
});
