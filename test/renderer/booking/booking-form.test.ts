import { describe, expect, it } from 'vitest';
import type { BookingFields } from '../../../policy/booking.ts';
import type { Box } from '../../../renderer/booking/box.svelte.ts';
import { BookingForm } from '../../../renderer/booking/booking-form.svelte.ts';
import type { FormFieldName } from '../../../renderer/booking/form-fields.ts';

const NOW = new Date('2026-03-08T07:14:00.000Z');
const REFUSED = 'Calm all night. The driver is undocumented and left. Needs insulin.';

function opened(fields: BookingFields, version: number | null): BookingForm {
  const start = { bookingId: 'b1', number: '2026-00001', reservedAt: NOW.toISOString(), events: [], charges: [] };
  return new BookingForm({ ...start, fields, version }, { now: () => NOW, taught: () => undefined });
}
function box(form: BookingForm, name: FormFieldName): Box {
  const found = form.boxes.get(name);
  if (found === undefined) throw new TypeError(`no box is called ${name}`);
  return found;
}

describe('what is saved on the way to the grounds', () => {
  it('is the other whole sentences of each box, and the whole text goes on waiting', () => {
    const form = opened({}, null);
    box(form, 'last_name').text = 'Testperson';
    box(form, 'narrative').text = REFUSED;
    box(form, 'address').text = '12 Mill Lane, Exampleton, MA 01581';
    const { draft, rest, blocked, partly } = form.collect(NOW);
    expect(draft.fields.narrative).toBeUndefined();
    expect(rest.fields).toMatchObject({
      last_name: 'Testperson',
      narrative: 'Calm all night. Needs insulin.',
      address_street: '12 Mill Lane',
    });
    expect([blocked, partly]).toEqual([[box(form, 'narrative')], [box(form, 'narrative')]]);
    expect(box(form, 'narrative').text).toBe(REFUSED);
    expect(form.waiting).toEqual([box(form, 'narrative')]);
    expect(form.refused).toEqual([box(form, 'narrative')]);
  });

  it.each([
    ['narrative', 'Calm all night. ICE placed a detainer on him at noon.', 'Calm all night.'],
    ['narrative', 'He is undocumented and has a detainer on him.', undefined],
    ['property_items', 'Brown belt. Green card.\nWallet', 'Brown belt.\nWallet'],
    ['aliases', 'T. Undocumented Immigrant\nTess T.', 'Tess T.'],
    ['last_name', 'Testperson Jr. Undocumented', undefined],
  ] as const)('is no shortened sentence, and of a list no shortened entry: %s, %s', (name, text, left) => {
    const form = opened({}, null);
    box(form, name).text = text;
    const { rest, blocked } = form.collect(NOW);
    expect(blocked).toEqual([box(form, name)]);
    const kept = rest.fields[name];
    expect(typeof kept === 'object' ? kept.join('\n') : kept).toBe(left);
  });

  it('leaves in the record what stood in a box of which nothing is left, and no text that was typed in between', () => {
    const form = opened({ last_name: 'Testperson', narrative: 'Calm all night.' }, 1);
    box(form, 'narrative').text = 'Loud.';
    form.collect(NOW);
    box(form, 'narrative').text = 'He is undocumented.';
    expect(form.collect(NOW).rest.fields.narrative).toBe('Calm all night.');
    const first = opened({ narrative: 'Calm all night.' }, null);
    box(first, 'narrative').text = 'He is undocumented.';
    expect(first.collect(NOW).rest.fields.narrative).toBeUndefined();
  });

  it('sends no saved text that would be refused today, and names the box, of which a new version would lose it', () => {
    const form = opened({ last_name: 'Testperson', narrative: REFUSED, property_items: ['Belt'] }, 1);
    for (const text of ['He is undocumented.', `${REFUSED} Slept.`, REFUSED]) {
      box(form, 'narrative').text = text;
      const { rest, held } = form.collect(NOW);
      expect(held).toEqual([box(form, 'narrative')]);
      expect(JSON.stringify(rest)).not.toMatch(/undocumented/);
    }
    box(form, 'narrative').text = 'Calm all night.';
    box(form, 'property_items').text = 'Green card';
    const { rest, held } = form.collect(NOW);
    expect([rest.fields.property_items, rest.fields.narrative, held]).toEqual([['Belt'], 'Calm all night.', []]);
  });

  it('is known not to be saved, until it was and for as long as nobody types on', () => {
    const form = opened({}, null);
    box(form, 'narrative').text = REFUSED;
    expect(form.isUnsaved).toBe(true);
    form.reason = 'Heard again';
    form.settle(form.changes, form.collect(NOW).rest);
    form.baseVersion = 1;
    expect([form.isUnsaved, form.reason]).toEqual([false, '']);
    box(form, 'narrative').text = `${REFUSED} Slept.`;
    expect(form.isUnsaved).toBe(true);
  });
});
