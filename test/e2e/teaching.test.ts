import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF } from '../support/desk.ts';
import { BY_WORDS } from '../support/false-hits.ts';
import { picture } from '../support/look.ts';
import { boxState, tabTo } from '../support/screened-box.ts';
import { lookedAtDesk } from './looked-at-desk.ts';

const SECOND = { name: 'sam', displayName: 'Sgt. M. Placeholder', badge: '0042', role: 'supervisor' } as const;
const REFUSED = 'so this text is not saved yet.';
const REASON = 'The shop calls its helpers so';

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** All of it with the keyboard alone. */
describe('a false hit that a supervisor confirms', { timeout: 180_000 }, () => {
  const at = lookedAtDesk('teaching');

  beforeAll(async () => {
    const added = await at.launched.page.evaluate(async (person) => window.sallyport.calls['people.add'](person), {
      ...SECOND,
      passphrase: CHIEF.passphrase,
    });
    expect(added.ok).toBe(true);
  });

  async function openForm(): Promise<void> {
    const { page } = at.launched;
    await press(page, 'n');
    await page.getByRole('heading', { name: /^Booking \d{4}-/ }).waitFor();
    await page.keyboard.type('Testperson');
  }
  async function typeRefused(label: string): Promise<void> {
    const { page } = at.launched;
    await tabTo(page, label);
    await page.keyboard.type(BY_WORDS.text);
    await page.getByText(REFUSED).waitFor();
  }

  it('explains itself without leaving the form or moving the caret', async () => {
    const { page } = at.launched;
    await openForm();
    await typeRefused('Narrative');
    await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    const before = await boxState(page);
    await press(page, 'Alt+4');
    const why = page.getByRole('region', { name: 'Why it is refused' });
    await why.getByText('section 1(b) of the policy').waitFor();
    await why.getByText('It stands in the list of wordings.').waitFor();
    expect(await boxState(page)).toEqual(before);
    await at.lookThemes('refused-why');
    await press(page, 'Alt+4');
    await why.waitFor({ state: 'detached' });
    expect(await boxState(page)).toEqual(before);
  });

  it('asks for a reason that tells nothing itself, and for another person', async () => {
    const { page } = at.launched;
    await press(page, 'Alt+3');
    await page.getByRole('dialog').getByText(`“${BY_WORDS.taught.phrase}”`).waitFor();
    await page.keyboard.type('He is undocumented');
    await press(page, 'Tab');
    await page.getByText('Say it without them.').waitFor();
    await press(page, 'Shift+Tab', 'Control+a');
    await page.keyboard.type(REASON);
    await press(page, 'Tab');
    await page.keyboard.type(CHIEF.name);
    await press(page, 'Tab');
    await page.keyboard.type(CHIEF.passphrase);
    await press(page, 'Enter');
    await page.getByText('One person cannot do both.').waitFor();
    await at.lookThemes('teaching-dialog');
  });

  it('is let through as it was typed, once a supervisor confirmed it in the same window', async () => {
    const { page } = at.launched;
    await tabTo(page, 'Sign-in name');
    await press(page, 'Control+a');
    await page.keyboard.type(SECOND.name);
    await press(page, 'Tab');
    await page.keyboard.type(CHIEF.passphrase);
    await press(page, 'Enter');
    await page.getByText(`${SECOND.displayName} confirmed it.`).waitFor();
    expect(await boxState(page)).toMatchObject({ text: BY_WORDS.text, invalid: false, marks: [] });
    expect(await page.getByText(REFUSED).count()).toBe(0);
    await page.getByText(/^Draft kept [\d:]+$/).waitFor();
    await picture(at.launched, at.folder, 'teaching-confirmed');
  });

  it('stays refused in another field', async () => {
    const { page } = at.launched;
    await page.getByRole('button', { name: 'More fields' }).press('Enter');
    await typeRefused('Medical screening');
    expect((await boxState(page)).text).toBe(BY_WORDS.text);
    await press(page, 'Control+a', 'Delete');
    await page.getByText(REFUSED).waitFor({ state: 'detached' });
  });

  it('is saved', async () => {
    const { page } = at.launched;
    await page.getByPlaceholder('Name, statute or code').focus();
    await page.keyboard.type('knife');
    await page.locator('[role=option]:visible').first().waitFor();
    await press(page, 'Enter', 'Control+Enter');
    await page.getByText(/Saved as ledger entry/).waitFor();
    expect(await page.getByRole('main').innerText()).toContain(BY_WORDS.text);
  });

  it('stands on the page of a supervisor, who takes it back', async () => {
    const { page } = at.launched;
    await press(page, 'g', 's');
    const card = page.getByRole('region', { name: 'Words let through' });
    await card.getByText(`${CHIEF.displayName}; ${SECOND.displayName} confirmed`).waitFor();
    await card.getByText('1 this week, 1 in all').waitFor();
    await at.lookThemes('supervisor-phrases');
    await card.getByRole('button', { name: /^Take back/ }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('It was used of people');
    await press(page, 'Enter');
    await page.getByText('The words were taken back.').waitFor();
    await card.getByText('One booking still holds it. Look at it:').waitFor();
    await at.lookThemes('supervisor-phrase-revoked');
    await card.getByRole('button', { name: /-00001$/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /-00001$/ }).waitFor();
  });

  it('is refused again from then on', async () => {
    await openForm();
    await typeRefused('Narrative');
    expect((await boxState(at.launched.page)).marks.length).toBe(1);
  });

  it('is not offered for words that tell status wherever they stand', async () => {
    const { page } = at.launched;
    await press(page, 'Control+a');
    await page.keyboard.type('The suspect is undocumented and gave his name at once.');
    await page.getByText('tell status wherever they stand').waitFor();
    expect(await page.locator('[data-way="3"]').count()).toBe(0);
    await at.lookThemes('refused-never');
  });
});
