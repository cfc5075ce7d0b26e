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
      const { rest } = form.collect(NOW);
      expect(form.held).toEqual([box(form, 'narrative')]);
      expect(JSON.stringify(rest)).not.toMatch(/undocumented/);
    }
    box(form, 'narrative').text = 'Calm all night.';
    box(form, 'property_items').text = 'Green card';
    const { rest } = form.collect(NOW);
    expect([rest.fields.property_items, rest.fields.narrative, form.held]).toEqual([['Belt'], 'Calm all night.', []]);
  });

  it('keeps what the record holds of a box of a charge of which nothing is left, by now', () => {
    const form = opened({}, 1, [{ charge_description: 'Breaking glass', charge_statute: '266 1' }]);
    const [first] = form.charges.entries;
    const title = first?.boxes.title;
    if (title === undefined) throw new TypeError('no charge');
    title.text = 'Undocumented immigrant';
    expect(form.collect(NOW).rest.charges).toMatchObject([
      { charge_description: 'Breaking glass', charge_statute: '266 1' },
    ]);
    title.text = 'Breaking a window';
    const { draft, entries } = form.collect(NOW);
    form.charges.remove(first?.key ?? 0);
    form.charges.write('Trespass');
    form.settle({ changes: form.changes, reason: '', draft, entries });
    title.text = 'Undocumented immigrant';
    expect(title.readSaved()).toEqual({ charge_description: 'Breaking a window' });
    expect(form.charges.entries[0]?.boxes.title.readSaved()).toBeNull();
    expect(form.collect(NOW).rest.charges).toMatchObject([{ charge_description: 'Trespass' }]);
    const refused = opened({}, 1, [{ charge_description: 'Undocumented immigrant' }]);
    expect(refused.collect(NOW).rest.charges[0]?.charge_description).toBeUndefined();
    expect(refused.held).toEqual([refused.charges.entries[0]?.boxes.title]);
  });

  it('is told by a name that passes, as typed or as the record holds it', () => {
    const form = opened({ last_name: 'Testperson', first_name: 'Kim' }, 1);
    expect(form.person).toEqual({ last_name: 'Testperson', first_name: 'Kim' });
    box(form, 'last_name').text = 'Samplename';
    box(form, 'first_name').text = 'Undocumented immigrant';
    expect(form.person).toEqual({ last_name: 'Samplename', first_name: 'Kim' });
    box(form, 'last_name').text = 'Undocumented immigrant';
    expect(form.person).toEqual({ last_name: 'Testperson', first_name: 'Kim' });
    const refused = opened({ last_name: 'Undocumented immigrant' }, 1);
    expect(refused.person).toEqual({ last_name: '', first_name: '' });
  });

  it('is known not to be saved, until it was and for as long as nobody types on', () => {
    const form = opened({}, null);
    box(form, 'narrative').text = REFUSED;
    expect(form.isUnsaved).toBe(true);
    form.reason = 'Heard again';
    const { rest, entries } = form.collect(NOW);
    form.settle({ changes: form.changes, reason: form.reason, draft: rest, entries });
    form.baseVersion = 1;
    expect([form.isUnsaved, form.reason]).toEqual([false, '']);
    box(form, 'narrative').text = `${REFUSED} Slept.`;
    expect(form.isUnsaved).toBe(true);
  });

  it('is not changed by words that are taken back, which its draft hears of', () => {
    const form = opened({ narrative: REFUSED }, 1);
    const { judged } = form;
    box(form, 'narrative').screenAgain();
    expect([form.refused, form.waiting]).toEqual([[box(form, 'narrative')], []]);
    expect([form.changes, form.isUnsaved, form.judged]).toEqual([0, false, judged + 1]);
    box(form, 'narrative').text = `${REFUSED} Slept.`;
    expect([form.isUnsaved, form.waiting]).toEqual([true, [box(form, 'narrative')]]);
  });

  it('is typed on where another reason stands there than was sent, which stays', () => {
    const form = opened({ narrative: 'Calm all night.' }, 1);
    const sent = { changes: form.changes, reason: 'Heard again', ...form.collect(NOW) };
    form.reason = 'Heard again';
    form.settle(sent);
    expect([form.reason, form.isTypedOn]).toEqual(['', false]);
    form.reason = 'Heard once more';
    form.settle(sent);
    expect([form.reason, form.isTypedOn, form.isUnsaved]).toEqual(['Heard once more', true, false]);
  });

  it('holds by then what was saved, not what was typed meanwhile', () => {
    const form = opened({ last_name: 'Testperson' }, null);
    box(form, 'narrative').text = 'Calm all night.';
    const sent = { changes: form.changes, reason: '', ...form.collect(NOW) };
    box(form, 'narrative').text = 'He is undocumented.';
    form.baseVersion = 1;
    form.settle(sent);
    expect(form.isTypedOn).toBe(true);
    expect(form.collect(NOW).rest.fields).toMatchObject({ last_name: 'Testperson', narrative: 'Calm all night.' });
  });
});
