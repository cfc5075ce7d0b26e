import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { CHIEF, makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { holdPastRelease } from '../support/held.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { createTypist } from '../support/typist.ts';
import { deskHost } from './window-host.ts';

describe('requests, duties and life first', { timeout: 180_000 }, () => {
  const desk = makeDesk(deskHost(), 'requests');
  // docs/screens holds the pictures that were looked at; a run keeps its own unless it is told to renew them.
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  /** Both themes and the dock: nothing for axe to say, nothing beyond the edge, a picture each. */
  async function look(name: string): Promise<void> {
    for (const colorScheme of THEMES) {
      await launched.page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), `${name}, ${colorScheme}`).toEqual([]);
      await picture(launched, folder, `${name}-${colorScheme}`);
    }
    await launched.page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched), `${name} in the dock`).toBeLessThanOrEqual(0);
    await picture(launched, folder, `${name}-dock`);
    await resize(launched, 1366, 768);
  }
  async function goTo(letter: string, title: string): Promise<void> {
    await launched.page.keyboard.press('g');
    await launched.page.keyboard.press(letter);
    await launched.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
  async function press(name: string | RegExp): Promise<void> {
    await launched.page.getByRole('button', { name }).first().press('Enter');
  }

  it('takes a fax in with five boxes and the keyboard alone', async () => {
    const { page } = launched;
    const typist = createTypist(page);
    await goTo('q', 'Requests');
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
    await look('request-intake');
    await page.getByLabel('About whom').focus();
    await typist.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('No judge: civil.');
    expect(typist.extraKeys).toBeLessThanOrEqual(6);
  });

  it('keeps what was typed when a status stands in it, and puts the focus there', async () => {
    const { page } = launched;
    await press('Decide');
    await page.getByRole('radio', { name: 'declined' }).check();
    await page.getByLabel('Clause that closes it').selectOption('3c');
    await page.getByLabel('Reason').fill('he is undocumented');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The marked words tell somebody’s status.').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('he is undocumented');
    await look('request-refused');
    await page.getByLabel('Reason').fill('A civil paper is no basis for a hold');
    await page.getByLabel('When').fill('-2h');
    await page.keyboard.press('Control+Enter');
    await page.getByText('A civil paper is no basis for a hold').waitFor();
    await page.getByText('3(c): no basis to hold').waitFor();
    await page.getByText('late entry').waitFor();
    await look('request');
  });

  it('keeps the priority that is claimed with its convictions, and reads it from these', async () => {
    const { page } = launched;
    await press('Look at the priority');
    await page.getByLabel('The request claims').selectOption({ label: '2(a), three misdemeanors' });
    await press('Add a conviction');
    await page.getByLabel('Day or docket of the incident').fill('2019-05-01');
    await page.getByLabel('Class in that court').selectOption('misdemeanor');
    await page.getByLabel('Is status an element of it?').selectOption('no');
    await page.getByLabel('Convicting court').fill('Exampleton court, he is undocumented');
    await page.getByText('1 separate incident.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('input[aria-invalid="true"]:focus').fill('Exampleton District Court');
    await page.getByLabel('Days to be served').fill('0');
    await look('request-priority');
    await page.getByLabel('Days to be served').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Priority looked at').waitFor();
    const told = await page.getByRole('main').innerText();
    expect(told).toContain('2019-05-01 · Exampleton District Court · convicted · misdemeanor · status is no element');
    expect(told).toContain('0 days to be served');
    expect(told).toContain('Missing: three separate incidents');
    await look('request-priority-kept');
  });

  it('prints the copy for the person in three languages', async () => {
    const { page } = launched;
    await page.getByRole('contentinfo').getByRole('button', { name: 'Copy for the person' }).press('Enter');
    await page.getByRole('heading', { name: 'A request about you' }).waitFor();
    await page.getByLabel('Language').selectOption('pt');
    await page.getByRole('heading', { name: 'Um pedido sobre você' }).waitFor();
    await page.getByLabel('Language').selectOption('es');
    const paper = await page.locator('article').innerText();
    expect(paper).toContain('Decidimos no hacer lo que se pidió.');
    expect(paper).not.toContain('Friday');
    await look('request-copy');
    await page.keyboard.press('Control+Enter');
    const said = await page.getByText(/^Saved as .*\.pdf$/).innerText();
    expect(existsSync(said.replace('Saved as ', ''))).toBe(true);
    await press('Record that it was given');
    await page.getByRole('radio', { name: 'Spanish' }).check();
    await page.getByLabel('How', { exact: true }).selectOption('handed-over');
    await page.keyboard.press('Control+Enter');
    await page.getByText('handed over').waitFor();
    await goTo('q', 'Requests');
    await page.getByText(/Testperson,? Alex/).waitFor();
    await look('requests');
  });

  it('begins with life first with two keys and no facts', async () => {
    const { page } = launched;
    await page.keyboard.press('F2');
    await page.getByRole('dialog', { name: 'Life first' }).waitFor();
    await look('life-first');
    await page.keyboard.press('1');
    await page.getByRole('heading', { level: 1, name: /^Assistance to an operation/ }).waitFor();
    await page.getByText('Say when our units cleared.').first().waitFor();
    await look('life-first-begun');
    await press('Units cleared');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'What happened', exact: true }).getByText('Units cleared').waitFor();
  });

  it('runs the clock of the task force, which one key serves and nothing dismisses', async () => {
    const { page } = launched;
    await page.evaluate(async () => {
      const known = new Date(Date.now() - 12 * 60_000).toISOString();
      await window.sallyport.calls['matter.open']({
        kind: 'participation',
        subject: { role: 'suspect', lastName: 'Sampleton', firstName: 'Jo' },
        event: { kind: 'begun', at: new Date().toISOString(), detail: { agency: 'FBI', what: 'the plan' } },
        asked: { ground: '2c', facts: { factsKnownAt: known } },
      });
    });
    await goTo('u', 'Duties');
    const card = page.getByRole('region', { name: 'Call the Joint Terrorism Task Force' });
    await card.waitFor();
    await page.keyboard.press('a');
    await card.getByText(/1 attempt/).waitFor();
    await press('Read the call script');
    await look('duties');
    await goTo('d', 'Desk');
    await card.waitFor();
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(true);
    await look('desk-duty');
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
    const { page } = launched;
    await holdPastRelease(page);
    await goTo('d', 'Desk');
    await page.getByText('Held past release without a criminal basis').waitFor();
    await goTo('p', 'Policy');
    await page.getByText('Held past release without a criminal basis').waitFor();
    await goTo('u', 'Duties');
    await look('held-past-release');
  });
});
