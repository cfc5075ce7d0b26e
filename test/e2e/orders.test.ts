import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/desk.ts';
import { createHand } from '../support/hand.ts';
import { paintTimes, watchPaint } from '../support/key-to-paint.ts';
import { CLERK, fillForOrders } from '../support/orders-desk.ts';
import { lookedAtDesk } from './looked-at-desk.ts';

describe('orders of a court', { timeout: 120_000 }, () => {
  const at = lookedAtDesk('orders');
  let year = '';

  beforeAll(async () => {
    mkdirSync(join(at.desk.work, 'out'));
    expect(await fillForOrders(at.launched.page, join(at.desk.work, 'out'))).toBe(true);
    year = String(new Date().getFullYear());
    writeFileSync(join(at.desk.work, 'station', 'records.db.before-0310-carry-out-orders'), 'an older copy');
  });

  /** Types an order box after box, as a hand would. */
  async function typeOrder(kind: string, number: string, section: string): Promise<void> {
    const { page } = at.launched;
    await page.getByRole('group', { name: 'The court orders' }).getByLabel(kind).press('Space');
    for (const text of [number, section, '11/20', 'Exampleton District Court', '2612CR000417', '']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Control+Enter');
  }
  async function sign(): Promise<void> {
    const { page } = at.launched;
    await page.getByRole('button', { name: 'Second person signs' }).press('Enter');
    await page.getByLabel('Sign-in name').waitFor();
    await page.keyboard.type(CLERK.name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(CLERK.passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('Signed by Dana Fictional, for exactly what is shown here.').waitFor();
  }

  it('are about somebody who is found as their name is typed, and opened with the keyboard alone', async () => {
    const { page } = at.launched;
    const focused = page.locator(':focus');
    await page.keyboard.press('/');
    const box = page.getByLabel('Name, number, date, officer');
    await box.and(focused).waitFor();
    await watchPaint(page, 'section[aria-labelledby="recent"]');
    await page.keyboard.type('placeh', { delay: 30 });
    await page.getByText('1 booking.', { exact: true }).waitFor();
    console.log(`From each key to its answer on the screen, ms: ${(await paintTimes(page)).map(Math.round).join(' ')}`);
    await at.look('find');
    await page.keyboard.press('ArrowDown');
    expect(await focused.innerText()).toBe(`${year}-00001`);
    await page.keyboard.press('Escape');
    await box.and(focused).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Booking ${year}-00001` }).waitFor();
    await page.keyboard.press('/');
    expect(await box.inputValue()).toBe('');
    await page.keyboard.type('illegal alien');
    await page.getByText('Bookings are not searched by immigration status.').waitFor();
    await at.look('find-refused');
    await box.fill('');
    await page.keyboard.press('Escape');
    await focused.evaluate((element) => element instanceof HTMLElement && element.blur());
  });

  it('are typed with the keyboard, and whatever is missing or wrong takes the focus', async () => {
    const { page } = at.launched;
    const hand = createHand(page);
    await hand.goTo('o', 'Court orders');
    await page.getByText('Nobody has to be told.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('input:focus').waitFor();
    await typeOrder('Destroy the record', `${year}-00009`, '100A');
    await page.getByText('Sealing is 100A to 100C').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await hand.type('Section', '100k');
    await page.keyboard.press('Control+Enter');
    await page.getByText('No saved booking has this number.').waitFor();
    await at.look('order-form');
  });

  it('show exactly what goes, and wait for two people and the number', async () => {
    const { page } = at.launched;
    const hand = createHand(page);
    await hand.type('Booking number', `${year}-00001`);
    await page.keyboard.press('Control+Enter');
    await hand.arrive('This goes, for good');
    await page.getByText('Placeholder, Kim · born 1987-02-11').waitFor();
    expect(await page.locator('dl').first().innerText()).toMatch(/^Booking\s+1\s/);
    expect(await page.getByLabel(/Placeholder, Kim 1987-02-11/).isChecked()).toBe(true);
    await page.getByText('records.db.before-0310-carry-out-orders').waitFor();
    const act = page.getByRole('button', { name: /^Destroy the record/ });
    expect(await act.getAttribute('aria-disabled')).toBe('true');
    await at.look('order-what-goes');
    await hand.type('Type the number of the booking', `${year}-00002`);
    await sign();
    expect(await act.getAttribute('aria-disabled')).toBe('true');
    await hand.type('Type the number of the booking', `${year}-00001`);
    expect(await act.getAttribute('aria-disabled')).toBe('false');
    await at.look('order-signed');
  });

  it('are carried out with one key, and the receipt names nobody', async () => {
    const { page } = at.launched;
    const hand = createHand(page);
    await page.keyboard.press('Control+Enter');
    await hand.arrive('It is done. There is no such record.');
    const said = await page.locator('main').innerText();
    expect(said.replaceAll(`N-${year}-00001`, '')).not.toMatch(/Placeholder|Kim|1987|\d{4}-00001/);
    expect(said).toContain('1 older copy of the records was destroyed.');
    await page.getByText('The files hold no trace of it.').waitFor();
    await at.look('order-receipt');
    await hand.goTo('d', 'Desk');
    expect(await page.locator('main').innerText()).not.toContain('Placeholder');
    await hand.goTo('q', /Requests/);
    expect(await page.locator('main').innerText()).not.toContain('Placeholder');
  });

  it('seal a record that reports still count, and the chief opens it for a reason', async () => {
    const { page } = at.launched;
    const hand = createHand(page);
    await hand.goTo('o', 'Court orders');
    await typeOrder('Seal the record', `${year}-00002`, '100C');
    await hand.arrive('This is closed to everybody but the chief');
    await hand.type('Type the number of the booking', `${year}-00002`);
    await sign();
    await page.keyboard.press('Control+Enter');
    await hand.arrive('It is done. The record is sealed.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: `Open ${year}-00002` }).press('Enter');
    await page.getByText('Each opening is on record.').waitFor();
    await page.getByLabel('The person asks for it').press('Space');
    await hand.type('Why do you open this?', 'The person is at the counter');
    await at.look('order-open-sealed');
    await page.getByRole('button', { name: 'Open it once' }).press('Enter');
    await hand.arrive(`Sealed record ${year}-00002`);
    await page.getByText('Testperson').first().waitFor();
    await at.look('order-sealed-record');
    await page.keyboard.press('Control+Enter');
    await hand.goTo('t', /Reports/);
    // The room offers this month; just after midnight on its first day the notice is one of the month before.
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel('From', { exact: true }).fill(yesterday);
    await page.getByLabel('From', { exact: true }).press('Enter');
    await page.getByRole('button', { name: /Notices sent/ }).press('Enter');
    await page.getByText('1 is counted whose record is closed or no longer kept.').waitFor();
    await at.look('order-report');
  });

  it('let a records clerk work off who has to be told, and see no order', async () => {
    const { page } = at.launched;
    const hand = createHand(page);
    await page.keyboard.press('Control+l');
    await page
      .getByRole('button', { name: /Sign out|Somebody else/ })
      .first()
      .press('Enter');
    await signIn(page, CLERK);
    await hand.goTo('o', 'Court orders');
    await page.getByRole('row', { name: /Exampleton District Court/ }).waitFor();
    expect(await page.getByText('What the order says').count()).toBe(0);
    await at.look('order-to-tell');
    for (const left of [1, 0]) {
      await page
        .getByRole('button', { name: /^Was told/ })
        .first()
        .press('Enter');
      await page.getByLabel('By phone').press('Space');
      await page.getByRole('dialog').getByRole('button', { name: 'Was told' }).press('Enter');
      await page.getByText('Off the list, and not kept.').waitFor();
      await page.waitForFunction((many) => document.querySelectorAll('.to-tell tbody tr').length === many, left);
    }
    await page.getByText('Nobody has to be told.').waitFor();
  });
});
