import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/calls.ts';
import { GOOD_CHARGES, GOOD_FIELDS, openForm } from '../support/booked.ts';
import { BY_SENTENCE, BY_WORDS } from '../support/false-hits.ts';
import { lookInside } from '../support/look-inside.ts';
import { newTestStation, PASSPHRASE, type TestStation } from '../support/station.ts';

let desk: TestStation;
beforeAll(async () => {
  desk = await newTestStation();
  for (const [name, role] of [
    ['sam', 'supervisor'],
    ['ola', 'booking-officer'],
  ] as const) {
    await desk.addPerson(role, name);
    await desk.signIn(name, name);
  }
  const by = { reason: 'The shop calls it so', name: 'sam', passphrase: PASSPHRASE };
  for (const { text, taught } of [BY_WORDS, BY_SENTENCE]) {
    const start = text.indexOf(taught === BY_SENTENCE.taught ? 'Border' : taught.phrase);
    const end = start + (taught === BY_SENTENCE.taught ? 13 : taught.phrase.length);
    for (const field of ['narrative', 'medical'] as const) {
      await desk.done('screen.teach', { text, field, start, end, ...by }, 'ola');
    }
  }
}, 120_000);
afterAll(() => desk.remove());

async function takeBack(phrase: string, field: string): Promise<number> {
  const book = await desk.done('screen.book', {}, 'sam');
  const found = book.find((one) => one.phrase === phrase && one.field === field);
  return (await desk.done('screen.revoke', { phraseId: found?.phraseId ?? '' }, 'sam')).drafts;
}
async function kept(fields: CallInput<'booking.keepDraft'>['fields']): Promise<string> {
  const bookingId = await openForm(desk, 'ola');
  await desk.done('booking.keepDraft', { bookingId, fields, charges: [] }, 'ola');
  return bookingId;
}
const cutOf = async (bookingId: string): Promise<readonly string[] | null> =>
  (await desk.done('booking.draft', { bookingId }, 'ola')).cut?.boxes ?? null;

describe('a phrase that is taken back', () => {
  let [both, other, untouched] = ['', '', ''];

  it('tells how many unfinished forms lost something, and each form which of its boxes', async () => {
    const texts = `Calm all night. ${BY_WORDS.text} ${BY_SENTENCE.text}`;
    both = await kept({ last_name: 'Testperson', narrative: texts, medical_notes: BY_WORDS.text });
    other = await kept({ narrative: `Loud. ${BY_WORDS.text}` });
    untouched = await kept({ narrative: 'Calm all night.' });
    expect(await cutOf(both)).toBeNull();
    expect(await takeBack(BY_WORDS.taught.phrase, 'narrative')).toBe(2);
    expect(await Promise.all([both, other, untouched].map(cutOf))).toEqual([['narrative'], ['narrative'], null]);
  });

  it('adds to what a form has lost, each box once, and counts the forms anew', async () => {
    expect(await takeBack(BY_WORDS.taught.phrase, 'medical')).toBe(1);
    expect(await takeBack(BY_SENTENCE.taught.phrase, 'narrative')).toBe(1);
    expect(await takeBack(BY_SENTENCE.taught.phrase, 'medical')).toBe(0);
    expect(await cutOf(both)).toEqual(['narrative', 'medical_notes']);
    const { fields } = await desk.done('booking.draft', { bookingId: both }, 'ola');
    expect([fields.narrative, fields.medical_notes]).toEqual(['Calm all night.', undefined]);
  });

  it('is told while the form is kept again, and goes with it once it is saved or given up', async () => {
    const again = { bookingId: both, fields: { last_name: 'Testperson' }, charges: [] };
    await desk.done('booking.keepDraft', again, 'ola');
    expect(await cutOf(both)).toEqual(['narrative', 'medical_notes']);
    await desk.done('booking.save', { bookingId: both, fields: GOOD_FIELDS, charges: GOOD_CHARGES }, 'ola');
    await desk.done('booking.abandon', { bookingId: other }, 'ola');
    const inside = await lookInside(desk.folder);
    expect(inside.texts()).not.toMatch(/medical_notes","narrative|\["narrative/);
    expect(inside.texts()).toMatch(/"drafts":2/);
    inside.close();
    expect(desk.faults).toEqual([]);
  });
});
