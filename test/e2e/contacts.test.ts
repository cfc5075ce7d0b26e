import { describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { lookedAtDesk } from './looked-at-desk.ts';

describe('the contacts of the desk', { timeout: 120_000 }, () => {
  const at = lookedAtDesk('contacts');
  const card = () => at.launched.page.getByRole('region', { name: 'Call the Joint Terrorism Task Force' });

  it('say where to add the number of the task force while none is stored, and let one be typed', async () => {
    const { page } = at.launched;
    await page.evaluate(async () => {
      const known = new Date(Date.now() - 12 * 60_000).toISOString();
      await window.sallyport.calls['matter.open']({
        kind: 'participation',
        subject: { role: 'suspect' },
        event: { kind: 'begun', at: new Date().toISOString(), detail: { agency: 'FBI', what: 'the plan' } },
        asked: { ground: '2c', facts: { factsKnownAt: known } },
      });
    });
    await at.goTo('u', 'Duties');
    await card().getByText('Person not known yet.').waitFor();
    await card().getByText('No number of the task force is stored.').waitFor();
    await at.look('jttf-no-number');
    await page.getByLabel('Number you call').focus();
    await page.keyboard.type('617-555-0177');
    await page.keyboard.press('Tab');
    await page.keyboard.press('a');
    await card()
      .getByText(/^1 attempt: .*617-555-0177$/)
      .waitFor();
    await page.getByRole('button', { name: 'Add it under Contacts' }).press('Enter');
    await page.getByRole('heading', { name: 'A new contact' }).waitFor();
  });

  it('are added with the keyboard, and a text that tells a status stays in its box alone', async () => {
    const { page } = at.launched;
    const boxes = [
      'J',
      'JTTF duty desk',
      'FBI',
      '617-555-0100',
      '617-555-0101',
      'Day and night, he is undocumented',
      'now',
    ];
    for (const text of boxes) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    // Under the refused text come its ways out; whoever types on past it stays where they are.
    await page.getByRole('heading', { name: 'A new contact' }).waitFor();
    await page.getByLabel('Tried and answered', { exact: true }).fill('now');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The marked words tell somebody’s status.').waitFor();
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Day and night');
    await at.look('contact-form');
    await page.keyboard.press('Control+Enter');
    await page.getByText('JTTF duty desk is on the list.').waitFor();
  });

  it('give the clock of the task force its number, which one key logs', async () => {
    const { page } = at.launched;
    await at.goTo('d', 'Desk');
    await card().getByText('617-555-0100', { exact: true }).waitFor();
    await page.keyboard.press('a');
    await card()
      .getByText(/2 attempts: .*617-555-0100$/)
      .waitFor();
    await page.getByRole('button', { name: 'Use 617-555-0101 instead' }).press('Enter');
    await at.look('jttf-number');
    await page.keyboard.press('d');
    expect(await page.getByLabel('Number called').inputValue()).toBe('617-555-0101');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  });

  it('keep each version, and say quietly what nobody tried for long', async () => {
    const { page } = at.launched;
    await page.evaluate(async () => {
      const save = window.sallyport.calls['contact.save'];
      const long = new Date(Date.now() - 101 * 24 * 3_600_000).toISOString();
      await save({ card: { kind: 'court', name: 'Clerk of court', number: '508-555-0130' }, checkedAt: long });
      await save({ card: { kind: 'consulate', name: 'Consulate of Umbrellaland', number: '617-555-0150' } });
    });
    await at.goTo('c', 'Contacts');
    await page.getByText('101 days ago').waitFor();
    await page.getByRole('button', { name: 'Change Clerk of court' }).press('Enter');
    await page.getByLabel('Number', { exact: true }).fill('508-555-0131');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Clerk of court is changed.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Change');
    await page.getByText('101 days ago').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clerk of court', exact: true }).press('Enter');
    await page.getByText('508-555-0130, R. Sample').waitFor();
    await page.getByRole('button', { name: 'It answers Clerk of court' }).press('Enter');
    await page.getByText('Clerk of court was tried now.').waitFor();
    await at.look('contacts');
  });
});
