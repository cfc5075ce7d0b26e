import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF, makeDesk, openDesk, signIn } from '../support/desk.ts';
import { BY_WORDS } from '../support/false-hits.ts';
import { launchApp, type LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, resize } from '../support/look.ts';
import { deskHost } from './window-host.ts';

const SECOND = { name: 'sam', displayName: 'Sgt. M. Placeholder', badge: '0042', role: 'supervisor' } as const;

describe('a phrase that is taken back', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'taken-back');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
    const start = BY_WORDS.text.indexOf(BY_WORDS.taught.phrase);
    const { text, taught } = BY_WORDS;
    const given = { text, field: taught.field, start, end: start + taught.phrase.length, reason: 'The shop says so' };
    const taughtIt = await launched.page.evaluate(
      async ({ person, passphrase, asked }) => {
        const { calls } = window.sallyport;
        const added = await calls['people.add']({ ...person, passphrase });
        return added.ok && (await calls['screen.teach']({ ...asked, name: person.name, passphrase })).ok;
      },
      { person: SECOND, passphrase: CHIEF.passphrase, asked: given },
    );
    expect(taughtIt).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  it('tells who takes it back how many unfinished forms lost sentences or entries', async () => {
    const { page } = launched;
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
    await page.getByLabel('Last name').fill('Testperson');
    await page.getByRole('textbox', { name: 'Narrative' }).fill(`Calm all night. ${BY_WORDS.text} Needs insulin.`);
    await page.getByText(/^Draft kept [\d:]+$/).waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: /^Take back/ }).press('Enter');
    await page.getByRole('dialog').getByText('Unfinished forms lose the sentences or entries with it;').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).press('Enter');
    await page
      .getByText('One unfinished form lost sentences or entries with them; it says so when it is opened.')
      .waitFor();
    await picture(launched, folder, 'phrase-taken-back');
  });

  it('keeps the rest of the text where the form is still open in the window, and marks the words there', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page
      .getByRole('button', { name: /-00001/ })
      .first()
      .click();
    await page.getByText('so this text is not saved yet.').waitFor();
    await page.getByText(/Look again at: Narrative\.$/).waitFor();
    await page.getByLabel('First name').fill('Kim');
    await page.getByText(/^Draft kept [\d:]+, the narrative without the marked sentences$/).waitFor();
  });

  it('says in the form, opened again, which boxes lost sentences, and not which words', async () => {
    await launched.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    launched = await launchApp(desk.launch);
    await resize(launched, 1366, 768);
    await signIn(launched.page);
    const { page } = launched;
    await page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
    const note = page.getByRole('alert').filter({ hasText: 'were taken back' });
    await note.getByText(/Look again at: Narrative\.$/).waitFor();
    expect(await note.innerText()).not.toContain(BY_WORDS.taught.phrase);
    expect(await page.getByRole('textbox', { name: 'Narrative' }).inputValue()).toBe('Calm all night. Needs insulin.');
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'phrase-taken-back-form');
  });
});
