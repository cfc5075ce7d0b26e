import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, openDesk } from '../support/desk.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { createHand, type Hand } from '../support/hand.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { resize } from '../support/look.ts';
import { lookAround } from '../support/look-around.ts';
import { deskHost } from './window-host.ts';

describe('the consular notice', { timeout: 60_000 }, () => {
  const desk = makeDesk(deskHost(), 'consular');
  const folder = process.env['SALLYPORT_SCREENS'] ?? resolve(desk.work, 'screens');
  let launched: LaunchedApp;
  let hand: Hand;

  beforeAll(async () => {
    launched = await openDesk(desk);
    hand = createHand(launched.page);
    await resize(launched, 1366, 768);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const under = (heading: string): Locator => launched.page.getByRole('region', { name: heading, exact: true });
  const send = (): Promise<void> => launched.page.keyboard.press('Control+Enter');
  const look = async (name: string): Promise<void> => expect(await lookAround(launched, folder, name)).toEqual([]);

  it('keeps what the person wishes sealed, and opens it on the log', async () => {
    const { page } = launched;
    await showBooking(page);
    await hand.press('Consular notice');
    await hand.arrive('Consular notice');
    await hand.choose('Language', 'English');
    await hand.choose('How', 'read aloud');
    await send();
    await hand.arrive(/^Consular notice M-/);
    await hand.press('Record the wish');
    await page.getByRole('radio', { name: 'not to have it told' }).press('Space');
    await send();
    await under('What happened').getByText('The answer is sealed.').waitFor();
    expect(await under('What happened').innerText()).not.toContain('not to have it told');
    await look('wish-sealed');
    await page.getByRole('button', { name: 'Open it; that goes on the log' }).press('Enter');
    await hand.type('Why do you open this?', 'The consulate called back');
    await look('open-why');
    await page.keyboard.press('Enter');
    await under('What happened').getByText('not to have it told').waitFor();
  });

  it('takes what was copied of it from the clipboard again as the screen locks', async () => {
    const { page, app } = launched;
    const copied = (): Promise<string> => app.evaluate(async ({ clipboard }) => clipboard.readText());
    await under('What happened').getByText('not to have it told').click({ clickCount: 3 });
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toContain('not to have it told');
    // All of the page, from before the sealed part on; the lock follows before the system need have it.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toContain('Consular notice');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+l');
    await expect.poll(copied).toBe('');
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
  });

  it('goes by a dated list with its source, which the chief changes', async () => {
    const { page } = launched;
    const card = under('Consulates that are told in any case');
    await card.getByText('57 countries').waitFor();
    expect(await card.getByRole('button', { name: 'Change the list' }).count()).toBe(0);
    for (const key of ['g', 'p']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor();
    await card.getByRole('button', { name: 'Change the list' }).press('Enter');
    await card.getByLabel('Countries').fill('Albania\nPoland *\nHe said that he came from there.');
    await send();
    await card.getByText('This is not a name of a country.', { exact: false }).waitFor();
    expect(await card.getByLabel('Countries').inputValue()).toContain('Albania');
    await look('treaty-list');
    await card.getByLabel('Countries').fill('Albania\nPoland *');
    await card.getByLabel('Source', { exact: true }).fill('Department of State, manual of 2018');
    await send();
    await card.getByText('2 countries').waitFor();
    await card.getByText(/Version 1 of this station/).waitFor();
  });
});
