import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { ask, lookAt } from '../support/grounds.ts';
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

  /** What a screen reader is told of a box beside its name, by Chromium's own tree. */
  async function described(label: string): Promise<unknown> {
    const engine = await launched.app.context().newCDPSession(launched.page);
    const { nodes } = await engine.send('Accessibility.getFullAXTree');
    await engine.detach();
    const box = nodes.find(({ role, name }) => role?.value === 'textbox' && name?.value === label);
    return box?.description?.value;
  }
  /** Counts what live regions of the form say while `act` runs. */
  async function saidDuring(act: () => Promise<void>): Promise<number> {
    const { page } = launched;
    await page.evaluate(() => {
      document.documentElement.dataset['said'] = '0';
      new MutationObserver((changes) => {
        const heard = changes.filter(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          const live = element?.closest('main :is([aria-live=polite], [role=alert], [role=status])');
          return live?.textContent.includes('immigration status') === true;
        });
        const { dataset } = document.documentElement;
        dataset['said'] = String(Number(dataset['said']) + heard.length);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await act();
    return page.evaluate(() => Number(document.documentElement.dataset['said']));
  }

  it('show the words, say why, and take them out with a key', async () => {
    const { page } = launched;
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await hand.press('Record a contact');
    await page.getByLabel('Agency', { exact: true }).fill('ICE');
    const why = page.getByLabel('Reason', { exact: true });
    const typing = async (): Promise<void> => why.fill('The caller said he is an undocumented immigrant');
    expect(await saidDuring(typing)).toBe(1);
    await why.press('End');
    expect(await saidDuring(() => page.keyboard.type(' and hung up.'))).toBe(0);
    expect(await described('Reason')).toMatch(/immigrant” tells immigration status, so this text is not saved yet/);
    expect(await page.getByRole('main').getByRole('alert').count()).toBe(0);
    await page.getByText('so this text is not saved yet.').waitFor();
    expect(await why.getAttribute('aria-invalid')).toBe('true');
    expect((await page.locator('mark').allInnerTexts()).join(' ')).toContain('undocumented');
    expect(await ways()).toEqual(['1', '4']);
    await page.getByText('In this field nobody can let words through. Say it another way.').waitFor();
    await why.focus();
    await page.keyboard.press('Alt+4');
    await page.getByRole('region', { name: 'Why it is refused' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Policy 1(b)' }).getByText('Nobody is asked about citizenship').waitFor();
    await page.getByText('Only the least, sealed, while a section 2 ground stands.').waitFor();
    expect(await valueOf('Agency')).toBe('ICE');
    await why.focus();
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

  it('are screened in the remark of a review as they are typed, and nothing is signed with them', async () => {
    const { page } = launched;
    await hand.press('Audit trail');
    await hand.arrive('Audit trail');
    const remark = page.getByRole('complementary').locator('form').getByRole('textbox');
    await remark.fill('Looked at it all; he is undocumented.');
    expect(await ways()).toEqual(['1', '4']);
    await remark.press('Enter');
    expect(await remark.evaluate((box) => box === document.activeElement)).toBe(true);
    const trail = await page.evaluate(async () => {
      const found = await window.sallyport.calls['trail.get']({});
      return found.ok ? { reviews: found.value.reviews.length, refused: JSON.stringify(found.value.counts) } : null;
    });
    expect(trail?.reviews).toBe(0);
    expect(trail?.refused).not.toContain('trail.review');
    await picture(launched, folder, 'screened-remark');
  });

  it('show the words in the list of countries as they are typed, and save none of it', async () => {
    const { page } = launched;
    await hand.press('Policy');
    await hand.arrive('Policy');
    await page.getByRole('button', { name: 'Change the list' }).press('Enter');
    const countries = page.getByLabel('Countries', { exact: true });
    await countries.fill('Albania\nundocumented people\nPoland *');
    const looks = await countries.evaluate((box: HTMLTextAreaElement) => ({
      checked: box.spellcheck,
      lines: Math.floor(box.clientHeight / Number.parseFloat(getComputedStyle(box).lineHeight)),
    }));
    expect(looks).toEqual({ checked: false, lines: 12 });
    expect((await page.locator('mark').allInnerTexts()).join(' ')).toBe('undocumented people');
    expect(await ways()).toEqual(['1', '4']);
    expect(await page.getByRole('button', { name: /^Keep the list/ }).isDisabled()).toBe(true);
    await picture(launched, folder, 'screened-countries');
    await page.getByLabel('Countries', { exact: true }).press('Alt+1');
    expect(await valueOf('Countries')).not.toMatch(/undocumented/);
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  });

  it('show the words in a list of a ground as they are typed, and keep none of it', async () => {
    const { page } = launched;
    await hand.press('Desk');
    await hand.arrive('Desk');
    await showBooking(page);
    await page.getByRole('button', { name: 'May we …?' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /^May we/ }).waitFor();
    await ask(page, 'request-travel-document');
    await lookAt(page, '1(c) Standard identification is unavailable');
    await page.getByRole('button', { name: /^State the standard identification/ }).press('Enter');
    const list = page.locator('[data-list] input');
    await list.fill('library card, paper that he is undocumented');
    expect((await page.locator('mark').allInnerTexts()).join(' ')).toBe('undocumented');
    expect(await ways()).toEqual(['1', '4']);
    await list.press('Enter');
    expect(await list.evaluate((box) => box === document.activeElement)).toBe(true);
    await picture(launched, folder, 'screened-list');
    await list.press('Alt+1');
    expect(await list.inputValue()).toMatch(/^library card/);
    expect(await ways()).toEqual([]);
  });

  it('show the words in a box of a fact of several as they are typed, and keep the other boxes', async () => {
    const { page } = launched;
    await ask(page, 'assist-operation');
    await lookAt(page, '3(b)(ii) Also wanted on a Massachusetts criminal warrant');
    await page.getByRole('button', { name: 'State The warrant', exact: true }).press('Enter');
    const court = page.getByLabel('Court', { exact: true });
    const offense = page.getByLabel('Offense', { exact: true });
    await page.getByLabel('Warrant number', { exact: true }).fill('2612CR000417');
    await court.fill('Exampleton District Court, he is undocumented');
    expect((await page.locator('mark').allInnerTexts()).join(' ')).toBe('undocumented');
    expect(await ways()).toEqual(['1', '4']);
    await court.press('Enter');
    expect(await court.evaluate((box) => box === document.activeElement)).toBe(true);
    await offense.fill('Larceny by an illegal alien');
    expect((await page.locator('mark').allInnerTexts()).join(' ')).toBe('undocumented an illegal alien');
    await picture(launched, folder, 'screened-parts');
    await offense.press('Alt+1');
    expect(await offense.inputValue()).toMatch(/^Larceny/);
    await court.press('Alt+1');
    expect(await court.inputValue()).toMatch(/^Exampleton District Court/);
    expect(await ways()).toEqual([]);
    expect(await page.getByText('status is never a fact').count()).toBe(0);
    await offense.press('Enter');
    await page.getByRole('button', { name: 'Change The warrant', exact: true }).press('Enter');
    await page.getByLabel('Warrant number', { exact: true }).fill('2612CR000418');
    await court.fill('Sampleton, he is undocumented');
    await page.getByRole('button', { name: 'Desk', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
    await page
      .getByRole('row', { name: /Not finished: may we/ })
      .getByRole('button')
      .first()
      .press('Enter');
    await page.getByText('2612CR000418').first().waitFor();
    expect(await page.getByText('Sampleton').count()).toBe(0);
    expect(await page.getByText('Exampleton District Court').count()).toBeGreaterThan(0);
  });
});
