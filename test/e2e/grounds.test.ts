import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDesk, openDesk } from '../support/desk.ts';
import { CASES } from '../support/ground-cases.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { ask, beginAfresh, lookAt, state } from '../support/grounds.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';
import { deskHost } from './window-host.ts';

/** With SALLYPORT_SCREENS the pictures of the documentation are taken again. */
const folder = resolve(import.meta.dirname, '../../docs/screens/grounds');

describe('May we …?', () => {
  const desk = makeDesk(deskHost(), 'grounds');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });
  beforeEach(async () => {
    const { page } = launched;
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^May we/ }).waitFor();
    await beginAfresh(page);
  });

  async function shoot(name: string): Promise<void> {
    if (process.env['SALLYPORT_SCREENS'] !== undefined) await picture(launched, folder, name);
  }

  it.each(CASES)(
    'opens under $cite with the facts told, by keyboard',
    async (one) => {
      const { page } = launched;
      await ask(page, one.act);
      await beginAfresh(page);
      await lookAt(page, one.title);
      for (const fact of one.facts) await state(page, fact);
      await page.getByText(`${one.cite} holds.`).waitFor();
      await shoot(one.ground);
      expect(await findViolations(launched)).toEqual([]);
    },
    60_000,
  );

  it('records a document that was asked for under 1(c)', async () => {
    const { page } = launched;
    const found = CASES.find((one) => one.ground === '1c');
    if (found === undefined) throw new TypeError('no case of 1(c)');
    await ask(page, found.act);
    await beginAfresh(page);
    await lookAt(page, found.title);
    for (const fact of found.facts) await state(page, fact);
    await page.getByText('1(c) holds.').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Document', { exact: true }).selectOption({ label: 'Passport' });
    await page.getByRole('radio', { name: 'not at hand' }).press('Space');
    await shoot('record-document');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /M-\d{4}-00001/ }).waitFor();
    await shoot('matter-document');
    expect(await findViolations(launched)).toEqual([]);
  }, 60_000);

  it('asks for a fact of several boxes once', async () => {
    const { page } = launched;
    const found = CASES.find((one) => one.ground === '2b');
    if (found === undefined) throw new TypeError('no case of 2(b)');
    await ask(page, found.act);
    await beginAfresh(page);
    await lookAt(page, found.title);
    const question = page.getByText('Where was the conviction read: which system, which query or docket, when?');
    expect(await question.count()).toBe(1);
    await page.getByRole('button', { name: 'State The source of the conviction', exact: true }).press('Enter');
    await page.getByLabel('Query or docket number', { exact: true }).waitFor();
    expect(await question.count()).toBe(1);
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await question.waitFor();
  }, 60_000);

  it('refuses 2(e) while how the source knows is what the source is believed for', async () => {
    const { page } = launched;
    const found = CASES.find((one) => one.ground === '2e');
    if (found === undefined) throw new TypeError('no case of 2(e)');
    await ask(page, 'notify-ice');
    await beginAfresh(page);
    await lookAt(page, found.title);
    const same = 'Four earlier tips of this source led to seizures.';
    for (const fact of found.facts) {
      await state(page, fact.fact === 'How the source knows' ? { fact: fact.fact, typed: same } : fact);
    }
    await page.getByText('Not under this ground: why the source is believed does not fit.').waitFor();
    await shoot('refused-2e');
  }, 60_000);

  it('says what the screen stops, and keeps what was typed', async () => {
    const { page } = launched;
    await ask(page, 'notify-ice');
    await beginAfresh(page);
    await lookAt(page, '2(e) Gang activity with violence or drug distribution');
    await page.getByRole('button', { name: 'State The activity', exact: true }).press('Enter');
    await page.keyboard.type('He is undocumented and sold drugs.');
    await page.keyboard.press('Enter');
    await page.getByText(/^This tells immigration status, so it is not saved\. .*status is never a fact/).waitFor();
    expect(await page.getByText('What did the person do?', { exact: true }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'What did the person do?' }).inputValue()).toContain('sold drugs');
    await shoot('fact-stopped');
  });
});
