import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, openDesk } from '../support/desk.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { lookAt, state } from '../support/grounds.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';
import { deskHost } from './window-host.ts';

const folder = resolve(import.meta.dirname, '../../docs/screens/grounds');
const GANG = '2(e) Gang activity with violence or drug distribution';
const ACTIVITY = 'Sold crack cocaine from the rear porch.';

describe('forms on paper', { timeout: 90_000 }, () => {
  const desk = makeDesk(deskHost(), 'blank');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('are printed from "May we …?" with a number, and the page is as it was left', async () => {
    const { page } = launched;
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await lookAt(page, GANG);
    await state(page, { fact: 'The activity', typed: ACTIVITY });
    await page.getByRole('button', { name: 'Print blank form' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Forms on paper' }).waitFor();
    expect(await page.getByLabel('Which form').inputValue()).toBe('2e');
    expect(await findViolations(launched)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    const said = await page.getByText(/^Saved as .*\.pdf$/).innerText();
    await page.getByRole('heading', { level: 2, name: GANG }).waitFor();
    await page.getByText(/^F-\d{4}-00001$/).waitFor();
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'blank-form');
    const file = said.replace('Saved as ', '');
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await page.getByText(/^F-\d{4}-00001$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('1 not accounted for').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(ACTIVITY).waitFor();
  });

  it('are printed as a set, one for each clause', async () => {
    const { page } = launched;
    await page.getByRole('heading', { level: 1 }).focus();
    for (const key of ['g', 'p']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Forms on paper' }).press('Enter');
    await page.getByLabel('Copies of each').fill('21');
    await page.getByText('A number from 1 to 20.').waitFor();
    await page.getByLabel('Copies of each').fill('1');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Saved as .*blank-forms-F-\d{4}-00002\.pdf$/).waitFor();
    expect(await page.getByText(/^F-\d{4}-\d{5}$/).count()).toBe(13);
    await page.keyboard.press('Escape');
  });

  it('are accounted for by the number of the record that took them over', async () => {
    const { page } = launched;
    const year = new Date().getFullYear();
    await page.getByText('14 not accounted for').waitFor();
    await page.getByRole('button', { name: `Account for it F-${String(year)}-00001` }).press('Enter');
    await page.keyboard.type('2026-99999');
    await page.keyboard.press('Enter');
    await page.getByText(/^No booking, matter or notification has this number[.]/).waitFor();
    await page.getByLabel('Number of the record it was keyed into').fill(`${String(year)}-00001`);
    await picture(launched, folder, 'blank-forms');
    await page.keyboard.press('Enter');
    await page.getByText('13 not accounted for').waitFor();
    await page.getByText(`Keyed into ${String(year)}-00001`).waitFor();
    expect(await findViolations(launched)).toEqual([]);
  });
});
