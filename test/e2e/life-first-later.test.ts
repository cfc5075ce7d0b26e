import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, openDesk } from '../support/desk.ts';
import { state, type Told } from '../support/grounds.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, resize } from '../support/look.ts';
import { lookAround } from '../support/look-around.ts';
import { deskHost } from './window-host.ts';

const grounds = resolve(import.meta.dirname, '../../docs/screens/grounds');
const FACTS: readonly Told[] = [
  { fact: 'The time of the request', typed: '-4m' },
  { fact: 'The time help is needed', typed: '-4m' },
  { fact: 'The requesting agency', typed: 'ERO Boston' },
  { fact: 'The requesting official', typed: 'Officer Fictional' },
  { fact: 'The call back', chosen: 'yes' },
  { fact: 'The danger now', typed: 'Shots are fired at two officers behind a car.' },
  { fact: 'The place', typed: '4 Mill Street' },
  { fact: 'Our units', typed: 'Cars 2 and 5' },
  { fact: 'The supervisor', typed: 'Sgt. B. Fictional' },
];

describe('help that began life first, and the desk before it', { timeout: 90_000 }, () => {
  const desk = makeDesk(deskHost(), 'later');
  const folder = process.env['SALLYPORT_SCREENS'] ?? resolve(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const under = (heading: string): Locator => launched.page.getByRole('region', { name: heading, exact: true });
  const send = (): Promise<void> => launched.page.keyboard.press('Control+Enter');
  const press = (name: string | RegExp): Promise<void> =>
    launched.page.getByRole('button', { name }).first().press('Enter');
  const look = async (name: string): Promise<void> => expect(await lookAround(launched, folder, name)).toEqual([]);

  it('asks whoever has not read the policy in force to, until they say that they have (P-3)', async () => {
    const { page } = launched;
    const card = under('Have you read westborough-2015, version 1?');
    await card.waitFor();
    await look('desk-policy-to-read');
    await card.getByRole('button', { name: 'Read it' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor();
    await press('I have read it');
    await page.getByRole('button', { name: 'I have read it' }).waitFor({ state: 'detached' });
    for (const key of ['g', 'd']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
    await page.getByText('Nothing waits for you.').waitFor();
    // The desk stands at once as it was last told, and is told anew.
    await card.waitFor({ state: 'detached' });
  });

  it('begins with two keys, and its facts are told afterwards under 3(b)(i)', async () => {
    const { page } = launched;
    await page.keyboard.press('F2');
    await page.getByRole('dialog', { name: 'Life first' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { level: 1, name: /^Assistance to an operation/ }).waitFor();
    await press(/^Tell the facts/);
    await page.getByRole('heading', { level: 1, name: /^May we assist/ }).waitFor();
    for (const fact of FACTS) await state(page, fact);
    await page.getByText('3(b)(i) holds.').waitFor();
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    await picture(launched, grounds, '3b-i');
    expect(await findViolations(launched)).toEqual([]);
    await send();
    await page.getByLabel('When', { exact: true }).waitFor();
    await send();
    await under('What happened').getByText('Facts told').waitFor();
  });

  it('says stop where the warrant fell (Maingrette), whatever was begun under it', async () => {
    await press('Check the warrant again');
    await launched.page.getByLabel('Query number', { exact: true }).fill('WMS 77120');
    await launched.page.getByRole('radio', { name: 'recalled' }).press('Space');
    await send();
    const stop = launched.page.getByText('Stop: the warrant was recalled.');
    await stop.waitFor();
    await look('warrant-recalled');
    await press('Check the warrant again');
    await launched.page.getByLabel('Query number', { exact: true }).fill('WMS 77121');
    await launched.page.getByRole('radio', { name: 'active' }).press('Space');
    await send();
    await stop.waitFor({ state: 'detached' });
  });

  it('names whoever nobody knew, once it is known; what the record said stays', async () => {
    const { page } = launched;
    await under('About').getByText('nobody known').waitFor();
    await press('Name the person');
    await page.getByRole('radio', { name: 'suspect' }).press('Space');
    await page.getByLabel('Last name', { exact: true }).fill('Undocumented');
    await send();
    await page.getByText('Type the name alone.', { exact: false }).first().waitFor();
    await page.getByLabel('Last name', { exact: true }).fill('Placeholder');
    await page.getByLabel('First name', { exact: true }).fill('Kim');
    await page.getByLabel('Born', { exact: true }).fill('4/1/90');
    await look('person-named-form');
    await send();
    await under('About').getByText('Placeholder, Kim').waitFor();
    await under('What happened').getByText('Person named').waitFor();
    await look('person-named');
  });
});
