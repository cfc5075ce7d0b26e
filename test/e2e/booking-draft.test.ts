import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, openDesk, signIn } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import type {} from '../../renderer/api.ts';
import { deskHost } from './window-host.ts';

const medical = (page: Page): Locator => page.getByRole('textbox', { name: 'Medical screening' });
const narrative = (page: Page): Locator => page.getByRole('textbox', { name: 'Narrative' });

describe('an unfinished booking', () => {
  const desk = makeDesk(deskHost(), 'draft');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('says which box needs a look, puts the focus there and keeps what was typed', async () => {
    const { page } = launched;
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
    await page.getByLabel('Last name').fill('Sampleton');
    await page.getByLabel('Born').fill('2/30/94');
    await page.keyboard.press('Control+Enter');
    const born = page.getByLabel('Born');
    await page.getByText('This is not a day.').waitFor();
    expect(await born.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await born.inputValue()).toBe('2/30/94');
    expect(await page.getByLabel('Last name').inputValue()).toBe('Sampleton');
  });

  it('opens again on the unfinished form after the window was gone', async () => {
    await launched.page.getByLabel('Born').fill('1990');
    await launched.page.keyboard.press('Tab');
    await launched.page.getByRole('button', { name: 'More fields' }).click();
    await medical(launched.page).fill('Takes insulin twice a day.');
    await launched.page.getByText(/^Draft kept \d\d:\d\d:\d\d$/).waitFor();
    await medical(launched.page).fill('Takes insulin twice a day, and again at noon. He is undocumented.');
    await launched.page.getByText(/Draft kept .*, the medical screening without the marked sentences$/).waitFor();
    await launched.page.keyboard.press('Alt+1');
    await launched.page.getByText(/^Draft kept \d\d:\d\d:\d\d$/).waitFor();
    await launched.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    launched = await launchApp(desk.launch);
    await signIn(launched.page);
    const { page } = launched;
    await page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
    expect(await page.getByLabel('Last name').inputValue()).toBe('Sampleton');
    expect(await page.getByLabel('Born').inputValue()).toBe('1990-XX-XX');
    await page.getByRole('button', { name: 'More fields' }).click();
    expect(await medical(page).inputValue()).toBe('Takes insulin twice a day, and again at noon.');
  });

  it('is given up with its number staying on record', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Give up' }).press('Enter');
    await page.getByRole('button', { name: 'Give it up' }).press('Enter');
    await page.getByRole('heading', { name: 'Desk' }).waitFor();
    await page.getByText('Nothing waits for you.').waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-00002$/ }).waitFor();
  });

  it('hides everything while it is locked, and brings unsaved text back', async () => {
    const { page } = launched;
    await narrative(page).fill('Found at the mill');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    expect(await page.getByText('Found at the mill').isVisible()).toBe(false);
    expect(await page.locator('body').innerText()).not.toContain('Narrative');
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await expect.poll(() => narrative(page).isVisible(), { timeout: 20_000 }).toBe(true);
    // It was kept at the lock: nothing is kept behind it, and nothing was typed since.
    expect(await page.evaluate(async () => JSON.stringify(await window.sallyport.calls['desk.get']({})))).toContain(
      'Found at the mill',
    );
    expect(await narrative(page).inputValue()).toBe('Found at the mill');
  });

  it('keeps a dialog that was open behind the lock, whatever key is pressed there', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Give up' }).press('Enter');
    await page.getByLabel('Why (may stay empty)').fill('Opened twice');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await page.getByLabel('Why (may stay empty)').waitFor();
    await page.keyboard.type('!');
    expect(await page.getByLabel('Why (may stay empty)').inputValue()).toMatch(/^Opened twice!$|^!Opened twice$/);
  });
});
