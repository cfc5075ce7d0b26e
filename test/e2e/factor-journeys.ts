// Journeys of second factors and security keys, by keyboard where people type.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { CHIEF } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, THEMES } from '../support/look.ts';
import { keyWindowAfter, touchKey, type KeyInDrawer } from '../support/virtual-key.ts';

const ENTRY = { name: CHIEF.name, passphrase: CHIEF.passphrase };

export async function looksWell(launched: LaunchedApp, page: Page = launched.page): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await findViolations({ ...launched, page })).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/**
 * The screen locks over recovery codes: unseen behind it they wait to be written down, and the passphrase alone does not
 * show them. Once they are, it opens the lock again.
 */
export async function lockOverCodes(
  launched: LaunchedApp,
  folder: string,
  { shown, code, title }: { readonly shown: string; readonly code: string; readonly title: string },
): Promise<void> {
  const { page } = launched;
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { level: 1, name: 'Locked' }).waitFor();
  expect(await page.getByText(shown).isVisible()).toBe(false);
  await picture(launched, folder, 'codes-locked');
  await page.keyboard.type(CHIEF.passphrase);
  await page.keyboard.press('Enter');
  await page.getByText('Recovery codes are on the screen behind this lock').waitFor();
  expect(await page.getByText(shown).isVisible()).toBe(false);
  const asked = page.getByLabel('Code of your second factor').last();
  await expect.poll(() => asked.evaluate((box) => box.matches(':focus'))).toBe(true);
  await picture(launched, folder, 'codes-locked-both');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByText(shown).waitFor();
  const written = page.getByRole('button', { name: 'I have written them down' });
  await expect.poll(() => written.evaluate((button) => button.matches(':focus'))).toBe(true);
  expect(await page.title()).toBe(`${title} · Sallyport`);
  await picture(launched, folder, 'codes-unlocked');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { level: 1, name: 'Locked' }).waitFor();
  await page.keyboard.type(CHIEF.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

/** Somebody has the passphrase and stops where the code is asked for; the trail shows that before all else. */
export async function leaveAtFactor(launched: LaunchedApp, folder: string): Promise<void> {
  const { page } = launched;
  await page.evaluate(({ name, passphrase }) => window.sallyport.calls['session.signIn']({ name, passphrase }), CHIEF);
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Audit trail' }).waitFor();
  await page.getByRole('region', { name: 'Look at this first' }).getByText('no second factor within').waitFor();
  await picture(launched, folder, 'trail');
  await looksWell(launched);
}

/** Asks before a key goes; left by the keyboard it takes nothing, and gives the focus back. */
export async function askBeforeTaking(launched: LaunchedApp, folder: string): Promise<void> {
  const { page } = launched;
  const takes = page.getByRole('button', { name: 'Take away Blue one' });
  await takes.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take away Blue one' });
  await expect.poll(() => dialog.getByLabel('Your passphrase').evaluate((box) => box.matches(':focus'))).toBe(true);
  await dialog.getByText('It lets you in no more.').waitFor();
  await picture(launched, folder, 'key-take');
  await looksWell(launched);
  for (let at = 0; at < 2; at += 1) await page.keyboard.press('Tab');
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  expect(await cancel.evaluate((button) => button.matches(':focus'))).toBe(true);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(await takes.evaluate((button) => button.matches(':focus'))).toBe(true);
}

/** Makes recovery codes anew by a touch, which is waited for once. */
export async function renewCodes(
  launched: LaunchedApp,
  folder: string,
  key: KeyInDrawer,
): Promise<{ readonly key: KeyInDrawer; readonly codes: readonly string[] }> {
  const { page } = launched;
  const part = page.getByRole('region', { name: 'Recovery codes' });
  await part.getByLabel('Your passphrase').fill(CHIEF.passphrase);
  const opened = await keyWindowAfter(launched, () => page.keyboard.press('Enter'));
  await part.locator('form').evaluate((form) => form instanceof HTMLFormElement && form.requestSubmit());
  await part.getByText('The security key is waited for already.').waitFor();
  expect(opened.isClosed()).toBe(false);
  const touched = await touchKey(launched, opened, key);
  await page.getByRole('button', { name: 'I have written them down' }).waitFor();
  const codes = await page.getByRole('listitem').allInnerTexts();
  await page.keyboard.press('Enter');
  const told = page.getByText('Your new recovery codes serve from now on');
  await expect.poll(() => told.evaluate((text) => text.matches(':focus'))).toBe(true);
  await part.getByText('Recovery codes that are left: 10 of ten.').waitFor();
  await picture(launched, folder, 'key-codes-renewed');
  await looksWell(launched);
  return { key: touched, codes };
}

/** Where a recovery code is asked for: by the last of them, which leads to the page where another factor is set up. */
export async function comeInByTheLast({ page }: LaunchedApp, codes: readonly string[]): Promise<void> {
  for (const code of codes.slice(1)) {
    await page.evaluate((given) => window.sallyport.calls['session.signIn'](given), { ...ENTRY, code });
  }
  await page.getByLabel('Recovery code').fill(codes[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
  await page.getByText('You came in by the last of your recovery codes.').waitFor();
}

/** The station asks for both at the next unlocking, as it does after twelve hours, which nobody waits for here. */
async function askForBoth({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    const doors: unknown = Reflect.get(ipcMain, '_invokeHandlers');
    const station: unknown = doors instanceof Map ? doors.get('sallyport:call') : undefined;
    if (typeof station !== 'function') throw new Error('no door to the station');
    let asked = false;
    ipcMain.removeHandler('sallyport:call');
    ipcMain.handle('sallyport:call', (event, name: unknown, input: unknown): unknown => {
      const asks = name === 'session.unlock' && !asked;
      asked ||= asks;
      const needed = { code: 'second-factor-needed', params: { why: 'long' } };
      return asks ? { ok: false, refusals: [needed] } : Reflect.apply(station, undefined, [event, name, input]);
    });
  });
}

export async function unlockByBoth(launched: LaunchedApp, folder: string): Promise<void> {
  const { page } = launched;
  await askForBoth(launched);
  await page.keyboard.press('Control+l');
  await page.getByRole('heading', { level: 1, name: 'Locked' }).waitFor();
  await page.keyboard.type(CHIEF.passphrase);
  await page.keyboard.press('Enter');
  await page.getByText('Twelve hours have gone by since the last time.').waitFor();
  const code = page.getByLabel('Code of your second factor');
  await expect.poll(() => code.evaluate((box) => box.matches(':focus'))).toBe(true);
  await picture(launched, folder, 'locked-twelve-hours');
  await looksWell(launched);
  await page.keyboard.type('123456');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}
