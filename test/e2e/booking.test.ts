import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF, makeDesk, openDesk, STATION } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { createTypist, type Typist } from '../support/typist.ts';
import { deskHost } from './window-host.ts';

/** The first page, box by box; each is followed by Tab. */
const PERSON = ['Testperson', 'Alex', '7/19/94', 'X', 'S0000412', 'ma', '12 Sample Street, Exampleton, MA 01581'];

describe('a booking at the desk', () => {
  const desk = makeDesk(deskHost(), 'booking');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  async function typePerson(typist: Typist): Promise<void> {
    for (const value of PERSON) {
      await typist.type(value);
      await typist.press('Tab');
    }
  }
  /** Takes the first offer that the typed letters find. */
  async function choose(typist: Typist, letters: string, offer: string): Promise<void> {
    await typist.type(letters);
    await launched.page.getByRole('option', { name: offer }).first().waitFor();
    await typist.press('Enter');
  }

  it('is saved with the keyboard alone, with at most 60 keys beyond the typed values', async () => {
    const { page } = launched;
    const typist = createTypist(page);
    await typist.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
    await typePerson(typist);
    await typist.type('-20m');
    await typist.press('Tab');
    await choose(typist, 'Ex', STATION.name);
    await typist.press('Tab');
    await choose(typist, 'R', CHIEF.displayName);
    await typist.press('Tab');
    await choose(typist, '265/15A', 'Assault and battery by means of a dangerous weapon');
    // From the list of charges past the tools of the one charge to the narrative.
    await typist.press('Tab');
    await typist.type('Stopped at the corner of Sample and Mill. Knife on the sidewalk, taken as evidence.');
    await typist.press('Tab');
    await typist.type('Wallet, brown');
    await typist.press('Control+Enter');
    await page.getByText(/Saved as ledger entry/).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Wallet, brown');
    expect(typist.extraKeys).toBeLessThanOrEqual(60);
  });

  it('stands as it was typed', async () => {
    const saved = await launched.page.evaluate(async () => {
      const { calls } = window.sallyport;
      const list = await calls['booking.list']({});
      const first = list.ok ? list.value[0] : undefined;
      return first === undefined ? null : calls['booking.get']({ bookingId: first.bookingId });
    });
    expect(saved).toMatchObject({
      ok: true,
      value: {
        fields: {
          last_name: 'Testperson',
          dob: '1994-07-19',
          driver_license_state: 'MA',
          address_city: 'Exampleton',
          address_zip: '01581',
          arresting_agency: STATION.name,
          arresting_officer_badge: CHIEF.badge,
          property_items: ['Wallet, brown'],
        },
        charges: [{ offense: 'abdw', charge_severity: 'felony' }],
      },
    });
  });

  it('records rights and custody on its timeline', async () => {
    const { page } = launched;
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await page.getByRole('button', { name: 'Record: Miranda' }).press('Enter');
    await page.keyboard.press('Enter');
    await timeline.getByText('Miranda').waitFor();
    const custody = page.getByRole('region', { name: 'Custody and release' });
    await custody.getByLabel('Cell').fill('3');
    await page.keyboard.press('Enter');
    await timeline.getByText('In custody, cell 3').waitFor();
    await custody.getByLabel('What happened').selectOption('Release eligible');
    await custody.getByLabel('When').fill('+2h');
    await page.keyboard.press('Enter');
    await timeline.getByText('Release eligible').waitFor();
  });

  it('is corrected with a reason, and keeps the version before', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: 'Correct', exact: true }).press('Enter');
    await page.getByLabel('First name').fill('Alexander');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Say in a few words why it is corrected.').waitFor();
    await page.getByLabel('Why is it corrected?').fill('Name read off the license');
    await page.keyboard.press('Control+Enter');
    const corrections = page.getByRole('region', { name: 'Corrections' });
    await corrections.getByText('Name read off the license').waitFor();
    await page.getByText('Alexander').waitFor();
  });

  it('prints a sheet with its number and ledger entry, and nothing about status', async () => {
    const { page } = launched;
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Booking sheet', level: 1 }).waitFor();
    const sheet = await page.locator('article').innerText();
    for (const part of [
      STATION.name,
      STATION.ori,
      'Ledger entry',
      'version 2',
      'Alexander',
      'c.265 s.15A(b)',
      'Miranda',
    ]) {
      expect(sheet).toContain(part);
    }
    expect(sheet).not.toMatch(/immigra|citizen|status/i);
    await page.keyboard.press('Control+Enter');
    const said = await page.getByText(/^Saved as .*\.pdf$/).innerText();
    const file = said.replace('Saved as ', '');
    expect(existsSync(file)).toBe(true);
    expect(file.startsWith(join(desk.work, 'prints'))).toBe(true);
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Escape');
    await page.getByText(/Saved as ledger entry/).waitFor();
  });

  it('shows on the desk with the time at which release is due', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    const custody = page.getByRole('region', { name: 'In custody' });
    expect(await custody.innerText()).toContain('Testperson, Alexander');
    expect(await custody.innerText()).not.toContain('not set');
  });
});
