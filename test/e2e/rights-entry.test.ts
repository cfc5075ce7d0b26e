import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, resize } from '../support/look.ts';
import { deskHost } from './window-host.ts';

describe('an entry of the rights', { timeout: 60_000 }, () => {
  const desk = makeDesk(deskHost(), 'rights');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
    await launched.page.keyboard.press('n');
    await launched.page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const card = (): Locator => launched.page.getByRole('region', { name: 'Rights told to everyone' });
  const opens = (what: string): Locator => card().getByRole('button', { name: `Record: ${what}` });
  const closes = (): Locator => card().getByRole('button', { name: /^Close/ });
  const detail = (): Locator => card().getByLabel('Reached or not');
  const hasFocus = (one: Locator): Promise<boolean> => one.evaluate((element) => element === document.activeElement);

  it('is closed by Escape and by its button, and the focus goes back to what opened it', async () => {
    const { page } = launched;
    await opens('Phone call').press('Enter');
    await detail().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => detail().isVisible()).toBe(false);
    expect(await hasFocus(opens('Phone call'))).toBe(true);
    await page.keyboard.press('Enter');
    await detail().waitFor();
    await closes().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => detail().isVisible()).toBe(false);
    expect(await hasFocus(opens('Phone call'))).toBe(true);
  });

  it('keeps what was typed while it is closed', async () => {
    const { page } = launched;
    await page.keyboard.press('Enter');
    await detail().fill('Reached his sister');
    await page.keyboard.press('Escape');
    await expect.poll(() => detail().isVisible()).toBe(false);
    await card().getByText('typed, not recorded').waitFor();
    expect(await opens('Phone call').getAttribute('aria-label')).toBe('Record: Phone call, typed, not recorded');
    await picture(launched, folder, 'rights-entry-typed');
    await page.keyboard.press('Enter');
    await detail().waitFor();
    expect(await card().getByText('typed, not recorded').count()).toBe(0);
    expect(await detail().inputValue()).toBe('Reached his sister');
    expect(await hasFocus(card().getByLabel('When', { exact: true }))).toBe(true);
    expect(await findViolations(launched)).toEqual([]);
  });

  it('is closed as well where it stayed open because somebody typed on', async () => {
    const { page } = launched;
    await card().evaluate((region) => {
      region.querySelector('form')?.requestSubmit();
      const box = region.querySelectorAll('form input')[1];
      if (!(box instanceof HTMLInputElement)) throw new TypeError('no second box');
      box.value = 'A second call';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await card()
      .getByText(/^Phone call \d\d:\d\d$/)
      .waitFor();
    expect(await detail().inputValue()).toBe('A second call');
    await picture(launched, folder, 'rights-entry-open');
    await detail().focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => detail().isVisible()).toBe(false);
    expect(await hasFocus(opens('Phone call'))).toBe(true);
    await page.keyboard.press('Enter');
    await detail().fill('');
    await page.keyboard.press('Escape');
    await opens('Phone call').waitFor({ state: 'detached' });
    expect(await hasFocus(opens('Miranda'))).toBe(true);
    expect(await findViolations(launched)).toEqual([]);
  });

  it('stays until the answer, and leaves the focus in the card once it is recorded', async () => {
    await opens('Miranda').press('Enter');
    await card().getByLabel('By whom').fill('Officer Sample');
    await card().getByLabel('By whom').focus();
    // All at once, so that no answer can have come.
    const stays = await card().evaluate(async (region) => {
      const form = region.querySelector('[data-entry="rights-read"] form');
      if (!(form instanceof HTMLFormElement)) throw new TypeError('no form');
      form.requestSubmit();
      form.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      return form.isConnected && form.checkVisibility();
    });
    expect(stays).toBe(true);
    await card()
      .getByText(/^Miranda \d\d:\d\d$/)
      .waitFor();
    await expect.poll(() => hasFocus(opens('Consular notice'))).toBe(true);
  });

  it('stays in the card of a saved booking as well', async () => {
    const { page } = launched;
    await page.getByLabel('Last name').fill('Testperson');
    await page.getByPlaceholder('Name, statute or code').fill('knife');
    await page.locator('[role=option]:visible').first().waitFor();
    await page.getByPlaceholder('Name, statute or code').press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Saved as ledger entry/).waitFor();
    await opens('Consular notice').press('Enter');
    await page.keyboard.press('Enter');
    await card()
      .getByText(/^Consular notice.* \d\d:\d\d$/)
      .waitFor();
    await expect.poll(() => hasFocus(card().getByRole('button', { name: 'Read the words' }))).toBe(true);
  });
});
