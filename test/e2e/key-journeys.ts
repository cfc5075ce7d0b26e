// Journeys of the keys on the page of integrity, by keyboard where people type.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, THEMES } from '../support/look.ts';
import { Town } from '../support/town.ts';
import { RECOVERY_KEY } from './ready-station.ts';

const keysOf = ({ page }: LaunchedApp): Locator => page.getByRole('region', { name: 'Keys that sign' });

async function noViolations(launched: LaunchedApp): Promise<void> {
  for (const colorScheme of THEMES) {
    await launched.page.emulateMedia({ colorScheme });
    expect(await findViolations(launched), colorScheme).toEqual([]);
  }
}

/** Fills in stick and paper, first wrongly. */
async function openRoot({ page }: LaunchedApp, desk: Desk): Promise<void> {
  await page.getByLabel('Folder with the recovery files').fill(join(desk.work, 'nowhere'));
  await page.getByLabel('Recovery key, from the paper').fill('ABCD');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await page.getByLabel('Folder with the recovery files').fill(join(desk.work, 'recovery'));
  await page
    .getByLabel('Recovery key, from the paper')
    .fill(readFileSync(join(desk.ready ?? '', RECOVERY_KEY), 'utf8'));
}

/** A drill of a key that others may have: one step is left undone. */
export async function practise(launched: LaunchedApp, desk: Desk, folder: string): Promise<void> {
  const { page } = launched;
  const keys = keysOf(launched);
  await keys.getByText('never').first().waitFor();
  await keys.getByRole('button', { name: 'Practise a change …' }).click();
  await page.getByLabel('Why', { exact: true }).selectOption('compromised');
  await page.keyboard.press('Tab');
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
  }
  await noViolations(launched);
  await picture(launched, folder, 'drill-before');
  await page.keyboard.press('Enter');
  await openRoot(launched, desk);
  await picture(launched, folder, 'drill-root');
  await page.keyboard.press('Enter');
  await page.getByText('The root opened, and did what a change needs of it.').waitFor();
  await page.getByLabel('Paper and stick are back in the safe, apart from each other').check();
  await page.getByLabel('What was found, if anything').fill('The clerk was away.');
  await noViolations(launched);
  await picture(launched, folder, 'drill-after');
  await page.keyboard.press('Enter');
  await keys.getByText('Recorded, with what was not done.').waitFor();
  await keys.getByText(/^\d{4}-\d\d-\d\d, with something not done$/).waitFor();
  await keys.scrollIntoViewIfNeeded();
  await picture(launched, folder, 'drills');
}

/** The machine was stolen: the key is called back, step by step. */
export async function changeKey(launched: LaunchedApp, desk: Desk, folder: string): Promise<void> {
  const { page } = launched;
  const keys = keysOf(launched);
  await keys.getByText('signs today').waitFor();
  await keys.getByRole('button', { name: 'Change the signing key …' }).click();
  await page.getByLabel('Why', { exact: true }).selectOption('compromised');
  await page.getByRole('button', { name: 'Go on to the root' }).press('Enter');
  await page.keyboard.type('The machine was stolen.');
  await openRoot(launched, desk);
  await picture(launched, folder, 'change-key');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByText(/^A new key signs from now on[.] The list of what was called back is /)
    .waitFor();
  await picture(launched, folder, 'change-key-after');
  for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Record how it went' }).press('Enter');
  await keys.getByText(/^A new key signs from now on[.] The list .* Recorded/).waitFor();
  await keys.getByText(/^called back /).waitFor();
  await noViolations(launched);
  await keys.scrollIntoViewIfNeeded();
  await picture(launched, folder, 'keys');
}

export async function printFingerprint(launched: LaunchedApp, folder: string): Promise<void> {
  const { page } = launched;
  await keysOf(launched).getByRole('button', { name: 'Save the fingerprint as a page' }).click();
  await page.getByRole('heading', { level: 1, name: 'Fingerprint of the station root' }).waitFor();
  await page.getByText(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/).waitFor();
  await picture(launched, folder, 'fingerprint');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Saved as .*station-root-.*\.pdf\.$/).waitFor();
  await page.keyboard.press('Escape');
}

/** A request on a stick, a wrong answer, the right one. */
export async function askTown(launched: LaunchedApp, desk: Desk, folder: string): Promise<void> {
  const { page } = launched;
  const stick = join(desk.work, 'stick');
  mkdirSync(stick);
  const keys = keysOf(launched);
  await keys.getByText('What is signed today leads to the station root.').waitFor();
  await keys.getByRole('button', { name: 'A town’s certificate …' }).click();
  const dialog = page.getByRole('dialog');
  await page.getByLabel('Stick or folder for the request').fill(stick);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^Written: /).waitFor();
  const request = readdirSync(stick).find((name) => name.endsWith('.csr')) ?? '';
  await page.getByLabel('File that the authority sent').fill(join(stick, request));
  await page.keyboard.press('Enter');
  await dialog.getByText(/It is the request, not the answer/).waitFor();
  await picture(launched, folder, 'town-refused');
  const town = new Town(stick);
  writeFileSync(join(stick, 'chain.pem'), town.issue(request) + town.issuing + town.root);
  await page.getByLabel('File that the authority sent').fill(join(stick, 'chain.pem'));
  await page.keyboard.press('Enter');
  await keys.getByText('vouches for the key today').waitFor();
  expect(await findViolations(launched)).toEqual([]);
  await keys.scrollIntoViewIfNeeded();
  await picture(launched, folder, 'town');
  await keys.getByRole('button', { name: 'A town’s certificate …' }).click();
  await dialog.getByRole('heading', { name: 'Go back to the station root' }).waitFor();
  expect(await findViolations(launched)).toEqual([]);
  await picture(launched, folder, 'town-back');
  await page.keyboard.press('Escape');
  await keys.getByRole('button', { name: 'Save the fingerprint as a page' }).click();
  await page.getByText('The root “Exampleton Town Root”').waitFor();
  await picture(launched, folder, 'town-fingerprint');
  await page.keyboard.press('Escape');
}
