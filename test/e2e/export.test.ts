import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { verifyPath } from '../../services/verify/verify-path.ts';
import { DECLINED } from '../support/booked.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, overhang, picture, resize, THEMES } from '../support/look.ts';
import { deskHost } from './window-host.ts';

/** Of the month of the notices. */
const FIRST_DAY = `${DECLINED.contactedAt.slice(0, 7)}-01`;

describe('copies that leave', { timeout: 120_000 }, () => {
  const desk = makeDesk(deskHost(), 'export');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  const out = join(desk.work, 'out');
  let launched: LaunchedApp;

  beforeAll(async () => {
    mkdirSync(out);
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
    await launched.page.evaluate(async (contact) => {
      for (const agency of ['Federal field office', 'Federal desk at the courthouse'])
        await window.sallyport.calls['notification.record']({ ...contact, agency });
    }, DECLINED);
    await launched.page.keyboard.press('g');
    await launched.page.keyboard.press('l');
    await launched.page.getByRole('heading', { level: 1, name: 'Notification log' }).waitFor();
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  async function look(name: string): Promise<void> {
    for (const colorScheme of THEMES) {
      await launched.page.emulateMedia({ colorScheme });
      expect(await findViolations(launched), `${name}, ${colorScheme}`).toEqual([]);
      await picture(launched, folder, `${name}-${colorScheme}`);
    }
    await launched.page.emulateMedia({ colorScheme: 'light' });
    await resize(launched, 420, 768);
    expect(await overhang(launched), `${name} in the dock`).toBeLessThanOrEqual(0);
    await resize(launched, 1366, 768);
  }

  it('are written into one zip for a month, which verifies', async () => {
    const { page } = launched;
    const many = page.getByRole('region', { name: 'Copies of several' });
    await many.getByRole('button', { name: 'Write the zip' }).click();
    expect(await many.getByText('Fill this in.').count()).toBe(3);
    await many.getByLabel('Handed to').fill('Town clerk of Exampleton');
    await many.getByLabel('For what').fill('The month');
    // The room offers this month; the two notices are of the day that stands in `DECLINED`.
    await many.getByLabel('From').fill(FIRST_DAY);
    await many.getByLabel('Into this folder').fill(out);
    await many.getByRole('button', { name: 'Write the zip' }).click();
    await many.getByText(/2 copies are written: EXP-\d{4}-000001 to EXP-\d{4}-000002\./).waitFor();
    await many.scrollIntoViewIfNeeded();
    await look('copies-of-several');
    const [zip = ''] = readdirSync(out);
    const report = await verifyPath([join(out, zip)]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('are shown word for word before, and change with every box that is unticked', async () => {
    const { page } = launched;
    await page.getByRole('button', { name: /^N-\d{4}-00001$/ }).click();
    const preview = page.getByRole('region', { name: 'Exactly what leaves' });
    await preview.getByText('Federal field office', { exact: true }).waitFor();
    await page.getByLabel('Handed to').fill('Counsel Sample');
    await page.getByLabel('For what').fill('Docket 26-0001');
    await page.getByLabel('For what').press('Tab');
    await preview.getByText('Counsel Sample', { exact: true }).waitFor();
    await page.getByLabel('Notice: agency, person, channel, what was told').uncheck();
    await preview.getByText('Federal field office', { exact: true }).waitFor({ state: 'detached' });
    await preview.getByText('Privacy, G.L. c.4 s.7 cl.26(c)').waitFor();
    await preview.getByText('The same for machines: record.sd-jwt').click();
    await preview.scrollIntoViewIfNeeded();
    await look('copy-preview');
  });

  it('go out as papers, and as the answer to a request for public records', async () => {
    const { page } = launched;
    await page.keyboard.press('Escape');
    await page
      .getByRole('link', { name: /Reports/ })
      .or(page.getByRole('button', { name: /Reports/ }))
      .first()
      .click();
    const papers = page.getByRole('region', { name: 'Papers to hand out' });
    await papers.getByRole('button', { name: 'Write the paper' }).press('Enter');
    expect(await papers.getByText('Fill this in.').count()).toBe(3);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await papers.getByLabel('Handed to').fill('Whoever asks');
    await papers.getByLabel('For what').fill('The month');
    await papers.getByLabel('Into this folder').fill(out);
    await papers.getByRole('button', { name: 'Write the paper' }).press('Enter');
    await papers.getByText('It is written, with 0 lines.').waitFor();
    await papers.scrollIntoViewIfNeeded();
    await look('papers-to-hand-out');
    await page.getByLabel('From', { exact: true }).fill(FIRST_DAY);
    await page.getByLabel('From', { exact: true }).press('Enter');
    const answer = page.getByRole('region', { name: 'Answer a request for public records' });
    await answer.getByLabel('Who asked').fill('Alex Requester');
    await answer.getByLabel('Reference of the request').fill('R-2026-12');
    // The page has a main action of its own, which saves the report: the form that is typed in has the key.
    await page.keyboard.press('Control+Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      await answer.getByLabel('Came in on').getAttribute('id'),
    );
    const received = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    await answer.getByLabel('Came in on').fill(received);
    await answer.getByText(/To be answered by .*: 10 business days/).waitFor();
    await answer.getByLabel('Withhold these records whole').fill('N-2000-00009');
    await answer.getByLabel('Into this folder').fill(out);
    await answer.getByRole('button', { name: 'Write the answer' }).press('Enter');
    await answer.getByText(/^N-2000-00009 is not in the log of these days/).waitFor();
    await look('public-records-refused');
    await answer.getByLabel('Withhold these records whole').fill('');
    await page.keyboard.press('Control+Enter');
    await answer.getByText(/EXP-\d{4}-\d{6} is written\. Records in it: 2; withheld: 0\./).waitFor();
    await answer.scrollIntoViewIfNeeded();
    await look('public-records');
    const zip = readdirSync(out).find((name) => name.startsWith('public-records')) ?? '';
    const report = await verifyPath([join(out, zip)]);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(existsSync(join(desk.work, 'prints'))).toBe(false);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => existsSync(join(desk.work, 'prints'))).toBe(true);
  });
});
