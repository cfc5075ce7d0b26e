import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { bookForGrounds } from '../support/ground-desk.ts';
import { createHand, type Hand } from '../support/hand.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { picture, resize } from '../support/look.ts';
import { deskHost } from './window-host.ts';

describe('texts outside the booking form', { timeout: 25_000 }, () => {
  const desk = makeDesk(deskHost(), 'screened');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;
  let hand: Hand;

  beforeAll(async () => {
    launched = await openDesk(desk);
    hand = createHand(launched.page);
    await resize(launched, 1366, 768);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const ways = (): Promise<readonly (string | undefined)[]> =>
    launched.page.locator('[data-way]').evaluateAll((all) => all.map((way) => way.dataset['way']));
  const valueOf = (label: string): Promise<string> => launched.page.getByLabel(label, { exact: true }).inputValue();

  it('show the words, say why, and take them out with a key', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await hand.press('Record a contact');
    await page.getByLabel('Agency', { exact: true }).fill('ICE');
    const why = page.getByLabel('Reason', { exact: true });
    await why.fill('The caller said he is an undocumented immigrant and hung up.');
    await page.getByText('so this text is not saved yet.').waitFor();
    expect(await why.getAttribute('aria-invalid')).toBe('true');
    expect((await page.locator('mark').allInnerTexts()).join(' ')).toContain('undocumented');
    expect(await ways()).toEqual(['1', '4']);
    await page.getByText('In this field nobody can let words through. Say it another way.').waitFor();
    await why.focus();
    await page.keyboard.press('Alt+4');
    await page.getByRole('region', { name: 'Why it is refused' }).waitFor();
    await picture(launched, folder, 'screened-contact');
    await page.keyboard.press('Alt+1');
    expect(await valueOf('Reason')).not.toMatch(/undocumented/);
    expect(await why.evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it('may name an agency and its papers where the text is about them', async () => {
    const { page } = launched;
    await page.getByLabel('Reason', { exact: true }).fill('They sent a form I-247A by fax.');
    expect(await page.getByLabel('Reason', { exact: true }).getAttribute('aria-invalid')).toBe('false');
    expect(await ways()).toEqual([]);
  });
});
