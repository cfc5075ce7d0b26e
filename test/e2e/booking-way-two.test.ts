import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';
import { deskHost } from './window-host.ts';

const folder = process.env['SALLYPORT_SCREENS'] ?? join(tmpdir(), 'sallyport-screens');
/** The clock of the window turns twice meanwhile. */
const CLOCK_TURNS = 2_500;
const PLANTED = 'undocumented immigrant';

describe('way 2 out of a refused text', () => {
  const desk = makeDesk(deskHost(), 'way-two');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await launched.page.keyboard.press('n');
    await launched.page.getByRole('heading', { name: /^Booking \d{4}-/ }).waitFor();
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  /** The booking as the station holds it, as text. */
  async function savedBooking(): Promise<string> {
    return launched.page.evaluate(async () => {
      const { calls } = window.sallyport;
      const list = await calls['booking.list']({});
      const first = list.ok ? list.value[0] : undefined;
      return first === undefined ? '' : JSON.stringify(await calls['booking.get']({ bookingId: first.bookingId }));
    });
  }

  /** How often something is brought into sight within so many milliseconds in which nobody types. */
  async function scrolledIn(wait: number): Promise<number> {
    return launched.page.evaluate(async (time) => {
      let count = 0;
      document.addEventListener('scroll-asked', () => (count += 1));
      Element.prototype.scrollIntoView = () => document.dispatchEvent(new Event('scroll-asked'));
      await new Promise((resolve) => setTimeout(resolve, time));
      return count;
    }, wait);
  }

  it('says first what a booking still needs, and shows it', async () => {
    const { page } = launched;
    const narrative = page.getByRole('textbox', { name: 'Narrative' });
    const way = page.locator('[data-way="2"]');
    await narrative.fill(`The driver is ${PLANTED} and left.`);
    await way.getByText('shows first what the booking still needs').waitFor();
    expect(await narrative.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await scrolledIn(CLOCK_TURNS)).toBe(0);
    await picture(launched, folder, 'way-2-missing');
    await narrative.press('Alt+2');
    await page.getByText('Add at least one charge').waitFor();
    expect(await savedBooking()).toBe('');
    await page.getByLabel('Last name').fill('Testperson');
    await page.getByPlaceholder('Name, statute or code').fill('knife');
    await page.locator('[role=option]:visible').first().waitFor();
    await page.getByPlaceholder('Name, statute or code').press('Enter');
    await way.getByText('saves the booking without the marked sentences or entries').waitFor();
    await narrative.press('Alt+2');
    await page.getByRole('heading', { name: /^May we/ }).waitFor();
    await page.getByRole('button', { name: 'Back to the form' }).press('Enter');
    await page.getByRole('heading', { name: /^Correct booking/ }).waitFor();
  });

  it('saves a correction on the way there as well, once its reason is told', async () => {
    const { page } = launched;
    const text = `Loud at first. The driver is ${PLANTED} and left.`;
    await page.getByRole('textbox', { name: 'Narrative' }).fill(text);
    await page.getByText('so this text is not saved yet.').waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByText('Say in a few words why it is corrected.').waitFor();
    const reason = page.getByLabel('Why is it corrected?');
    expect(await reason.evaluate((box) => box === document.activeElement)).toBe(true);
    await reason.fill('Heard again');
    await page.getByRole('textbox', { name: 'Narrative' }).press('Alt+2');
    await page.getByRole('heading', { name: /^May we/ }).waitFor();
    await page.getByRole('button', { name: 'Back to the form' }).press('Enter');
    await page.getByRole('heading', { name: /^Correct booking/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Narrative' }).inputValue()).toBe(text);
    const kept = await savedBooking();
    expect(kept).toContain('"Loud at first."');
    expect(kept).toMatch(/"version":2/);
    expect(kept).not.toMatch(/undocumented/i);
  });

  it('says that nothing is saved where nothing else changed, asks for no reason, and makes no version', async () => {
    const { page } = launched;
    const narrative = page.getByRole('textbox', { name: 'Narrative' });
    const text = `The driver is ${PLANTED} and left.`;
    await narrative.fill(`Loud at last. ${text}`);
    const way = page.locator('[data-way="2"]');
    await way.getByText('asks first why the booking is corrected').waitFor();
    await page.getByLabel('Why is it corrected?').fill('Heard again');
    await way.getByText('saves the booking without the marked sentences or entries').waitFor();
    await page.getByLabel('Why is it corrected?').fill('');
    await narrative.fill(text);
    await way.getByText('nothing else has changed, so nothing is saved; the whole text waits in this form').waitFor();
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'way-2-nothing-saved');
    await narrative.press('Alt+2');
    await page.getByRole('heading', { name: /^May we/ }).waitFor();
    await page.getByText(/^A correction of booking \d{4}-00001 is not saved\.$/).waitFor();
    expect(await savedBooking()).toMatch(/"version":2/);
    await page.getByRole('button', { name: 'Back to the form' }).press('Enter');
    await page.getByRole('heading', { name: /^Correct booking/ }).waitFor();
    expect(await narrative.inputValue()).toBe(text);
  });
});
