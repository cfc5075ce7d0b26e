import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { CASES, SERGEANT } from '../support/ground-cases.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { ask, lookAt, state } from '../support/grounds.ts';
import { holdPastRelease } from '../support/held.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { deskHost } from './window-host.ts';

describe('the page of a supervisor', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'supervisor');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
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

  async function goTo(letter: string, title: string): Promise<void> {
    await launched.page.keyboard.press('g');
    await launched.page.keyboard.press(letter);
    await launched.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  const under = (heading: string) => launched.page.getByRole('region', { name: heading });

  it('says under which headings nothing stands', async () => {
    await goTo('s', 'Supervisor');
    await under('Nothing here').getByText('Exceptions not reviewed yet').waitFor();
    expect(await under('Nothing here').getByRole('listitem').count()).toBe(7);
  });

  it('shows an exception that was used, co-signed in the same window, until the chief has reviewed it', async () => {
    const { page } = launched;
    const x2 = CASES.find((one) => one.ground === 'X2');
    if (x2 === undefined) throw new TypeError('no case of X2');
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^May we/ }).waitFor();
    await ask(page, x2.act);
    await lookAt(page, x2.title);
    for (const fact of x2.facts) await state(page, fact);
    await page.getByText(`${x2.cite} holds.`).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /notice/i }).waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await goTo('s', 'Supervisor');
    const row = under('Exceptions not reviewed yet').getByRole('row').nth(1);
    await row.getByRole('cell', { name: /^(Mon|Tue|Wed|Thu|Fri) 17:00 .* left$/ }).waitFor();
    await row.getByRole('button', { name: /^Review/ }).press('Enter');
    await page.getByLabel('Note').fill('Read with the sergeant: the facts carry it.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The review is on record.').waitFor();
    await under('Exceptions not reviewed yet').waitFor({ state: 'detached' });
  });

  it('shows who is held past release, what runs, and what was entered late; each row opens its record', async () => {
    const { page } = launched;
    await holdPastRelease(page);
    await page.evaluate(async () => {
      const at = new Date(Date.now() - 150 * 60_000).toISOString();
      await window.sallyport.calls['matter.open']({
        kind: 'request',
        subject: {},
        event: { kind: 'received', at, detail: { channel: 'fax', agency: 'ERO Boston', asked: 'I-247A' } },
      });
    });
    await page.keyboard.press('F2');
    await page.getByRole('dialog', { name: 'Life first' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { level: 1, name: /^Assistance to an operation/ }).waitFor();
    await goTo('s', 'Supervisor');
    await under('Held past release')
      .getByRole('cell', { name: /^\d{4}-00002 Placeholder Kim$/ })
      .waitFor();
    expect(await under('Clocks that run').getByRole('row').count()).toBe(4);
    const late = under('Late entries of the last seven days');
    await late.getByText('Request received').first().waitFor();
    const count = page.getByRole('navigation').getByRole('button', { name: /^Supervisor/ });
    expect(await count.innerText()).toMatch(/1/);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), colorScheme).toEqual([]);
      await picture(launched, folder, `supervisor-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched)).toBeLessThanOrEqual(0);
    await picture(launched, folder, 'supervisor-dock');
    await resize(launched, 1366, 768);
    await late.getByRole('button', { name: /^Open Request received/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    await goTo('s', 'Supervisor');
    await under('Held past release').getByRole('button', { name: /^Open/ }).press('Enter');
    await page.getByText('Placeholder').first().waitFor();
  });

  it('hands the shift over with all that, signed by two in the same window, and on paper', async () => {
    const { page } = launched;
    await page.getByRole('heading', { level: 1 }).focus();
    await goTo('d', 'Desk');
    await page.getByRole('button', { name: 'Hand over' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hand over the shift' }).waitFor();
    await under('Clocks that run').getByText('late').first().waitFor();
    await page.getByLabel('What else the next shift must know').fill('He is undocumented.');
    await page.getByText('immigration status').first().waitFor();
    await page.getByLabel('What else the next shift must know').fill('Cell 2 wants a blanket.');
    const form = under('Both sign');
    await form.getByLabel('Sign-in name').fill(SERGEANT.name);
    await form.getByLabel('Passphrase').fill('not this one, surely');
    await page.keyboard.press('Control+Enter');
    await form.getByText('do not go together').waitFor();
    await form.getByLabel('Passphrase').fill(SERGEANT.passphrase);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), colorScheme).toEqual([]);
      await picture(launched, folder, `handover-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched)).toBeLessThanOrEqual(0);
    await picture(launched, folder, 'handover-dock');
    await resize(launched, 1366, 768);
    const { number, bookingId } = await page.evaluate(async () => {
      const reply = await window.sallyport.calls['booking.open']({});
      if (!reply.ok) throw new Error('no new form');
      return reply.value;
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText('The list changed after it was shown').waitFor();
    await under('Unfinished bookings').getByText(`New: Unfinished booking ${number}`).waitFor();
    await page.evaluate(async (id) => {
      await window.sallyport.calls['booking.abandon']({ bookingId: id, reason: 'Opened by mistake.' });
      await window.sallyport.calls['booking.open']({});
    }, bookingId);
    await form.getByLabel('Passphrase').fill(SERGEANT.passphrase);
    await page.keyboard.press('Control+Enter');
    await under('Unfinished bookings').getByText(`Gone: Unfinished booking ${number}`).waitFor();
    await picture(launched, folder, 'handover-changed');
    await form.getByLabel('Passphrase').fill(SERGEANT.passphrase);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Handover of the shift' }).waitFor();
    await page.getByText('Both signed.').waitFor();
    await page.getByRole('img', { name: 'Signed head of the log as a square to scan' }).waitFor();
    expect(await page.getByRole('article').innerText()).not.toContain('Placeholder Kim');
    await picture(launched, folder, 'handover-sheet');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
  });
});
