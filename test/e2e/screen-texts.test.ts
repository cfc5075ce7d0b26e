import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { picture, resize } from '../support/look.ts';
import { boxState, tabTo, type BoxState } from '../support/screened-box.ts';
import { TOLD_TEXTS as TEXTS, type Told, type ToldField as Field } from '../support/told-texts.ts';
import { deskHost } from './window-host.ts';

const LABELS: Readonly<Partial<Record<Field, string>>> = { property_items: 'Property', address_street: 'Address' };
const labelOf = (field: Field): string =>
  LABELS[field] ?? APPROVED_FIELDS.find(({ name }) => name === field)?.label ?? field;

/** What the station says of the same text: the places it refuses, in the offsets of the box. */
async function refusedByStation(page: Page, { field, text }: Told): Promise<BoxState['marks']> {
  const listed = field === 'property_items' || field === 'aliases';
  const value = listed ? text.split('\n') : text;
  const spans = await page.evaluate(
    async ({ name, given }) => {
      const { calls } = window.sallyport;
      const opened = await calls['booking.open']({});
      if (!opened.ok) return null;
      const { bookingId } = opened.value;
      const kept = await calls['booking.keepDraft']({ bookingId, fields: { [name]: given }, charges: [] });
      await calls['booking.abandon']({ bookingId });
      return kept.ok ? kept.value.notKept.map((refusal) => [refusal.field ?? '', refusal.spans ?? []] as const) : null;
    },
    { name: field, given: value },
  );
  const starts = listed ? startsOf(text.split('\n')) : [0];
  return (spans ?? []).flatMap(([path, found]) => {
    const from = starts[Number(path.split('.')[2] ?? 0)] ?? 0;
    return found.map(([start, end]) => [from + start, from + end] as const);
  });
}

function startsOf(lines: readonly string[]): readonly number[] {
  return lines.map((_, at) => lines.slice(0, at).join('\n').length + (at === 0 ? 0 : 1));
}

function covered(ranges: BoxState['marks']): readonly number[] {
  const units = ranges.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at));
  return [...new Set(units)].toSorted((one, other) => one - other);
}

describe('twenty texts in the window', { timeout: 240_000 }, () => {
  const desk = makeDesk(deskHost(), 'texts');
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;

  beforeAll(async () => {
    launched = await openDesk(desk);
    await resize(launched, 1366, 768);
    await launched.page.keyboard.press('n');
    await launched.page.getByRole('heading', { name: /^Booking \d{4}-/ }).waitFor();
    await launched.page.keyboard.type('Testperson');
    await launched.page.getByRole('button', { name: 'More fields' }).press('Enter');
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  /** Every other text is pasted, as a whole; the caret then goes back into its middle. */
  async function enter(told: Told): Promise<number> {
    const { page } = launched;
    await page.getByLabel('Last name').focus();
    await tabTo(page, labelOf(told.field));
    if (TEXTS.indexOf(told) % 2 === 0) await page.keyboard.type(told.text);
    else await page.keyboard.insertText(told.text);
    for (let at = 0; at < 7; at += 1) await page.keyboard.press('ArrowLeft');
    return told.text.length - 7;
  }
  async function clear(): Promise<void> {
    await launched.page.keyboard.press('Control+a');
    await launched.page.keyboard.press('Delete');
    await expect.poll(async () => (await boxState(launched.page)).invalid).toBe(false);
  }

  it.each(TEXTS)('$name in $field', async (told) => {
    const { page } = launched;
    const caret = await enter(told);
    await expect.poll(async () => (await boxState(page)).invalid).toBe(told.marked !== null);
    // What passes must stay unmarked beyond the pause as well.
    await page.waitForTimeout(500);
    const state = await boxState(page);
    expect([state.text, state.caret]).toEqual([told.text, caret]);
    expect(covered(state.marks)).toEqual(covered(await refusedByStation(page, told)));
    const shown = state.marks.map(([start, end]) => told.text.slice(start, end)).join(' … ');
    if (told.marked === null) expect(shown).toBe('');
    else expect(shown).toContain(told.marked);
    await picture(launched, folder, `texts-${String(TEXTS.indexOf(told) + 1).padStart(2, '0')}`);
    await clear();
  });

  it('keeps all of a medical note through a refused save, and the rest of the form beside it', async () => {
    const { page } = launched;
    const note = TEXTS.find(({ name }) => name === 'a medical note');
    if (note === undefined) throw new TypeError('no medical note');
    await enter(note);
    await page.getByText(/^Draft kept .*, the medical screening without the marked sentences$/).waitFor();
    await page.keyboard.press('Control+Enter');
    const first = page.locator('[data-way="1"]');
    await first.waitFor();
    expect(await page.getByLabel('Medical screening').inputValue()).toBe(note.text);
    expect(await page.getByLabel('Last name').inputValue()).toBe('Testperson');
    await page.keyboard.press('1');
    expect(await page.getByLabel('Medical screening').inputValue()).toMatch(
      /^Asthma inhaler twice a day\..*Allergic to penicillin\.$/,
    );
  });
});
