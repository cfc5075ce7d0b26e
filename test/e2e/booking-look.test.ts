import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF, makeDesk, setUpStation, signIn, STATION } from '../support/desk.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES, zoom } from '../support/look.ts';
import { windowHost } from './window-host.ts';

const NARRATIVE =
  'Stopped at the corner of Sample and Mill after a call about a fight. Knife on the sidewalk, taken as evidence. ' +
  'The suspect is undocumented and gave his name at once. Two witnesses, see statements.';

/** Each screen is read by axe six times over. */
const UNHURRIED = 300_000;

describe('the screens from first run to booking', { timeout: UNHURRIED }, () => {
  const desk = makeDesk(windowHost(), 'look');
  // docs/screens holds the pictures that were looked at; a run keeps its own unless it is told to renew them.
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await launchApp(desk.launch);
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  /** Both themes at 1366 x 768: nothing for axe to say, a picture each. */
  async function look(name: string): Promise<void> {
    for (const colorScheme of THEMES) {
      await launched.page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), `${name}, ${colorScheme}`).toEqual([]);
      await picture(launched, folder, `${name}-${colorScheme}`);
    }
  }
  /** The dock, and the smallest window at 200 %: one column, nothing beyond the edge. */
  async function lookNarrow(name: string): Promise<void> {
    await launched.page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched), `${name} in the dock`).toBeLessThanOrEqual(0);
    expect(await findViolations(launched), `${name} in the dock`).toEqual([]);
    await picture(launched, folder, `${name}-dock`);
    await resize(launched, 1024, 700);
    await zoom(launched, 2);
    expect(await overhang(launched), `${name} at 200 %`).toBeLessThanOrEqual(0);
    expect(await findViolations(launched), `${name} at 200 %`).toEqual([]);
    await zoom(launched, 1);
    await resize(launched, 1366, 768);
  }

  it('first run', async () => {
    const { page } = launched;
    await page.getByLabel('Name of the station').waitFor();
    await look('first-run-station');
    await page.getByLabel('Name of the station').fill(STATION.name);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Fill this in.').waitFor();
    await look('first-run-missing');
    await page.reload();
    await setUpStation(page, undefined, async (name) => {
      if (name === 'recovery') await page.getByLabel('Folder for the recovery files').fill('/media/stick/recovery');
      await look(`first-run-${name}`);
    });
    await look('first-run-done');
    await lookNarrow('first-run-done');
  });

  it('sign-in and lock', async () => {
    const { page } = launched;
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'I have read this' }).waitFor();
    await look('notice');
    await signIn(page);
    await page.keyboard.press('Control+l');
    await page.getByRole('heading', { name: 'Locked' }).waitFor();
    await look('lock');
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
  });

  it('a booking, refused and saved', async () => {
    const { page } = launched;
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-/ }).waitFor();
    await look('booking-new');
    const boxes = {
      'Last name': 'Testperson',
      'First name': 'Alex',
      Born: '7/19/94',
      'Standard identification': 'S0000412',
      Address: '12 Sample Street, Exampleton',
      When: '-40m',
      'Arresting agency': STATION.name,
      'Arresting officer': `${CHIEF.displayName}, ${CHIEF.badge}`,
    };
    for (const [label, text] of Object.entries(boxes)) {
      await page.getByRole('main').getByLabel(label, { exact: true }).first().fill(text);
      await page.keyboard.press('Tab');
    }
    await page.getByLabel('Sex').selectOption('X');
    await page.getByPlaceholder('Name, statute or code').fill('abdw');
    await page.locator('[role=option]:visible').first().waitFor();
    await look('booking-charges');
    await page.getByPlaceholder('Name, statute or code').press('Enter');
    await page.getByRole('textbox', { name: 'Narrative' }).fill(NARRATIVE);
    await page.getByText('so this text is not saved yet.').waitFor();
    await page.getByText(/^Draft kept .*, the narrative without the marked sentences$/).waitFor();
    await look('booking');
    await lookNarrow('booking');
    await page.keyboard.press('Alt+1');
    await page.getByRole('button', { name: 'More fields' }).click();
    await look('booking-more');
    await lookNarrow('booking-more');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Saved as ledger entry/).waitFor();
    await look('booking-saved');
    await lookNarrow('booking-saved');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Booking sheet', level: 1 }).waitFor();
    await look('booking-sheet');
    await lookNarrow('booking-sheet');
    await page.keyboard.press('Escape');
  });

  it('the desk and the map of keys', async () => {
    const { page } = launched;
    const custody = page.getByRole('region', { name: 'Custody and release' });
    await custody.getByLabel('What happened').selectOption('Release eligible');
    await custody.getByLabel('When').fill('+34m');
    await custody.getByRole('button', { name: 'Record' }).click();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-00002/ }).waitFor();
    await page.getByRole('navigation').getByText('Desk').click();
    await page
      .getByRole('region', { name: 'Waiting for you' })
      .getByText(/-00002/)
      .first()
      .first()
      .waitFor();
    await look('desk');
    await lookNarrow('desk');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look('map-of-keys');
    await page.keyboard.press('Escape');
  });
});
