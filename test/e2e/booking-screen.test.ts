import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { screenFieldOf } from '../../policy/gate/screened-as.ts';
import { screen } from '../../policy/screen/screen.ts';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { findViolations, picture } from '../support/look.ts';
import { deskHost } from './window-host.ts';

const folder = process.env['SALLYPORT_SCREENS'] ?? join(tmpdir(), 'sallyport-screens');
const PLANTED = 'undocumented immigrant';

/** Labels that the form gives to fields of the dictionary. */
const LABELS: Readonly<Record<string, string>> = {
  driver_license_no: 'Standard identification',
  eye_color: 'Eye color',
  hair_color: 'Hair color',
};
const NOT_TYPED = /^(?:record_action|source_|agency_|booking_no|booking_officer|subject_id|address_|arresting_officer)/;
const TEXTS = ['text', 'name', 'list'];

/** Every box in which one may write, and what the screen says of the planted words there. */
const boxes = APPROVED_FIELDS.filter(
  (field) => field.part === 'booking' && TEXTS.includes(field.type) && !NOT_TYPED.test(field.name),
).map((field) => ({
  label: LABELS[field.name] ?? (field.name === 'property_items' ? 'Property' : field.label),
  blocked: screen(PLANTED, screenFieldOf(field)).blocked,
}));

describe('the door of the window', () => {
  const desk = makeDesk(deskHost(), 'screen');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await launched.page.keyboard.press('n');
    await launched.page.getByRole('heading', { name: /^Booking \d{4}-/ }).waitFor();
    await launched.page.getByRole('button', { name: 'More fields' }).click();
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  /** What the station holds of the form that is open, as text. */
  async function keptDraft(): Promise<string> {
    return launched.page.evaluate(async () => {
      const { calls } = window.sallyport;
      const found = await calls['desk.get']({});
      return JSON.stringify(found.ok ? found.value.drafts : found.refusals);
    });
  }

  /** The booking as the station holds it, as text. */
  async function savedBooking(): Promise<string> {
    return launched.page.evaluate(async () => {
      const { calls } = window.sallyport;
      const list = await calls['booking.list']({});
      const first = list.ok ? list.value[0] : undefined;
      return first === undefined ? '' : JSON.stringify(await calls['booking.get']({ bookingId: first.bookingId }));
    });
  }

  it('has boxes to look at, most of which refuse', () => {
    expect(boxes.length).toBeGreaterThan(30);
    expect(boxes.filter((box) => box.blocked).length).toBeGreaterThan(25);
  });

  it('marks the words in every box that refuses them, and sends none of them', async () => {
    const { page } = launched;
    await page.getByLabel('Last name').fill('Testperson');
    for (const { label, blocked } of boxes) {
      const box = page
        .getByRole('main')
        .locator(`input, textarea`)
        .and(page.getByLabel(label, { exact: true }))
        .first();
      const before = await box.inputValue();
      await box.fill(`Seen ${PLANTED} there`);
      await box.blur();
      expect(await box.getAttribute('aria-invalid'), label).toBe(String(blocked));
      const described = await box.evaluate((one) =>
        (one.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText),
      );
      expect(/is not saved yet/.test(described.join()), label).toBe(blocked);
      const marks = box.locator('xpath=..').locator('mark');
      if (blocked) expect((await marks.allInnerTexts()).join(' '), label).toMatch(/undocumented/);
      await box.fill(before);
    }
  });

  it('keeps the draft without them', async () => {
    const { page } = launched;
    await page.getByRole('textbox', { name: 'Narrative' }).fill(`The driver is ${PLANTED} and left`);
    await page.getByLabel('Occupation').fill('Baker');
    await page.getByText(/^Draft kept .*, without the narrative$/).waitFor();
    const kept = await keptDraft();
    expect(kept).toContain('Baker');
    expect(kept).not.toMatch(/undocumented|narrative/i);
  });

  it('refuses to save, offers two ways, and takes the word out with one key', async () => {
    const { page } = launched;
    await page.getByPlaceholder('Name, statute or code').fill('knife');
    await page.locator('[role=option]:visible').first().waitFor();
    await page.getByPlaceholder('Name, statute or code').press('Enter');
    await page.keyboard.press('Control+Enter');
    const ways = page.locator('[data-way]');
    await expect.poll(() => ways.evaluateAll((all) => all.map((way) => way.dataset['way']).join())).toBe('1,2,4');
    expect(await ways.first().evaluate((way) => way === document.activeElement)).toBe(true);
    await page.getByText('“The driver left”').waitFor();
    await page.keyboard.press('1');
    expect(await page.getByRole('textbox', { name: 'Narrative' }).inputValue()).toBe('The driver left');
  });

  it('takes it out of a long medical note alone, stays where it stood, says so, and brings it back by no undo', async () => {
    const { page } = launched;
    const around = [
      'Takes 0.5 mg lorazepam at 0600 hrs. daily. '.repeat(120),
      ' Allergic to penicillin.'.repeat(120),
    ] as const;
    const note = page.getByRole('textbox', { name: 'Medical screening' });
    await note.fill(around.join(''));
    await note.evaluate((box: HTMLTextAreaElement, at) => box.setSelectionRange(at, at), around[0].length);
    await page.keyboard.type('Had a seizure at 2230 and is undocumented.');
    await page.getByText('“and is” goes with it: “Had a seizure at 2230.”').waitFor();
    // Marks lie behind the words only while the text moves with them, and not within its own box.
    expect(await note.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1);
    await page.keyboard.press('Alt+1');
    const left = `${around[0]}Had a seizure at 2230.${around[1]}`;
    const state = (): Promise<readonly [string, number | null]> =>
      note.evaluate((box: HTMLTextAreaElement) => [box.value, box.selectionStart]);
    await page.getByText('Taken out: the sentence now reads “Had a seizure at 2230.”').waitFor();
    expect(await state()).toEqual([left, around[0].length + 'Had a seizure at 2230'.length]);
    for (const keys of ['Control+z', 'Control+z', 'Control+Shift+z']) {
      await page.keyboard.press(keys);
      expect((await state())[0]).not.toMatch(/undocumented/);
    }
    expect((await state())[0]).toBe(left);
    await note.fill('');
  });

  it('saves all but the marked sentences, goes to the grounds, and says where the whole text waits', async () => {
    const { page } = launched;
    const text = `Calm all night. The driver is ${PLANTED} and left. Needs insulin.`;
    await page.getByRole('textbox', { name: 'Narrative' }).fill(text);
    await page.getByText('so this text is not saved yet.').waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByRole('heading', { name: /^May we/ }).waitFor();
    const waits = page.getByRole('alert').filter({ hasText: 'is saved without the marked sentences or entries.' });
    await waits.getByText('The whole text waits in its form: Narrative.').waitFor();
    expect(await waits.innerText()).not.toMatch(/undocumented/);
    expect(await findViolations(launched)).toEqual([]);
    await picture(launched, folder, 'text-waits');
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await page.getByText(/^Text with marked words, booking \d{4}-00001$/).waitFor();
    await picture(launched, folder, 'text-waits-desk');
    await page
      .getByRole('button', { name: /-00001/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /^Correct booking/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Narrative' }).inputValue()).toBe(text);
    const saved = await savedBooking();
    expect(saved).toContain('Testperson');
    expect(saved).toContain('Calm all night. Needs insulin.');
    expect(saved).not.toMatch(/undocumented/i);
  });
});
