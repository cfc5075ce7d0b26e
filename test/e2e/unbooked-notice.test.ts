import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { CASES } from '../support/ground-cases.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { ask, lookAt, state } from '../support/grounds.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { deskHost } from './window-host.ts';

/** With SALLYPORT_SCREENS the pictures of the documentation are taken again. */
const folder = resolve(import.meta.dirname, '../../docs/screens/notification');

describe('a notice about somebody who is not booked', { timeout: 180_000 }, () => {
  const desk = makeDesk(deskHost(), 'unbooked');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  /** Nothing for axe to say in either theme, nothing beyond the edge of the dock, pictures where they are asked for. */
  async function look(name: string): Promise<void> {
    const keeps = process.env['SALLYPORT_SCREENS'] !== undefined;
    for (const colorScheme of THEMES) {
      await launched.page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), `${name}, ${colorScheme}`).toEqual([]);
      if (keeps) await picture(launched, folder, `${name}-${colorScheme}`);
    }
    await launched.page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched), `${name} in the dock`).toBeLessThanOrEqual(0);
    if (keeps) await picture(launched, folder, `${name}-dock`);
    await resize(launched, 1366, 768);
  }
  async function goTo(letter: string, title: string): Promise<void> {
    await launched.page.keyboard.press('g');
    await launched.page.keyboard.press(letter);
    await launched.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  async function title(name: string | RegExp): Promise<void> {
    await launched.page.getByRole('heading', { level: 1, name }).waitFor();
  }
  /** The page "May we …?" about a suspect, reached from the log and told by keyboard. */
  async function askAbout(lastName: string): Promise<void> {
    const { page } = launched;
    await goTo('l', 'Notification log');
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await title(/^May we notify/);
    await page.getByLabel('Part in this record').focus();
    await page.keyboard.type('Suspect');
    for (const text of [lastName, 'Kim', '4/1/1990']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Tab');
    await page.getByText(`${lastName}, Kim · not booked`).waitFor();
  }

  it('goes out after a tip about a bomb, by keyboard, with the clock of the task force running', async () => {
    const { page } = launched;
    const tip = CASES.find((one) => one.ground === '2c');
    if (tip === undefined) throw new TypeError('no case of 2(c)');
    await askAbout('Placeholder');
    await lookAt(page, tip.title);
    await page.getByText('Arrested by us for an offense of terrorism').waitFor({ state: 'detached' });
    for (const fact of tip.facts) await state(page, fact);
    await page.getByText('2(c) holds.').waitFor();
    await look('may-we-unbooked');
    await page.keyboard.press('Control+Enter');
    await title('Notice about Placeholder, Kim');
    await page.getByRole('heading', { level: 2, name: 'Decided under 2(c)' }).waitFor();
    await page.keyboard.type('Federal office, made up');
    await page.getByLabel('Purpose').focus();
    await page.keyboard.type('A tip about a bomb.');
    await page.getByRole('checkbox', { name: 'Name', exact: true }).press('Space');
    expect(await page.getByRole('checkbox', { name: 'Booking number' }).count()).toBe(0);
    await look('notice-unbooked');
    await page.keyboard.press('Control+Enter');
    await title(/^N-\d{4}-00001$/);
    await page.getByText('Placeholder, Kim · not booked').waitFor();
    await look('notice-record-unbooked');
    await page.getByRole('button', { name: 'Back to the log' }).press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'Placeholder, Kim · not booked' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/notified\s+Federal office, made up\s+2\(c\)/);
    await goTo('u', 'Duties');
    await page.getByRole('heading', { name: 'Call the Joint Terrorism Task Force' }).waitFor();
  });

  it('rests on no arrest, and says so where one would be told', async () => {
    const { page } = launched;
    await askAbout('Sampleton');
    await lookAt(page, '2(a) Arrested by us for a violent felony');
    await page.getByText('Only a booking tells this, and this person is not booked.').first().waitFor();
    expect(await page.getByRole('button', { name: /^State The arresting agency/i }).count()).toBe(0);
  });

  it('is declined by name, and going back finds the page as it was left', async () => {
    const { page } = launched;
    await askAbout('Fictional');
    await lookAt(page, '2(e) Gang activity with violence or drug distribution');
    await state(page, { fact: 'The activity', typed: 'Sold crack cocaine from the rear porch.' });
    await page.getByRole('button', { name: 'Record that we do not notify' }).first().press('Enter');
    await title('No notice about Fictional, Kim');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await page.getByText('Sold crack cocaine from the rear porch.').waitFor();
    await page.getByRole('button', { name: 'Record that we do not notify' }).first().press('Enter');
    await title('No notice about Fictional, Kim');
    await page.keyboard.type('Federal office, made up');
    await page.getByLabel('Purpose').focus();
    await page.keyboard.type('Nothing points to them.');
    await page.keyboard.press('Control+Enter');
    await title(/^N-\d{4}-00002$/);
  });

  it('keeps what was typed when the ground is taken back meanwhile, and says so', async () => {
    const { page } = launched;
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await ask(page, 'notify-ice');
    await page.getByText('2(a) holds.').waitFor();
    await page.keyboard.press('Control+Enter');
    await title(/^Notice about booking/);
    await page.keyboard.type('Federal office, made up');
    await page.getByLabel('Purpose').focus();
    await page.keyboard.type('An arrest for a listed felony.');
    expect(await page.evaluate(takeBack)).toBe(true);
    await page.keyboard.press('Control+Enter');
    await page.getByText('This ground was taken back.').waitFor();
    expect(await page.getByLabel('Purpose').inputValue()).toBe('An arrest for a listed felony.');
    await look('notice-ground-ended');
    await page.getByRole('button', { name: 'Ask “May we …?” again' }).press('Enter');
    await page.getByText('2(a) holds.').waitFor();
    await page.keyboard.press('Control+Enter');
    await title(/^Notice about booking/);
    expect(await page.getByLabel('Purpose').inputValue()).toBe('An arrest for a listed felony.');
    await page.keyboard.press('Control+Enter');
    await title(/^N-\d{4}-00003$/);
  });
});

/** Somebody else takes the ground back; runs in the window. */
async function takeBack(): Promise<boolean> {
  const { calls } = window.sallyport;
  const [booking] = await calls['booking.list']({}).then((reply) => (reply.ok ? reply.value : []));
  if (booking === undefined) return false;
  const { bookingId } = booking;
  const found = await calls['ground.evaluate']({ bookingId, ground: '2a', facts: {}, act: 'notify-ice' });
  const standing = found.ok ? found.value.standing : null;
  return standing !== null && (await calls['ground.revoke']({ determinationId: standing.determinationId })).ok;
}
