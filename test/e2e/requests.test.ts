import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF } from '../support/desk.ts';
import { holdPastRelease } from '../support/held.ts';
import { createTypist } from '../support/typist.ts';
import { lookedAtDesk } from './looked-at-desk.ts';

describe('requests, duties and life first', { timeout: 180_000 }, () => {
  const at = lookedAtDesk('requests');

  async function press(name: string | RegExp): Promise<void> {
    await at.launched.page.getByRole('button', { name }).first().press('Enter');
  }

  it('takes a fax in with five boxes and the keyboard alone', async () => {
    const { page } = at.launched;
    const typist = createTypist(page);
    await at.goTo('q', 'Requests');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'A request came in' }).waitFor();
    await typist.press('Tab');
    await typist.press('Tab');
    await typist.type('ERO Boston, Officer Fictional');
    await typist.press('Tab');
    await typist.type('I-247A, hold until Friday');
    await page.getByText('I-247A: civil, no judge').waitFor();
    await typist.press('Tab');
    await typist.type('Testperson, Alex');
    await at.look('request-intake');
    await page.getByLabel('About whom').focus();
    await typist.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('No judge: civil.');
    expect(typist.extraKeys).toBeLessThanOrEqual(6);
  });

  it('keeps what was typed when a status stands in it, and puts the focus there', async () => {
    const { page } = at.launched;
    await press('Decide');
    await page.getByRole('radio', { name: 'declined' }).check();
    await page.getByLabel('Clause that closes it').selectOption('3c');
    await page.getByLabel('Reason').fill('he is undocumented');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The marked words tell somebody’s status.').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('he is undocumented');
    await at.look('request-refused');
    await page.getByLabel('Reason').fill('A civil paper is no basis for a hold');
    await page.getByLabel('When').fill('-2h');
    await page.keyboard.press('Control+Enter');
    await page.getByText('A civil paper is no basis for a hold').waitFor();
    await page.getByText('3(c): no basis to hold').waitFor();
    await page.getByText('late entry').waitFor();
    await at.look('request');
  });

  it('keeps the priority that is claimed with its convictions, and reads it from these', async () => {
    const { page } = at.launched;
    await press('Look at the priority');
    await page.getByLabel('The request claims').selectOption({ label: '2(a), three misdemeanors' });
    await press('Add a conviction');
    await page.getByLabel('Day or docket of the incident').fill('2019-05-01');
    await page.getByLabel('Class in that court').selectOption('misdemeanor');
    await page.getByLabel('Is status an element of it?').selectOption('no');
    await page.getByLabel('Convicting court').fill('Exampleton court, he is undocumented');
    await page.getByText(/undocumented” tells immigration status, so this text/).waitFor();
    expect(await page.locator('mark').allInnerTexts()).not.toEqual([]);
    await page.getByText('1 separate incident.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('input[aria-invalid="true"]:focus').fill('Exampleton District Court');
    await page.getByLabel('Days to be served').fill('0');
    await at.look('request-priority');
    await page.getByLabel('Days to be served').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Priority looked at').waitFor();
    const told = await page.getByRole('main').innerText();
    expect(told).toContain('2019-05-01 · Exampleton District Court · convicted · misdemeanor · status is no element');
    expect(told).toContain('0 days to be served');
    expect(told).toContain('Missing: three separate incidents');
    await at.look('request-priority-kept');
  });

  it('prints the copy for the person in three languages', async () => {
    const { page } = at.launched;
    await page.getByRole('contentinfo').getByRole('button', { name: 'Copy for the person' }).press('Enter');
    await page.getByRole('heading', { name: 'A request about you' }).waitFor();
    await page.getByLabel('Language').selectOption('pt');
    await page.getByRole('heading', { name: 'Um pedido sobre você' }).waitFor();
    await page.getByLabel('Language').selectOption('es');
    const paper = await page.locator('article').innerText();
    expect(paper).toContain('Decidimos no hacer lo que se pidió.');
    expect(paper).not.toContain('Friday');
    await at.look('request-copy');
    await page.keyboard.press('Control+Enter');
    const said = await page.getByText(/^Saved as .*\.pdf$/).innerText();
    expect(existsSync(said.replace('Saved as ', ''))).toBe(true);
    await press('Record that it was given');
    await page.getByRole('radio', { name: 'Spanish' }).check();
    await page.getByLabel('How', { exact: true }).selectOption('handed-over');
    await page.keyboard.press('Control+Enter');
    await page.getByText('handed over').waitFor();
    await at.goTo('q', 'Requests');
    await page.getByText(/Testperson,? Alex/).waitFor();
    await at.look('requests');
  });

  it('begins with life first with two keys and no facts', async () => {
    const { page } = at.launched;
    await page.keyboard.press('F2');
    await page.getByRole('dialog', { name: 'Life first' }).waitFor();
    await at.look('life-first');
    await page.keyboard.press('1');
    await page.getByRole('heading', { level: 1, name: /^Assistance to an operation/ }).waitFor();
    await page.getByText('Say when our units cleared.').first().waitFor();
    await at.look('life-first-begun');
    await press('Units cleared');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'What happened', exact: true }).getByText('Units cleared').waitFor();
  });

  it('runs the clock of the task force, which one key serves and nothing dismisses', async () => {
    const { page } = at.launched;
    await page.evaluate(async () => {
      const known = new Date(Date.now() - 12 * 60_000).toISOString();
      await window.sallyport.calls['matter.open']({
        kind: 'participation',
        subject: { role: 'suspect', lastName: 'Sampleton', firstName: 'Jo' },
        event: { kind: 'begun', at: new Date().toISOString(), detail: { agency: 'FBI', what: 'the plan' } },
        asked: { ground: '2c', facts: { factsKnownAt: known } },
      });
    });
    await at.goTo('u', 'Duties');
    const card = page.getByRole('region', { name: 'Call the Joint Terrorism Task Force' });
    await card.waitFor();
    await page.keyboard.press('a');
    await card.getByText(/1 attempt/).waitFor();
    await press('Read the call script');
    await at.look('duties');
    await at.goTo('d', 'Desk');
    await card.waitFor();
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(true);
    await at.look('desk-duty');
    await page.keyboard.press('Control+l');
    await page.getByText(/^A duty is running: 0\d:\d\d left/).waitFor();
    await page.getByLabel('Passphrase').fill(CHIEF.passphrase);
    await page.keyboard.press('Enter');
    await card.waitFor();
    await page.keyboard.press('d');
    await page.getByLabel('Number called').fill('617-555-0100');
    await page.getByLabel('Who was reached').fill('Agent K. Placeholder');
    await page.keyboard.press('Control+Enter');
    await card.waitFor({ state: 'detached' });
  });

  it('alarms on every screen when somebody is held past release', async () => {
    const { page } = at.launched;
    await holdPastRelease(page);
    await at.goTo('d', 'Desk');
    await page.getByText('Held past release without a criminal basis').waitFor();
    await at.goTo('p', 'Policy');
    await page.getByText('Held past release without a criminal basis').waitFor();
    await at.goTo('u', 'Duties');
    await at.look('held-past-release');
  });
});
