// The first door, in the real window: a status in every text an officer can type, then every byte that is left.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { classifyName } from '../../policy/fields/classify.ts';
import type {} from '../../renderer/api.ts';
import { CHIEF, makeDesk, openDesk } from '../support/desk.ts';
import { lookInside } from '../support/look-inside.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { filesWith } from './planted-word.ts';
import { deskHost } from './window-host.ts';

const MARKER = `Marker${randomBytes(4).toString('hex')}`;
const TOLD = `He is undocumented, says ${MARKER}`;
const FACT = 'Which element of this offense is force or its threat, on these facts?';

/** What the form asks beside the dictionary: an event's time and words, and boxes that hold several fields. */
const OTHERS = ['Address', 'Arresting officer', 'Add a charge', 'What happened', 'When', 'Cell'];
/** Fields of the dictionary under a shorter name. */
const LOOKS = ['State', 'Eye color', 'Hair color'];
const SHORT = [...LOOKS, 'Born', 'Standard identification', 'Disposition under 18', 'Property'];

const TELLS = /“undocumented” tells immigration status/;
describe('the window as a door', () => {
  const desk = makeDesk(deskHost(), 'door');
  const [home, temporary] = [join(desk.work, 'home'), join(desk.work, 'tmp')];
  let launched: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    for (const folder of [home, temporary]) mkdirSync(folder);
    const opened = { ...desk, launch: { ...desk.launch, env: { HOME: home, TMPDIR: temporary } } };
    launched = await openDesk(opened);
    ({ page } = launched);
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: /^Booking \d{4}-00001$/ }).waitFor();
  });
  afterAll(() => {
    desk.close();
  });

  const box = (label: string): Locator => page.getByLabel(label, { exact: true });
  const narrative = (): Locator => page.getByRole('textbox', { name: 'Narrative' });

  /** Types with the keyboard where the box is, and waits for the sentence that refuses it. */
  async function typeInto(where: Locator, text: string, sentence: RegExp | string): Promise<void> {
    await where.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.getByText(sentence).first().waitFor();
  }

  it('asks for approved fields and nothing else', async () => {
    await page.getByRole('button', { name: 'More fields' }).press('Enter');
    const labels = await page
      .locator('main input, main textarea, main select')
      .evaluateAll((boxes) =>
        boxes.map((one) =>
          'labels' in one && one.labels instanceof NodeList ? (one.labels[0]?.textContent ?? '') : '',
        ),
      );
    const approved = [...APPROVED_FIELDS.map((field) => field.label), ...OTHERS, ...SHORT];
    const named = labels.map((label) => label.trim());
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((label) => !approved.includes(label))).toEqual([]);
    expect(named.filter((label) => classifyName(label).kind === 'protected')).toEqual([]);
  });

  it('marks a status in the narrative, the property, the address and a charge of one’s own, and saves nothing', async () => {
    await box('Last name').fill('Testperson');
    for (const where of [narrative(), page.getByRole('textbox', { name: 'Property' }), box('Address')]) {
      await typeInto(where, TOLD, TELLS);
      await expect.poll(() => where.getAttribute('aria-invalid')).toBe('true');
      expect(await where.locator('xpath=..').locator('mark').count()).toBeGreaterThan(0);
    }
    await page.getByPlaceholder('Name, statute or code').focus();
    await page.keyboard.type(TOLD);
    await page.locator('[role=option]:visible').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('li[data-charge] [aria-invalid=true]').first().waitFor();
    await page.keyboard.press('Control+Enter');
    expect(await page.getByRole('status').allInnerTexts()).toContainEqual(expect.stringMatching(/look/));
    expect(await page.getByText(/Saved as ledger entry/).count()).toBe(0);
  });

  it('saves once the words are gone', async () => {
    await page
      .getByRole('button', { name: /^(?:Del|Remove)/ })
      .first()
      .press('Enter');
    await narrative().fill('Calm during transport.');
    await page.getByRole('textbox', { name: 'Property' }).fill('Wallet');
    await box('Address').fill('12 Sample Street, Exampleton, MA 01581');
    await box('Arresting agency').fill('Exampleton Police');
    await box('When').first().fill('-20m');
    await page.getByPlaceholder('Name, statute or code').fill('strangulation');
    await page.locator('[role=option]:visible').first().waitFor();
    await page.getByPlaceholder('Name, statute or code').press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Saved as ledger entry/).waitFor();
  });

  it('refuses it in the detail of an event', async () => {
    const custody = page.getByRole('region', { name: 'Custody and release' });
    await typeInto(custody.getByLabel('Cell'), TOLD, TELLS);
    await page.keyboard.press('Enter');
    await custody.getByLabel('Cell').fill('');
    expect(await page.getByRole('region', { name: 'Timeline' }).innerText()).not.toContain('In custody');
  });

  it('refuses it in the reason of a correction', async () => {
    await page.getByRole('button', { name: 'Correct', exact: true }).press('Enter');
    await typeInto(box('Why is it corrected?'), TOLD, TELLS);
    await page.keyboard.press('Control+Enter');
    const leave = page.getByRole('button', { name: 'Leave as it is' });
    await leave.focus();
    // Answered behind whatever was sent: what comes back late must not take the keyboard away.
    await page.evaluate(async () => window.sallyport.calls['desk.get']({}));
    expect(await leave.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(/Saved as ledger entry/).waitFor();
    expect(await page.getByRole('region', { name: 'Corrections' }).count()).toBe(0);
  });

  it('refuses it as a fact of a ground, and shows no status compartment', async () => {
    await page.getByRole('button', { name: 'May we' }).first().press('Enter');
    await page
      .getByRole('button', { name: /^State.*the element of force/ })
      .first()
      .press('Enter');
    await typeInto(box(FACT), TOLD, /status is never a fact/);
    await page.keyboard.press('Enter');
    expect(await box(FACT).isVisible()).toBe(true);
    expect(await page.getByText('Sealed: immigration status').count()).toBe(0);
    await page.getByRole('button', { name: 'Cancel' }).first().press('Enter');
  });

  it('refuses it in a contact, which may name the agency', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Record a contact' }).press('Enter');
    await box('Agency').fill('ICE, ERO Boston');
    for (const label of ['Purpose', 'Reason']) {
      await typeInto(box(label), TOLD, TELLS);
      await page.keyboard.press('Control+Enter');
      await box(label).fill('Asked about a detainer by phone.');
    }
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^N-\d{4}-00001/)
      .first()
      .waitFor();
  });

  it('refuses it again and again from the page itself, without repeating it', async () => {
    const answers = await page.evaluate(async (text) => {
      const { calls } = window.sallyport;
      const opened = await calls['booking.open']({});
      const bookingId = opened.ok ? opened.value.bookingId : '';
      const told: string[] = [];
      for (let at = 0; at < 50; at += 1) {
        const draft = { bookingId, fields: { last_name: 'Testperson', narrative: text, [text]: text }, charges: [] };
        told.push(JSON.stringify([await calls['booking.save'](draft), await calls['booking.keepDraft'](draft)]));
        told.push(JSON.stringify(await calls['session.signIn']({ name: text, passphrase: text })));
      }
      return told;
    }, TOLD);
    expect(answers.length).toBe(100);
    expect(answers.filter((told) => !told.includes('"ok":false'))).toEqual([]);
    expect(answers.filter((told) => told.includes(MARKER))).toEqual([]);
  });

  it('leaves nothing of it: records, folders, profile, dumps, output, also where the page crashes over it', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.keyboard.press('n');
    await typeInto(narrative(), TOLD, TELLS);
    await page.waitForTimeout(1_500);
    await launched.app.evaluate(({ webContents }) => {
      for (const each of webContents.getAllWebContents()) each.forcefullyCrashRenderer();
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await launched.close();
    const planted = join(temporary, 'planted');
    writeFileSync(planted, MARKER.toLowerCase());
    expect(filesWith(MARKER, [desk.work])).toEqual([planted]);
    rmSync(planted);
    expect(launched.output().includes(MARKER)).toBe(false);
    const inside = await lookInside(desk.launch.data, CHIEF);
    expect(inside.texts().toLowerCase()).not.toContain(MARKER.toLowerCase());
    expect(inside.counts()).toMatchObject({ booking_version: 1, booking_event: 0, notification: 1, determination: 0 });
    expect(inside.refusals().length).toBeGreaterThanOrEqual(100);
    inside.close();
  });
});
