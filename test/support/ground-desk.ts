// A desk with one booking, made up, about which "May we …?" is asked.
import type { Page } from 'playwright-core';
import type {} from '../../renderer/api.ts';
import { SERGEANT } from './ground-cases.ts';

/** Adds the sergeant and books somebody an hour ago for assault and battery with a dangerous weapon; true once saved. */
export function bookForGrounds(page: Page): Promise<boolean> {
  return page.evaluate(async (sergeant) => {
    const { calls } = window.sallyport;
    await calls['people.add']({ ...sergeant, displayName: 'Sgt. B. Fictional', badge: '0200', role: 'supervisor' });
    const opened = await calls['booking.open']({});
    if (!opened.ok) return false;
    const at = new Date(Date.now() - 3_600_000).toISOString();
    const fields = {
      last_name: 'Testperson',
      first_name: 'Alex',
      dob: '1994-07-19',
      booking_datetime: at,
      arrest_datetime: at,
      arresting_agency: 'Exampleton Police',
      arresting_officer_name: 'R. Sample',
    };
    const charges = [{ offense: 'abdw', charge_description: 'Assault and battery, dangerous weapon' }];
    return (await calls['booking.save']({ bookingId: opened.value.bookingId, fields, charges })).ok;
  }, SERGEANT);
}

/** Goes to that booking from any room, with the keyboard. */
export async function showBooking(page: Page): Promise<void> {
  for (const key of ['g', 'l', 'g', 'd']) await page.keyboard.press(key);
  await page
    .getByRole('button', { name: /^\d{4}-00001$/ })
    .first()
    .press('Enter');
  await page.getByRole('button', { name: 'May we …?' }).waitFor();
}
