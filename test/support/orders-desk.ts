// A desk with two bookings that are over, made up, about which a court decides.
import type { Page } from 'playwright-core';
import type {} from '../../renderer/api.ts';

export const CLERK = {
  name: 'dana',
  displayName: 'Dana Fictional',
  badge: '0300',
  passphrase: 'nine slow barges by the weir',
};

/** Two bookings that are over, one with a notice, a signed copy and a request about somebody of the same name. */
export async function fillForOrders(page: Page, folder: string): Promise<boolean> {
  const booked = await page.evaluate(bookTwo, CLERK);
  const told = await page.evaluate(tellOf, { bookingId: booked[0] ?? '', folder });
  return told && (await page.evaluate(releaseAll, booked));
}

async function bookTwo(clerk: typeof CLERK): Promise<readonly string[]> {
  const { calls } = window.sallyport;
  await calls['people.add']({ ...clerk, role: 'records-clerk' });
  const at = new Date(Date.now() - 200 * 60_000).toISOString();
  const ids: string[] = [];
  for (const [last, first] of [
    ['Placeholder', 'Kim'],
    ['Testperson', 'Alex'],
  ]) {
    const opened = await calls['booking.open']({});
    const bookingId = opened.ok ? opened.value.bookingId : '';
    const arrest = { booking_datetime: at, arrest_datetime: at, arresting_agency: 'Exampleton Police' };
    const fields = { last_name: last, first_name: first, dob: '1987-02-11', narrative: 'Calm on the way.', ...arrest };
    const charges = [{ offense: 'abdw', charge_description: 'Assault and battery, dangerous weapon' }];
    await calls['booking.save']({ bookingId, fields, charges });
    ids.push(bookingId);
  }
  return ids;
}

async function tellOf({ bookingId, folder }: { bookingId: string; folder: string }): Promise<boolean> {
  const { calls } = window.sallyport;
  const contactedAt = new Date(Date.now() - 100 * 60_000).toISOString();
  const agency = 'Federal office, made up';
  const ground = await calls['ground.determine']({ bookingId, ground: '2a', facts: {} });
  const noted = await calls['notification.record']({
    ...{ bookingId, outcome: 'notified', direction: 'out', contactedAt, agency, channel: 'phone' },
    ...{ purpose: 'Notice of an arrest for a violent felony.', released: ['name'], criminalHistory: false },
    ...(ground.ok ? { determinationId: ground.value.determinationId } : {}),
  });
  const notificationIds = noted.ok ? [noted.value.notificationId] : [];
  const copy = await calls['notification.export']({ notificationIds, folder, audience: 'Exampleton District Court' });
  const subject = { lastName: 'Placeholder', firstName: 'Kim', dob: '1987-02-11' };
  const detail = { channel: 'fax', agency, asked: 'Call us back.' };
  const asked = { kind: 'request', subject, event: { kind: 'received', at: contactedAt, detail } } as const;
  return copy.ok && (await calls['matter.open'](asked)).ok;
}

async function releaseAll(ids: readonly string[]): Promise<boolean> {
  const at = new Date(Date.now() - 30 * 60_000).toISOString();
  const release = window.sallyport.calls['booking.recordEvent'];
  const replies = await Promise.all(
    ids.map((bookingId) => release({ bookingId, kind: 'released', at, detail: 'to the district court' })),
  );
  return replies.every(({ ok }) => ok);
}
