import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, openDesk } from '../support/desk.ts';
import { state } from '../support/grounds.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture, resize } from '../support/look.ts';
import { deskHost } from './window-host.ts';

describe('a request that the law compels us to answer', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'compulsion');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  const order = join(desk.work, 'order.pdf');
  let launched: LaunchedApp;

  beforeAll(async () => {
    writeFileSync(order, '%PDF-1.7 an order of a court that nobody knows');
    const launch = { ...desk.launch, args: [...(desk.launch.args ?? []), '--choose-file', order] };
    launched = await openDesk({ ...desk, launch });
    await resize(launched, 1366, 768);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const press = (name: string | RegExp) => launched.page.getByRole('button', { name }).first().press('Enter');

  it('comes in at the desk and its paper is sealed with it', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { level: 1, name: 'Requests' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'A request came in' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    for (const text of ['Federal court, Deputy Placeholder', 'A tow report; signed by a judge', 'Testperson, Alex']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    await press('Attach a scan');
    await page.getByText(/^PDF [0-9a-f]{8}$/).waitFor();
  });

  it('is not answered while no instrument is told', async () => {
    const { page } = launched;
    await press(/^Reply/);
    await page.getByRole('heading', { level: 1, name: 'May we reply?' }).waitFor();
    await page.getByText('Not yet: the instrument is missing.').waitFor();
    expect(await page.getByRole('button', { name: /^Record the answer/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('is answered by the chief under the order of a judge, which is kept with the answer', async () => {
    const { page } = launched;
    await state(page, {
      fact: 'The instrument',
      parts: {
        Kind: 'Court order',
        'Issued by': 'U.S. District Court, Exampleton',
        Docket: 'EX-26-0417',
        'Signed by': 'A judge',
        'Name of who signed': 'J. Placeholder',
      },
    });
    await page.getByText('Legal compulsion holds.').waitFor();
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'legal-compulsion');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Answer', { exact: true }).fill('A copy of the tow report, and nothing else.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: /^Request received/ }).waitFor();
    await page.getByText('allowed by legal compulsion').waitFor();
    await page.getByText('A copy of the tow report, and nothing else.').waitFor();
  });

  it('is then granted, and counts apart in the report', async () => {
    const { page } = launched;
    await press('Decide');
    await page.getByRole('radio', { name: 'granted', exact: true }).press('Space');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('region', { name: 'What happened', exact: true }).getByText('granted').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Answers under legal compulsion' });
    expect(await row.innerText()).toMatch(/compulsion\s+1/);
  });
});
