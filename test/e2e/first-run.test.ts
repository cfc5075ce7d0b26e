import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, setUpStation, signIn, STATION } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';
import { windowHost } from './window-host.ts';

describe('the first run', () => {
  const desk = makeDesk(windowHost(), 'first-run');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await launchApp(desk.launch);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('goes on only when the page is filled in, and puts the focus on what is missing', async () => {
    const { page } = launched;
    await page.getByLabel('Name of the station').fill(STATION.name);
    await page.getByLabel('ORI').fill('MA0');
    await page.keyboard.press('Control+Enter');
    expect(await page.getByLabel('ORI').evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.getByLabel('ORI').getAttribute('aria-invalid')).toBe('true');
  });

  it('takes a recovery key only as it was shown', async () => {
    const { page } = launched;
    await page.getByLabel('ORI').fill(STATION.ori.toLowerCase());
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Name as shown').fill(CHIEF.displayName);
    await page.getByLabel('Badge').fill(CHIEF.badge);
    await page.getByLabel('Sign-in name').fill(CHIEF.name);
    // Told where it is typed, and not once the recovery key is on paper.
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    for (const [weak, why] of [
      ['short one', 'This passphrase is short.'],
      ['Jennifer2026!', 'one or two of the words that are tried first'],
      [`${STATION.name} Police`, 'made of your name or the station’s'],
    ] as const) {
      await passphrase.fill(weak);
      await page.getByLabel('Passphrase again').fill(weak);
      await page.keyboard.press('Control+Enter');
      await page.getByText(why).waitFor();
      expect(await passphrase.evaluate((box) => box === document.activeElement)).toBe(true);
    }
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'first-run-weak');
    await passphrase.fill(CHIEF.passphrase);
    await page.getByLabel('Passphrase again').fill(`${CHIEF.passphrase}?`);
    await page.keyboard.press('Control+Enter');
    await page.getByText('The two passphrases are not the same.').waitFor();
    await page.getByLabel('Passphrase again').fill(CHIEF.passphrase);
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Type the key from your paper').fill('0000-0000');
    await page.keyboard.press('Control+Enter');
    await page.getByText('This is not the key above.').waitFor();
    expect(existsSync(join(desk.work, 'station', 'station.json'))).toBe(false);
  });

  it('sets the station up, says where the recovery files are, and lets the chief in', async () => {
    const { page } = launched;
    await page.reload();
    await setUpStation(page);
    const files = readdirSync(join(desk.work, 'recovery')).sort();
    expect(files).toEqual(['database-recovery.json', 'root-recovery.jwe']);
    for (const file of files) await page.getByText(join(desk.work, 'recovery', file)).waitFor();
    await page.keyboard.press('Control+Enter');
    await signIn(page);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Desk');
    expect(await page.getByRole('banner').innerText()).toContain(CHIEF.displayName);
  });

  it('says what to do about a forgotten passphrase, once it is asked', async () => {
    const { page } = launched;
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Sign out instead' }).press('Enter');
    await page.getByRole('button', { name: 'I have read this' }).press('Enter');
    const command = page.getByText('sallyport recover --user CHIEF --recovery FOLDER');
    expect(await command.isVisible()).toBe(false);
    await page.getByText('Passphrase forgotten?').press('Enter');
    expect(await command.isVisible()).toBe(true);
    expect(await findViolations(launched)).toEqual([]);
  });

  it('says how many tries are left, and counts them down', async () => {
    const { page } = launched;
    await page.getByLabel('Sign-in name').fill(CHIEF.name);
    await page.getByLabel('Passphrase').fill('not the passphrase');
    await page.keyboard.press('Enter');
    await page.getByText('4 tries are left').waitFor();
    await page.getByLabel('Passphrase').fill('not this one either');
    await page.keyboard.press('Enter');
    await page.getByText('3 tries are left').waitFor();
    expect(await page.getByLabel('Passphrase').inputValue()).toBe('');
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
  });
});
