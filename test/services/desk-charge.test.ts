import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOffense } from '../../policy/offenses/catalogue.ts';
import { GOOD_FIELDS, openForm } from '../support/booked.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';
import { csv, tempFile } from './exchange/temp-file.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await copyTestStation();
}, 60_000);
afterAll(() => desk.remove());

type Charge = Readonly<Record<string, string | number>>;

/** What the newest line of the desk says of the charge: in the list, and among those in custody. */
async function shown(): Promise<readonly (string | undefined)[]> {
  const { inCustody } = await desk.done('desk.get', {});
  const [newest] = await desk.done('booking.list', { limit: 1 });
  return [newest?.charge, inCustody.find(({ bookingId }) => bookingId === newest?.bookingId)?.charge];
}

async function booked(...charges: readonly Charge[]): Promise<readonly (string | undefined)[]> {
  const bookingId = await openForm(desk);
  const reply = await desk.raw('booking.save', { bookingId, fields: GOOD_FIELDS, charges });
  expect(reply).toMatchObject({ ok: true });
  return shown();
}

describe('the line of a booking on the desk', () => {
  it('calls an offense that was picked by its title, where nothing else was written', async () => {
    const title = findOffense('abdw')?.title;
    expect(title).toMatch(/./);
    expect(await booked({ offense: 'abdw' })).toEqual([title, title]);
    expect(await booked({ offense: 'abdw', charge_counts: 2 }, { offense: 'strangulation' })).toEqual([title, title]);
  });

  it('calls a charge as it was written, else by its section', async () => {
    expect(await booked({ offense: 'abdw', charge_description: 'Hit with a bat' })).toContain('Hit with a bat');
    expect(await booked({ charge_description: 'Larceny of a bicycle' })).toContain('Larceny of a bicycle');
    expect(await booked({ charge_statute: '266/30' })).toContain('266/30');
  });

  it.each([
    ['Charge Description', 'Larceny of a bicycle', 'Larceny of a bicycle'],
    ['Statute', '265/15A', '265/15A'],
  ])('calls an imported charge by its %s, where it has nothing else', async (heading, value, expected) => {
    const file = csv(
      `Booking #,Booking Date/Time,Last Name,${heading}`,
      `${heading.length},2026-11-20 01:00,Sample,${value}`,
    );
    await desk.done('import.run', { path: tempFile(file), dryRun: false });
    expect((await shown())[0]).toBe(expected);
  });
});
