import { describe, expect, it } from 'vitest';
import type { BookingFields, ChargeFields } from '../../../policy/booking.ts';
import type { Box } from '../../../renderer/booking/box.svelte.ts';
import { BookingForm } from '../../../renderer/booking/booking-form.svelte.ts';
import type { FormFieldName } from '../../../renderer/booking/form-fields.ts';

const NOW = new Date('2026-03-08T07:14:00.000Z');
const REFUSED = 'Calm all night. The driver is undocumented and left. Needs insulin.';

function opened(fields: BookingFields, version: number | null, charges: readonly ChargeFields[] = []): BookingForm {
  const start = { bookingId: 'b1', number: '2026-00001', reservedAt: NOW.toISOString(), events: [] };
  return new BookingForm({ ...start, fields, version, charges }, { now: () => NOW, taught: () => undefined });
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
    const form = opened(SAVED, 1, [{ charge_description: 'Breaking glass' }]);
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
