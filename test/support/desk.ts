// Walks through the first run and the sign-in of a new station, as a person would with the keyboard.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp, type Launch, type LaunchedApp } from './launch.ts';
import { numberedFolder } from './numbered-folder.ts';

export const CHIEF = {
  name: 'chief',
  displayName: 'R. Sample',
  badge: '0117',
  passphrase: 'seven quiet lanterns at noon',
};
export const STATION = { name: 'Exampleton Police', ori: 'MA0EX0100' };

export interface DeskHost extends Pick<Launch, 'executable' | 'display'> {
  /** A folder with `station` and `recovery` as a first run left them. */
  readonly ready?: string;
}

/** A folder of its own for each test file, and how to open the window on it. */
export interface Desk {
  readonly work: string;
  readonly launch: Launch;
  readonly ready: string | undefined;
  close(): void;
}

export function makeDesk({ ready, ...host }: DeskHost, name: string): Desk {
  const work = numberedFolder(`sallyport-${name}`);
  mkdirSync(join(work, 'recovery'));
  const launch: Launch = {
    ...host,
    data: join(work, 'station'),
    args: ['--prints', join(work, 'prints'), '--choose-folder', join(work, 'recovery'), '--no-system-key'],
  };
  return { work, launch, ready, close: () => rmSync(work, { recursive: true, force: true }) };
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
}

/**
 * Goes through the wizard to its last page. The recovery folder is typed where it is given, else chosen in
 * the dialog; `onPage` is told of each page in between.
 */
export async function setUpStation(
  page: Page,
  recoveryFolder?: string,
  onPage: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await fill(page, 'Name of the station', STATION.name);
  await fill(page, 'ORI', STATION.ori);
  await page.keyboard.press('Control+Enter');
  await onPage('chief');
  await fill(page, 'Name as shown', CHIEF.displayName);
  await fill(page, 'Badge', CHIEF.badge);
  await fill(page, 'Sign-in name', CHIEF.name);
  await fill(page, 'Passphrase', CHIEF.passphrase);
  await fill(page, 'Passphrase again', CHIEF.passphrase);
  await page.keyboard.press('Control+Enter');
  await page.locator('.key').filter({ hasText: /\d/ }).waitFor();
  await onPage('recovery');
  const key = await page.locator('.key').innerText();
  await fill(page, 'Type the key from your paper', key.toLowerCase().replaceAll('-', ' '));
  if (recoveryFolder === undefined) await page.getByRole('button', { name: 'Browse' }).click();
  else await fill(page, 'Folder for the recovery files', recoveryFolder);
  await page.getByRole('button', { name: 'Set up the station' }).click();
  await page.getByRole('heading', { name: 'The station is set up' }).waitFor({ timeout: 60_000 });
}

export async function signIn(
  page: Page,
  as: { readonly name: string; readonly passphrase: string } = CHIEF,
): Promise<void> {
  await page.getByRole('button', { name: 'I have read this' }).press('Enter');
  await fill(page, 'Sign-in name', as.name);
  await fill(page, 'Passphrase', as.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor({ timeout: 60_000 });
}

/** A station with its chief signed in, at the desk; set up here where none is ready. */
export async function openDesk({ work, launch, ready }: Desk): Promise<LaunchedApp> {
  if (ready !== undefined) cpSync(ready, work, { recursive: true });
  const launched = await launchApp(launch);
  if (ready === undefined) {
    await setUpStation(launched.page);
    await launched.page.keyboard.press('Control+Enter');
  }
  await signIn(launched.page);
  return launched;
}
