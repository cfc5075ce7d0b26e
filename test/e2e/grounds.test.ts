import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { CASES, SERGEANT } from '../support/ground-cases.ts';
import { ask, lookAt, state } from '../support/grounds.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';

/** With SALLYPORT_SCREENS the pictures of the documentation are taken again. */
const folder = resolve(import.meta.dirname, '../../docs/screens/grounds');

describe('May we …?', () => {
  const desk = makeDesk({ executable: inject('executable'), display: inject('display') }, 'grounds');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    const saved = await launched.page.evaluate(async (sergeant) => {
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
    expect(saved).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });
  beforeEach(async () => {
    const { page } = launched;
    for (const key of ['g', 'l', 'g', 'd']) await page.keyboard.press(key);
    await page
      .getByRole('button', { name: /^\d{4}-00001$/ })
      .first()
      .press('Enter');
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^May we/ }).waitFor();
  });

  async function shoot(name: string): Promise<void> {
    if (process.env['SALLYPORT_SCREENS'] !== undefined) await picture(launched, folder, name);
  }

  it.each(CASES)(
    'opens under $cite with the facts told, by keyboard',
    async (one) => {
      const { page } = launched;
      await ask(page, one.act);
      await lookAt(page, one.title);
      for (const fact of one.facts) await state(page, fact);
      await page.getByText(`${one.cite} holds.`).waitFor();
      await shoot(one.ground);
      expect(await findViolations(launched)).toEqual([]);
    },
    60_000,
  );

  it('records a document that was asked for under 1(c)', async () => {
    const { page } = launched;
    const found = CASES.find((one) => one.ground === '1c');
    if (found === undefined) throw new TypeError('no case of 1(c)');
    await ask(page, found.act);
    await lookAt(page, found.title);
    for (const fact of found.facts) await state(page, fact);
    await page.getByText('1(c) holds.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Passport' });
    await page.getByRole('radio', { name: 'not at hand' }).press('Space');
    await shoot('record-document');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /M-\d{4}-00001/ }).waitFor();
    await shoot('matter-document');
    expect(await findViolations(launched)).toEqual([]);
  }, 60_000);

  it('refuses 2(e) while how the source knows is what the source is believed for', async () => {
    const { page } = launched;
    const found = CASES.find((one) => one.ground === '2e');
    if (found === undefined) throw new TypeError('no case of 2(e)');
    await ask(page, 'notify-ice');
    await lookAt(page, found.title);
    const same = 'Four earlier tips of this source led to seizures.';
    for (const fact of found.facts) {
      await state(page, fact.fact === 'How the source knows' ? { fact: fact.fact, typed: same } : fact);
    }
    await page.getByText('Not under this ground: why the source is believed does not fit.').waitFor();
    await shoot('refused-2e');
  }, 60_000);

  it('says what the screen stops, and keeps what was typed', async () => {
    const { page } = launched;
    await ask(page, 'notify-ice');
    await lookAt(page, '2(e) Gang activity with violence or drug distribution');
    await page.getByRole('button', { name: 'State The activity', exact: true }).press('Enter');
    await page.keyboard.type('He is undocumented and sold drugs.');
    await page.keyboard.press('Enter');
    await page.getByText('status is never a fact', { exact: false }).waitFor();
    expect(await page.getByRole('textbox', { name: 'What did the person do?' }).inputValue()).toContain('sold drugs');
    await shoot('fact-stopped');
  });
});
