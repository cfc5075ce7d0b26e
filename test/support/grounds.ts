// Puts questions to the page "May we …?" with the keyboard, one fact after the other.
import type { Page } from 'playwright-core';

/** One fact of a ground and how it is told. */
export type Told =
  | { readonly fact: string; readonly typed: string }
  /** Buttons: yes, no, or one word of a list. */
  | { readonly fact: string; readonly chosen: string }
  /** Boxes to tick. */
  | { readonly fact: string; readonly ticked: readonly string[] }
  /** The first offer that the typed letters find. */
  | { readonly fact: string; readonly offense: string }
  /** Boxes of a fact in parts: typed, or chosen from a list. */
  | { readonly fact: string; readonly parts: Readonly<Record<string, string>>; readonly ticked?: readonly string[] }
  /** A second person signs. */
  | { readonly fact: string; readonly signer: { readonly name: string; readonly passphrase: string } };

/** Chooses what is asked: `notify-ice`. */
export async function ask(page: Page, act: string): Promise<void> {
  await page.getByLabel('The question').selectOption(act);
}

/** Forgets what was told on this page before, act by act as they are asked. */
export async function beginAfresh(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 2 }).nth(0).waitFor();
  const afresh = page.getByRole('button', { name: 'Start afresh' });
  if (!(await afresh.isVisible())) return;
  await afresh.press('Enter');
  await afresh.waitFor({ state: 'detached' });
}

/** Opens the facts of a ground, unless the page shows them already. */
export async function lookAt(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 2 }).nth(0).waitFor();
  const shown = page.getByRole('heading', { level: 2, name: heading });
  const other = page.getByRole('button', { name: heading });
  await shown.or(other).first().waitFor();
  if (await other.isVisible()) await other.press('Enter');
  await shown.waitFor();
}

async function fillParts(page: Page, parts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(parts)) {
    const box = page.getByLabel(label, { exact: true });
    if ((await box.evaluate((element) => element.tagName)) === 'SELECT') await box.selectOption({ label: value });
    else await box.fill(value);
  }
}

async function tick(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByRole('checkbox', { name: label, exact: true }).press('Space');
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
}

/** States one fact. */
export async function state(page: Page, told: Told): Promise<void> {
  await page.getByRole('button', { name: `State ${told.fact}`, exact: true }).press('Enter');
  if ('typed' in told) {
    await page.keyboard.type(told.typed);
    await page.keyboard.press('Enter');
  } else if ('chosen' in told) {
    await page.getByRole('button', { name: told.chosen, exact: true }).press('Enter');
  } else if ('offense' in told) {
    await page.keyboard.type(told.offense);
    await page.locator('[role=option]:visible').first().waitFor();
    await page.keyboard.press('Enter');
  } else if ('signer' in told) {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Sign-in name').fill(told.signer.name);
    await dialog.getByLabel('Passphrase').fill(told.signer.passphrase);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  } else {
    if ('parts' in told) await fillParts(page, told.parts);
    await tick(page, told.ticked ?? []);
    await keep(page);
  }
  await page.getByRole('button', { name: `State ${told.fact}`, exact: true }).waitFor({ state: 'detached' });
}
