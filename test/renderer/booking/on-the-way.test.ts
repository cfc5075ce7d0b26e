import { describe, expect, it } from 'vitest';
import type { BookingFields, ChargeFields } from '../../../policy/booking.ts';
import type { Box } from '../../../renderer/booking/box.svelte.ts';
import { BookingForm, type FormStart } from '../../../renderer/booking/booking-form.svelte.ts';
import type { FormFieldName } from '../../../renderer/booking/form-fields.ts';

const NOW = new Date('2026-03-08T07:14:00.000Z');
const REFUSED = 'Calm all night. The driver is undocumented and left. Needs insulin.';

const GLASS: readonly ChargeFields[] = [{ charge_description: 'Breaking glass' }];

/** What the desk saved before, or a new form; a correction has its reason. */
function opened(fields: BookingFields, version: number | null, more: Partial<FormStart> = {}): BookingForm {
  const start = { bookingId: 'b1', number: '2026-00001', reservedAt: NOW.toISOString(), events: [] };
  const charges = version === null ? [] : GLASS;
  const asks = { now: () => NOW, taught: () => undefined };
  const form = new BookingForm({ ...start, fields, version, charges, ...more }, asks);
  if (version !== null) form.reason = 'Heard again';
  return form;
}
function box(form: BookingForm, name: FormFieldName): Box {
  const found = form.boxes.get(name);
  if (found === undefined) throw new TypeError(`no box is called ${name}`);
  return found;
}

describe('what going to the grounds does with the form', () => {
  const SAVED = { last_name: 'Testperson', narrative: 'Calm all night.' };
  const booked = { booking_datetime: NOW.toISOString() };
  const typed = (form: BookingForm, name: FormFieldName, text: string): void => {
    box(form, name).text = text;
    box(form, name).screenNow();
  };

  const writeAnew = (form: BookingForm): void => {
    form.charges.entries.forEach(({ key }) => form.charges.remove(key));
    form.charges.write('Breaking glass');
  };

  it.each([
    ['He is undocumented.', 'nothing'],
    ['Calm all night. He is undocumented.', 'nothing'],
    ['Loud. He is undocumented.', 'saves'],
  ])('is told of a correction by what is left of it: %s', (text, says) => {
    const form = opened(SAVED, 1);
    expect(form.onTheWay(NOW)).toBe('nothing');
    typed(form, 'narrative', text);
    expect(form.onTheWay(NOW)).toBe(says);
  });

  it('saves what else was changed, of the charges as well', () => {
    const form = opened(SAVED, 1);
    typed(form, 'narrative', 'He is undocumented.');
    typed(form, 'occupation', 'Baker');
    expect(form.onTheWay(NOW)).toBe('saves');
    typed(form, 'occupation', '');
    expect(form.onTheWay(NOW)).toBe('nothing');
    form.charges.write('Trespass');
    expect(form.onTheWay(NOW)).toBe('saves');
    const { rest, entries } = form.collect(NOW);
    form.settle({ changes: form.changes, reason: '', draft: rest, entries });
    expect(form.onTheWay(NOW)).toBe('nothing');
    form.charges.remove(form.charges.entries[0]?.key ?? 0);
    expect(form.onTheWay(NOW)).toBe('saves');
  });

  it.each<readonly [string, (form: BookingForm) => void]>([
    ['a space behind', (form) => typed(form, 'occupation', 'Baker ')],
    ['the end of a line', (form) => typed(form, 'property_items', 'keys\nbelt\n')],
    ['a sign of money', (form) => typed(form, 'bail_amount', '$500.00')],
    ['the same charge anew', writeAnew],
  ])('makes no version with the same values: %s', (_, change) => {
    const values = { ...SAVED, occupation: 'Baker', property_items: ['keys', 'belt'], bail_amount: '500.00' };
    const form = opened(values, 1);
    typed(form, 'narrative', 'Calm all night. He is undocumented.');
    change(form);
    expect([form.changes > 1, form.onTheWay(NOW)]).toEqual([true, 'nothing']);
    typed(form, 'occupation', 'Cook');
    expect(form.onTheWay(NOW)).toBe('saves');
  });

  it('asks of a correction first what the gate will ask', () => {
    const form = opened(SAVED, 1);
    typed(form, 'narrative', 'He is undocumented.');
    typed(form, 'last_name', '');
    expect(form.onTheWay(NOW)).toBe('needs');
    typed(form, 'last_name', 'Samplename');
    expect(form.onTheWay(NOW)).toBe('saves');
    form.charges.write('Undocumented immigrant');
    form.charges.entries.forEach(({ boxes }) => boxes.title.screenNow());
    expect(form.onTheWay(NOW)).toBe('needs');
    form.charges.entries.forEach(({ key }) => form.charges.remove(key));
    expect(form.onTheWay(NOW)).toBe('needs');
    form.charges.write('Trespass');
    for (const reason of ['', ' no ', 'He is undocumented']) {
      form.reason = reason;
      expect(form.onTheWay(NOW)).toBe('reason');
    }
  });

  it('asks of what a file brought no more than the file had', () => {
    const form = opened({ ...SAVED, booking_no: 'B-1' }, 1, { origin: 'import', charges: [] });
    typed(form, 'narrative', 'He is undocumented.');
    typed(form, 'last_name', '');
    expect(form.onTheWay(NOW)).toBe('saves');
  });

  it('says that the record holds what no longer passes, also where nobody typed', () => {
    const form = opened({ ...SAVED, narrative: REFUSED }, 1);
    box(form, 'narrative').screenNow();
    expect([form.isUnsaved, form.onTheWay(NOW), form.savesOnTheWay(NOW)]).toEqual([false, 'held', false]);
  });

  it('saves nothing where the record would lose what no longer passes', () => {
    const form = opened({ ...SAVED, narrative: REFUSED }, 1);
    typed(form, 'narrative', `${REFUSED} Slept.`);
    expect(form.onTheWay(NOW)).toBe('held');
  });

  it('asks first for what a booking needs', () => {
    const form = opened(booked, null);
    typed(form, 'narrative', REFUSED);
    expect(form.onTheWay(NOW)).toBe('needs');
    typed(form, 'last_name', 'Testperson');
    form.charges.write('Trespass');
    form.charges.entries.forEach(({ boxes }) => boxes.title.screenNow());
    expect(form.onTheWay(NOW)).toBe('saves');
    typed(form, 'dob', 'no day');
    expect(form.onTheWay(NOW)).toBe('needs');
    typed(form, 'dob', '');
    typed(form, 'last_name', 'Undocumented immigrant');
    expect(form.onTheWay(NOW)).toBe('needs');
  });
});
