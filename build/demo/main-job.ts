// The steps of the demo, each as an officer does it, each with a picture.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { CHIEF, setUpStation, signIn } from '../../test/support/desk.ts';
import type { Log } from '../electron-host/log.ts';
import { writeDemoFile } from './import-file.ts';

export interface Play {
  readonly page: Page;
  readonly out: string;
  readonly work: string;
  readonly log: Log;
}

const OFFICER = {
  name: 'sample',
  displayName: 'Officer R. Sample',
  badge: '0412',
  passphrase: 'nine patient otters at dawn',
};

/** Takes a picture after each step, numbered in the order of the job. */
function camera(play: Play): (name: string) => Promise<void> {
  let count = 0;
  return async (name) => {
    count += 1;
    const file = `${String(count).padStart(2, '0')}-${name}.png`;
    await play.page.screenshot({ path: join(play.out, 'screens', file) });
    play.log(file);
  };
}

async function addOfficer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'People' }).click();
  const form = page.locator('form');
  await form.getByLabel('Name', { exact: true }).fill(OFFICER.displayName);
  await form.getByLabel('Sign-in name').fill(OFFICER.name);
  await form.getByLabel('Badge').fill(OFFICER.badge);
  await form.getByLabel('First passphrase').fill(OFFICER.passphrase);
  await form.getByRole('button', { name: 'Add' }).click();
  await page.getByText(`${OFFICER.displayName} may sign in now.`).waitFor({ timeout: 20_000 });
}

async function changeOver(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Sign out instead' }).click();
  await signIn(page, OFFICER);
}

async function fillBooking(page: Page): Promise<void> {
  const fill = (label: string, value: string): Promise<void> => page.getByLabel(label, { exact: true }).fill(value);
  await fill('Last name', 'Testperson');
  await fill('First name', 'Alex');
  await fill('Born', '7/19/94');
  await page.getByLabel('Sex', { exact: true }).selectOption('X');
  await fill('Standard identification', 'S00000412');
  await fill('Address', '12 Sample Street, Exampleton, MA 01581');
  await page.getByLabel('When', { exact: true }).first().fill('-40m');
  await fill('Arresting agency', 'Exampleton Police');
  await fill('Arresting officer', 'R. Sample, 0412');
  await page.getByLabel('Add a charge').fill('abdw');
  await page.locator('[role=option]:visible').first().waitFor();
  await page.keyboard.press('Enter');
}

const BEFORE =
  'Stopped at the corner of Sample and Mill after a call about a fight. Knife on the sidewalk, taken as evidence. ';
const REFUSED = 'The suspect is undocumented and gave his name at once. Two witnesses, see statements.';

async function book(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: /^Booking/ }).waitFor();
  await fillBooking(page);
  await shoot('booking');
  await page.getByRole('textbox', { name: 'Narrative' }).fill(BEFORE + REFUSED);
  await page.getByText('so this text is not saved yet').waitFor();
  await page.getByText('so this text is not saved yet').scrollIntoViewIfNeeded();
  await shoot('status-refused');
  await page.getByRole('button', { name: /Take the word out/ }).click();
  await page.getByText('so this text is not saved yet').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'May we …?' }).waitFor();
  await shoot('booking-saved');
}

async function notify(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'May we …?' }).click();
  await page.getByText('2(a) holds.').waitFor();
  await shoot('may-we-notify');
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Agency', { exact: true }).fill('Federal field office (made up)');
  await page.getByLabel('Person reached').fill('Duty desk');
  await page.getByLabel('Number or address used').fill('617-555-0100');
  await page.getByLabel('How you made sure who it was').fill('Called back on the published number.');
  await page.getByLabel('Purpose').fill('Arrest by this department for a violent felony.');
  for (const told of ['Name', 'Booking number', 'Charge']) await page.getByLabel(told, { exact: true }).check();
  await shoot('notice-form');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: /^N-/ }).waitFor();
  await shoot('notice-recorded');
}

async function exportRecord(play: Play, shoot: (name: string) => Promise<void>): Promise<void> {
  const { page } = play;
  await page.getByLabel('Handed to').fill('Exampleton District Court (made up)');
  await page.getByLabel('For what').fill('Hearing of the case (made up).');
  await page.getByLabel('Into this folder').fill(join(play.out, 'records'));
  await page.getByRole('button', { name: 'Write the signed copy' }).click();
  const done = page.getByText(/^✓ EXP-/);
  await done.waitFor();
  await done.scrollIntoViewIfNeeded();
  await shoot('signed-copy');
}

async function bringOver(play: Play, shoot: (name: string) => Promise<void>): Promise<void> {
  const { page } = play;
  const file = writeDemoFile(play.work);
  await page.getByRole('button', { name: /^Records system/ }).click();
  await page.getByLabel('File', { exact: true }).fill(file);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Nothing is stored yet').waitFor({ timeout: 30_000 });
  await shoot('import-looked-at');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Stored what/).waitFor({ timeout: 30_000 });
  await shoot('import-stored');
  copyFileSync(file, join(play.out, 'records-system.csv'));
}

/** First run, an officer, a booking, a refusal, a ground, a notice, its signed copy, an import, the desk. */
export async function playMainJob(play: Play): Promise<void> {
  const { page } = play;
  const shoot = camera(play);
  await page.getByLabel('Name of the station').waitFor();
  await shoot('first-run');
  await setUpStation(page);
  await shoot('station-set-up');
  await page.keyboard.press('Control+Enter');
  await signIn(page, CHIEF);
  await addOfficer(page);
  await shoot('people');
  await changeOver(page);
  await book(page, shoot);
  await notify(page, shoot);
  await exportRecord(play, shoot);
  await page.getByRole('button', { name: 'Notification log' }).click();
  await page.getByText('N-').first().waitFor();
  await shoot('notification-log');
  await bringOver(play, shoot);
  await page.getByRole('button', { name: 'Policy' }).click();
  await shoot('policy');
  await page.getByRole('button', { name: 'Desk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
  await shoot('desk');
}
