import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallInput } from '../../../contract/calls.ts';
import type { Box } from '../../../renderer/booking/box.svelte.ts';
import { BookingForm } from '../../../renderer/booking/booking-form.svelte.ts';
import { DraftKeeper } from '../../../renderer/booking/draft-keeper.svelte.ts';
import type { FormFieldName } from '../../../renderer/booking/form-fields.ts';

const BEGAN = '2026-03-08T07:14:00.000Z';
const HARMLESS = 'Takes insulin twice a day. ';
const TELLING = 'He is undocumented.';
const REFUSED = `${HARMLESS}${TELLING}`;

/** What the station was asked to keep. */
let kept: CallInput<'booking.keepDraft'>[];
/** Whether it keeps anything. */
let answers: boolean;
let locked: boolean;
let form: BookingForm;
let keeper: DraftKeeper;

const now = (): Date => new Date(vi.getMockedSystemTime() ?? BEGAN);
function box(name: FormFieldName): Box {
  const found = form.boxes.get(name);
  if (found === undefined) throw new TypeError(`no box is called ${name}`);
  return found;
}
/** The page tells the keeper of each change. */
function type(name: FormFieldName, text: string): void {
  const before = form.changes;
  box(name).text = text;
  if (form.changes > before) keeper.touch();
}
const notes = (): unknown => kept.at(-1)?.fields.medical_notes;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(BEGAN) });
  [kept, answers, locked] = [[], true, false];
  const keepDraft = (input: CallInput<'booking.keepDraft'>): Promise<unknown> => {
    if (answers) kept.push(input);
    const value = { keptAt: now().toISOString(), notKept: [] };
    return Promise.resolve(answers ? { ok: true, value } : { ok: false, refusals: [{ code: 'fault' }] });
  };
  vi.stubGlobal('window', { sallyport: { calls: { 'booking.keepDraft': keepDraft } } });
  const start = { bookingId: 'b1', number: '2026-00001', reservedAt: BEGAN, events: [], version: null };
  form = new BookingForm({ ...start, fields: {}, charges: [] }, { now, taught: () => undefined });
  keeper = new DraftKeeper(form, null, { now, mayKeep: () => !locked });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a draft', () => {
  it('is kept after the refused word was taken out, without another key', async () => {
    type('medical_notes', TELLING);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(notes()).toBeUndefined();
    const { changes } = form;
    // As the first way does it: another text, screened and left at once.
    box('medical_notes').text = HARMLESS;
    box('medical_notes').screenNow();
    box('medical_notes').leave(now());
    expect(form.changes).toBeGreaterThan(changes);
    keeper.touch();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(notes()).toBe(HARMLESS.trim());
  });

  it('hears of a change although saving looked at the form a moment later', () => {
    const { changes } = form;
    box('medical_notes').text = HARMLESS;
    form.collect(now());
    expect(form.changes).toBeGreaterThan(changes);
  });

  it('is as it was sent until somebody types, not where a box is left', () => {
    box('arrest_datetime').text = 'now';
    form.tidy(now());
    const { changes } = form;
    const { draft, entries } = form.collect(now());
    box('arrest_datetime').leave(now());
    form.baseVersion = 1;
    form.settle({ changes, reason: '', draft, entries });
    expect(form.isTypedOn).toBe(false);
    box('medical_notes').text = HARMLESS;
    expect(form.isTypedOn).toBe(true);
  });

  it('keeps of a refused box the sentences before and behind a refused one, and says so', async () => {
    type('medical_notes', `${REFUSED} Needs it at noon.`);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(notes()).toBe('Takes insulin twice a day. Needs it at noon.');
    expect(keeper.note).toBe('Draft kept 03:14:01, the medical screening without the marked sentences');
    expect(JSON.stringify(kept)).not.toMatch(/undocumented/);
  });

  it('keeps the last text that passed of a refused box of which nothing is left, and says of when', async () => {
    type('medical_notes', HARMLESS);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(keeper.note).toBe('Draft kept 03:14:01');
    type('medical_notes', TELLING);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(notes()).toBe(HARMLESS.trim());
    expect(keeper.note).toBe('Draft kept 03:14:06, the medical screening as of 03:14:00');
    expect(JSON.stringify(kept)).not.toMatch(/undocumented/);
  });

  it('keeps no beginning of a refused word, wherever its typist rested', async () => {
    for (let end = HARMLESS.length; end <= REFUSED.length; end += 1) {
      type('medical_notes', REFUSED.slice(0, end));
      await vi.advanceTimersByTimeAsync(400);
    }
    await vi.advanceTimersByTimeAsync(6_000);
    expect(box('medical_notes').verdict.blocked).toBe(true);
    expect(notes()).toMatch(/^Takes insulin twice a day\./);
    expect(notes()).not.toMatch(/undoc/);
  });

  it('has nothing of a box that was emptied before, and saves none of what it keeps as a record', async () => {
    type('narrative', 'Found at the mill.');
    await vi.advanceTimersByTimeAsync(2_000);
    type('narrative', 'Found at the mill. He is undocumented.');
    expect(form.collect(now()).draft.fields.narrative).toBeUndefined();
    expect(form.collect(now()).keepable.fields.narrative).toBe('Found at the mill.');
    type('narrative', '');
    await vi.advanceTimersByTimeAsync(2_000);
    type('narrative', 'He is undocumented.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept.at(-1)?.fields.narrative).toBeUndefined();
    expect(keeper.note).toMatch(/^Draft kept [\d:]{8}, without the narrative$/);
  });

  it('is kept some seconds after the first key of somebody who does not rest', async () => {
    for (let at = 0; at < 60; at += 1) {
      type('narrative', 'a'.repeat(at + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept).toHaveLength(2);
  });

  it('is kept at the lock, which hides the screen first', async () => {
    type('narrative', 'Found at the mill.');
    locked = true;
    await keeper.flush();
    expect(kept.at(-1)?.fields.narrative).toBe('Found at the mill.');
  });

  it('is tried again where it was not kept, and no more once its page is gone', async () => {
    answers = false;
    type('narrative', 'Found at the mill.');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keeper.note).toMatch(/trying again/);
    answers = true;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(kept).toHaveLength(1);
    answers = false;
    type('narrative', 'Found at the mill at noon.');
    keeper.leave();
    await vi.advanceTimersByTimeAsync(1_000);
    answers = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(kept).toHaveLength(1);
  });
});
