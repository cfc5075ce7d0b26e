import { describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { clearBooking, clearBookingEvent, clearDraftField, clearText } from '../../../policy/gate.ts';
import { findOffense } from '../../../policy/offenses/catalogue.ts';
import type { Refusal } from '../../../policy/refusal.ts';
import { textsOfKind } from '../../../policy/gate/taught-texts.ts';
import { holdsPhrase } from '../../../policy/screen/taught-places.ts';
import { TaughtList } from '../../../policy/screen/taught.ts';
import { draftWith } from './drafts.ts';

const desk = { origin: 'desk' } as const;

/** Fields that hold words. */
const TEXTS = APPROVED_FIELDS.filter(
  (field) => field.type === 'text' || field.type === 'name' || field.type === 'list',
);

const LISTS = ['property_items', 'aliases', 'scars_marks_tattoos'];
/** Nothing by themselves; side by side a number, a paper, a way of coming in. */
const OVER_THE_END: readonly (readonly [first: string, second: string])[] = [
  ['A# 076', '123 412'],
  ['removal', 'order'],
  ['One envelope, order of', 'removal inside'],
  ['Brown wallet, one expired green', 'card, 40 dollars'],
  ['Notice to', 'appear, folded'],
  ['entered without', 'inspection 2019'],
];

describe('texts', () => {
  it.each(TEXTS.map((field) => ({ name: field.name, part: field.part, type: field.type })))(
    'screens $name',
    ({ name, part, type }) => {
      const said = 'undocumented';
      const result = clearDraftField(name, type === 'list' ? ['keys', said] : said, part);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain(said);
      expect(JSON.stringify(result)).toMatch(/status-in-(?:text|code)/);
    },
  );

  it('tells where, why and by which clause, and warns of proxies', () => {
    const result = clearBooking(draftWith({ narrative: 'Born in Sampleton. Showed green card.' }), desk);
    expect(result).toEqual({
      ok: false,
      refusals: [
        { code: 'status-in-text', field: 'fields.narrative', category: 'document', clause: '1(c)', spans: [[26, 36]] },
      ],
    });
    const warned = clearBooking(draftWith({ narrative: 'Born in Sampleton.' }), desk);
    expect(warned.ok && warned.warnings).toEqual([
      { field: 'fields.narrative', category: 'proxy', clause: '1(b)', action: 'warn', start: 0, end: 7 },
    ]);
  });

  it('refuses where a birth abroad is told, as a place of birth is', () => {
    const result = clearBooking(draftWith({ narrative: 'Born in Quito.' }), desk);
    expect(result).toMatchObject({ ok: false, refusals: [{ category: 'proxy', clause: '1(b)', spans: [[0, 13]] }] });
  });

  it('refuses coded values by themselves', () => {
    for (const name of [
      'released_to',
      'hold_for_agency',
      'arresting_agency',
      'custody_status',
      'release_reason',
      'state_id',
    ]) {
      const result = clearDraftField(name, 'IMM');
      expect(result.ok ? [] : result.refusals.map((refusal) => [refusal.code, refusal.field])).toEqual([
        ['status-in-code', name],
      ]);
    }
  });

  it('places a list item by its number', () => {
    const result = clearBooking(draftWith({ property_items: ['wallet', 'Mexican passport'] }), desk);
    expect(result.ok ? '' : result.refusals[0]?.field).toBe('fields.property_items.1');
  });
});

describe('the entries of a list', () => {
  const refusalsOf = (name: string, entries: readonly string[]): readonly Refusal[] => {
    const result = clearDraftField(name, entries);
    return result.ok ? [] : result.refusals;
  };

  it.each(OVER_THE_END)('are read side by side: %s / %s', (first, second) => {
    for (const name of LISTS) {
      expect(refusalsOf(name, [`${first} ${second}`])).not.toEqual([]);
      const places = refusalsOf(name, ['Brown belt', first, ` ${second}`]).map(({ field }) => field);
      expect(new Set(places)).toEqual(new Set([`${name}.1`, `${name}.2`]));
      expect(refusalsOf(name, [first, '', second])).not.toEqual([]);
    }
  });

  it('are refused where they tell it, each in its own offsets', () => {
    expect(refusalsOf('property_items', ['Belt', 'One expired green', 'card, 40 dollars'])).toEqual([
      { code: 'status-in-text', field: 'property_items.1', category: 'document', clause: '1(c)', spans: [[4, 17]] },
      { code: 'status-in-text', field: 'property_items.2', category: 'document', clause: '1(c)', spans: [[0, 4]] },
    ]);
    expect(refusalsOf('property_items', ['removal', 'order', 'Mexican passport']).map(({ field }) => field)).toEqual([
      'property_items.2',
    ]);
  });

  it.each([
    ['property_items', ['Phone, black', 'Citizens Bank check book', 'Visa card', 'MBTA card', 'library card']],
    ['property_items', ['Jacket, green', 'Social Security card', 'Passport Laundry receipt', 'ice cream scoop']],
    ['property_items', ['Notice of removal of the vehicle', 'order for pizza', 'keys']],
    ['property_items', ['A', '3 keys', '40 dollars', '2 rings']],
    ['aliases', ['Owen Ice', 'Santoro', 'Patrick Patel', 'Angel']],
    ['aliases', ['Alien, por los ojos grandes', 'El Ruso (ruso por rubio)', 'Migue']],
    ['scars_marks_tattoos', ['Eagle, left arm', 'Mexican flag, back', 'burn, right hand', 'Born to ride']],
  ])('pass where they only stand beside each other: %s %j', (name, entries) => {
    expect(refusalsOf(name, entries)).toEqual([]);
  });

  it('are read by themselves beside one that a supervisor confirmed', () => {
    const said = 'photo of the immigration building';
    const taught = new TaughtList([{ field: 'property', grain: 'whole', phrase: said }]);
    const list = draftWith({ property_items: [said, 'old letter from his brother'] });
    expect(clearBooking(list, desk).ok).toBe(false);
    expect(clearBooking(list, { ...desk, taught }).ok).toBe(true);
  });

  it('pass side by side where that is what a supervisor confirmed, and it is found where it was used', () => {
    const entries = ['Brown wallet, one expired green', 'card, 40 dollars'];
    const phrase = { field: 'property', grain: 'whole', phrase: entries.join(' ') } as const;
    const list = draftWith({ property_items: ['Belt', ...entries, 'keys'] });
    expect(clearBooking(list, desk).ok).toBe(false);
    expect(clearBooking(list, { ...desk, taught: new TaughtList([phrase]) }).ok).toBe(true);
    const texts = textsOfKind(
      { fields: { property_items: ['Belt', ...entries, ' ', 'keys'] }, charges: [] },
      'property',
    );
    expect(texts.filter((text) => holdsPhrase(phrase, text))).toEqual([phrase.phrase]);
  });
});

describe('charges', () => {
  const offense = findOffense('federal-reentry');
  const words = { charge_description: offense?.title, charge_statute: offense?.citation };

  it('pass when they are the catalogue word for word, and only then', () => {
    expect(clearBooking(draftWith({}, [{ offense: 'federal-reentry', ...words }]), desk).ok).toBe(true);
    const edited = { ...words, charge_description: `${offense?.title ?? ''}, deported 2019` };
    for (const charge of [{ offense: 'federal-reentry', ...edited }, { offense: 'abdw', ...words }, edited]) {
      expect(clearBooking(draftWith({}, [charge]), desk).ok).toBe(false);
    }
  });

  it('refuse an offense that is not in the catalogue, once', () => {
    const result = clearBooking(draftWith({}, [{ offense: 'no-such-offense' }]), desk);
    expect(result).toEqual({ ok: false, refusals: [{ code: 'unknown-offense', field: 'charges.0.offense' }] });
    expect(clearBooking(draftWith({}, [{ offense: 7 }]), desk).ok).toBe(false);
  });
});

describe('events', () => {
  const at = '2026-03-08T02:00:00-05:00';
  const now = '2026-03-08T02:05:00-05:00';

  it('take a detail that tells nothing', () => {
    expect(clearBookingEvent({ kind: 'cell-changed', at, detail: 'A-2' }, { now }).ok).toBe(true);
    expect(clearBookingEvent({ kind: 'consular-notice', at }, { now }).ok).toBe(true);
  });

  it('take a time ahead for release eligibility, and for nothing else', () => {
    const later = '2026-03-08T09:00:00-04:00';
    expect(clearBookingEvent({ kind: 'release-eligible', at: later }, { now }).ok).toBe(true);
    expect(clearBookingEvent({ kind: 'in-custody', at: later }, { now }).ok).toBe(false);
  });

  it('refuse status, unknown kinds, unknown keys, impossible and future times', () => {
    for (const event of [
      { kind: 'released', at, detail: 'IMM' },
      { kind: 'released', at, detail: 'Turned over to ICE' },
      { kind: 'deported', at },
      { kind: 'released', at: '2026-02-30T02:00:00-05:00' },
      { kind: 'released', at: '2026-03-08T02:00:00' },
      { kind: 'released', at: '2026-03-08T02:11:00-05:00' },
      { kind: 'released', at, detail: 'to court', citizenship: 'x' },
    ]) {
      expect(clearBookingEvent(event, { now }).ok).toBe(false);
    }
  });
});

describe('single texts', () => {
  it('pass or are refused', () => {
    expect(clearText('Typing mistake in the name', 'reason')).toEqual({
      ok: true,
      value: 'Typing mistake in the name',
      warnings: [],
    });
    expect(clearText('ICE wants him', 'reason').ok).toBe(false);
    expect(clearText('broken \ud800', 'reason').ok).toBe(false);
  });
});
