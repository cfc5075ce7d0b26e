import type { Page } from 'playwright-core';
import type {} from '../../renderer/api.ts';

/** Books somebody whose release was due 34 minutes ago, and who is still in custody. */
export async function holdPastRelease(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { calls } = window.sallyport;
    const opened = await calls['booking.open']({});
    if (!opened.ok) return;
    const { bookingId } = opened.value;
    const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
    await calls['booking.save']({
      bookingId,
      fields: {
        last_name: 'Placeholder',
        first_name: 'Kim',
        dob: '1990-02-02',
        booking_datetime: ago(200),
        arrest_datetime: ago(220),
        arresting_agency: 'Exampleton Police',
        arresting_officer_name: 'R. Sample',
      },
      charges: [{ offense: 'abdw', charge_description: 'Assault and battery, dangerous weapon' }],
    });
    await calls['booking.recordEvent']({ bookingId, kind: 'in-custody', at: ago(190) });
    await calls['booking.recordEvent']({ bookingId, kind: 'release-eligible', at: ago(34) });
  });
}
