import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHIEF, makeDesk, openDesk, signIn } from '../support/desk.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { lookAt, state } from '../support/grounds.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';
import { filesWith } from './planted-word.ts';
import { deskHost } from './window-host.ts';

const folder = resolve(import.meta.dirname, '../../docs/screens/grounds');
const GANG = '2(e) Gang activity with violence or drug distribution';
const ACTIVITY = 'Sold crack cocaine from the rear porch.';
const TRACK = 'Four earlier tips led to seizures.';
const BASIS = 'Bought twice from him while detectives watched.';

/** What the station keeps of the page, as JSON; the footer tells whole seconds, and two keepings may fall into one. */
function keptFacts({ page }: LaunchedApp): Promise<string> {
  return page.evaluate(async () => {
    const { calls } = window.sallyport;
    const list = await calls['booking.list']({});
    const bookingId = list.ok ? list.value[0]?.bookingId : undefined;
    const told = await calls['ground.told']({ act: 'notify-ice', ...(bookingId === undefined ? {} : { bookingId }) });
    return told.ok ? JSON.stringify(told.value.facts) : '';
  });
}

/** Determines that a violent felony opens a notice about the booking that is there. */
async function determineFelony(): Promise<void> {
  const { calls } = window.sallyport;
  const list = await calls['booking.list']({});
  const bookingId = list.ok ? list.value[0]?.bookingId : undefined;
  if (bookingId !== undefined) await calls['ground.determine']({ bookingId, ground: '2a', facts: {} });
}

describe('what was told on "May we …?"', { timeout: 90_000 }, () => {
  const desk = makeDesk(deskHost(), 'told');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const kept = (): Locator => launched.page.getByText(/^Kept \d\d:\d\d:\d\d$/);

  async function mayWe(): Promise<void> {
    const { page } = launched;
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'May we notify?' }).waitFor();
    await lookAt(page, GANG);
  }

  async function unlock(): Promise<void> {
    await launched.page.getByRole('heading', { name: 'Locked' }).waitFor();
    await launched.page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await launched.page.keyboard.press('Enter');
  }

  it('is kept as it is told, and is there after another room', async () => {
    const { page } = launched;
    await mayWe();
    await state(page, { fact: 'The activity', typed: ACTIVITY });
    await kept().waitFor();
    if (process.env['SALLYPORT_SCREENS'] !== undefined) await picture(launched, folder, 'told-kept');
    await page.getByRole('heading', { level: 1 }).focus();
    for (const key of ['g', 'd']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
    const row = page.getByRole('row', { name: /Not finished: may we notify\?/ });
    await row.getByText('Testperson, Alex').waitFor();
    expect(await findViolations(launched)).toEqual([]);
    await row.getByRole('button').press('Enter');
    await page.getByText(ACTIVITY).waitFor();
    await kept().waitFor();
  });

  it('keeps a sentence that was typed and not kept yet, unless the screen stops it', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'State How the source knows', exact: true }).press('Enter');
    await page.keyboard.type(BASIS);
    await page.getByRole('button', { name: 'Desk', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
    await mayWe();
    await page.getByText(BASIS).waitFor();
    await page.getByRole('button', { name: 'State Why the source is believed', exact: true }).press('Enter');
    await page.keyboard.type('He is undocumented.');
    await page.getByRole('button', { name: 'Desk', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
    await mayWe();
    await page.getByRole('button', { name: 'State Why the source is believed', exact: true }).waitFor();
  });

  it('is there after the lock and after the window was gone', async () => {
    await launched.page.keyboard.press('Control+l');
    await unlock();
    await launched.page.getByText(BASIS).waitFor({ timeout: 20_000 });
    await launched.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    launched = await launchApp(desk.launch);
    await signIn(launched.page);
    await launched.page.getByRole('row', { name: /Not finished: may we notify\?/ }).waitFor();
    await mayWe();
    for (const text of [ACTIVITY, BASIS]) await launched.page.getByText(text).waitFor();
  });

  it('is there after the app died with the box open, and without a sentence that the screen stops', async () => {
    await launched.page.getByRole('button', { name: 'State Why the source is believed', exact: true }).press('Enter');
    await launched.page.keyboard.type(TRACK);
    await expect.poll(() => keptFacts(launched), { timeout: 15_000 }).toContain(TRACK);
    launched.app.process().kill('SIGKILL');
    await launched.app.close().catch(() => undefined);
    launched = await launchApp(desk.launch);
    await signIn(launched.page);
    await mayWe();
    for (const text of [ACTIVITY, BASIS, TRACK]) await launched.page.getByText(text).waitFor();

    const { page } = launched;
    await page.getByRole('button', { name: 'Change Why the source is believed', exact: true }).press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' Planted7c1d');
    await expect.poll(() => keptFacts(launched), { timeout: 15_000 }).toContain('Planted7c1d');
    await page.keyboard.type(' says he is undocumented.');
    await page
      .getByText(/tells immigration status/)
      .first()
      .waitFor();
    await expect.poll(() => keptFacts(launched), { timeout: 15_000 }).not.toContain('Planted7c1d');
    const facts = await keptFacts(launched);
    expect(facts).toContain(TRACK);
    expect(facts).not.toMatch(/Planted7c1d|undocumented/);
    expect(filesWith('Planted7c1d', [desk.work])).toEqual([]);
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
  });

  it('is as it was where the box is given up', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Change Why the source is believed', exact: true }).press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' And more of it.');
    await expect.poll(() => keptFacts(launched), { timeout: 15_000 }).toContain('And more of it.');
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Desk', exact: true }).press('Enter');
    await mayWe();
    await page.getByText(/^Four earlier tips led to seizures[.]\s*·/).waitFor();
  });

  it('is forgotten where somebody begins afresh, with a box open that was typed in', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Change Why the source is believed', exact: true }).press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' Never kept.');
    await page.getByRole('button', { name: 'Start afresh' }).press('Enter');
    await page.getByText(BASIS).waitFor({ state: 'detached' });
    expect(await keptFacts(launched)).toBe('{}');
    await page.getByRole('heading', { level: 1 }).focus();
    for (const key of ['g', 'd']) await page.keyboard.press(key);
    await page.getByText('Nothing waits for you.').waitFor();
  });

  it('loses no status that was sent as the screen locked, and says that it is on record', async () => {
    const { page } = launched;
    await page.evaluate(determineFelony);
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    const box = page.getByLabel('What is recorded');
    await box.fill('Planted9e2b, half');
    await page.keyboard.press('Control+l');
    await unlock();
    expect(await box.inputValue()).toBe('');
    await box.fill('Planted9e2b');
    await page.evaluate(() => {
      // The screen is locked before the answer can come.
      document.querySelector('input:focus')?.closest('form')?.requestSubmit();
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', ctrlKey: true, bubbles: true }));
    });
    await unlock();
    await page.getByText('One was sent as the screen locked. It is on record.').waitFor();
    await page.getByRole('button', { name: 'Read the record' }).waitFor();
    expect(await box.inputValue()).toBe('');
    expect(await findViolations(launched)).toEqual([]);
    await page.getByRole('button', { name: 'Record it, sealed' }).scrollIntoViewIfNeeded();
    if (process.env['SALLYPORT_SCREENS'] !== undefined) await picture(launched, folder, 'status-sent-as-locked');
  });
});
