import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../contract/reply.ts';
import { PROTECTED_FIELDS } from '../../policy/fields/protected-fields.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { GOOD_CHARGES, GOOD_FIELDS, DECLINED, NOTICE, book, openForm } from '../support/booked.ts';
import { CLOSED_HEADINGS, CLOSED_NAMES, WRITINGS, keyed } from '../support/closed-names.ts';
import { lookInside, type Inside } from '../support/look-inside.ts';
import { copyTestStation } from '../support/copied-station.ts';
import type { TestStation } from '../support/station.ts';

const SLOW = 120_000;
const IDS = new Set(PROTECTED_FIELDS.map((field) => field.id));

let desk: TestStation;
let inside: Inside;
let form = '';
let saved = '';
beforeAll(async () => {
  desk = await copyTestStation();
  form = await openForm(desk);
  saved = await book(desk);
  inside = await lookInside(desk.folder);
});
afterAll(async () => {
  inside.close();
  await desk.remove();
});

type Keys = Readonly<Record<string, unknown>>;

/** Where keys can be put into each call, beside input that would pass. */
const PLACES: Readonly<Record<string, (keys: Keys) => readonly [call: string, input: unknown]>> = {
  'booking.save, fields': (keys) => [
    'booking.save',
    { bookingId: form, fields: { ...GOOD_FIELDS, ...keys }, charges: GOOD_CHARGES },
  ],
  'booking.save, a charge': (keys) => [
    'booking.save',
    { bookingId: form, fields: GOOD_FIELDS, charges: [{ ...GOOD_CHARGES[0], ...keys }] },
  ],
  'booking.save, beside its fields': (keys) => [
    'booking.save',
    { bookingId: form, fields: GOOD_FIELDS, charges: GOOD_CHARGES, ...keys },
  ],
  'booking.keepDraft, fields': (keys) => ['booking.keepDraft', { bookingId: form, fields: keys, charges: [] }],
  'booking.correct, fields': (keys) => [
    'booking.correct',
    {
      bookingId: saved,
      baseVersion: 1,
      reason: 'Read again',
      fields: { ...GOOD_FIELDS, ...keys },
      charges: GOOD_CHARGES,
    },
  ],
  'ground.determine, facts': (keys) => ['ground.determine', { bookingId: saved, ground: '2a', facts: keys }],
  'ground.determine, deep in a fact': (keys) => [
    'ground.determine',
    { bookingId: saved, ground: '2a', facts: { source: { list: [{ deeper: keys }] } } },
  ],
  'notification.record': (keys) => ['notification.record', { ...DECLINED, ...keys }],
  'booking.recordEvent': (keys) => [
    'booking.recordEvent',
    { bookingId: saved, kind: 'rights-read', at: NOTICE.contactedAt, ...keys },
  ],
};

function refusalsOf(reply: Reply<unknown>): readonly Refusal[] {
  return reply.ok ? [] : reply.refusals;
}

/** The contract itself refuses the name of a fact beyond 60 letters, before the gate looks at the others. */
function byLength(keys: Keys): readonly Keys[] {
  const all = Object.entries(keys);
  const [short, long] = [all.filter(([key]) => key.length <= 60), all.filter(([key]) => key.length > 60)];
  return [short, long].filter((part) => part.length > 0).map((part) => Object.fromEntries(part));
}

/** Refusals of protected fields that lack their clause or their name. */
function poor(refusals: readonly Refusal[]): readonly Refusal[] {
  return refusals.filter((refusal) => {
    const cited = refusal.clause !== undefined && refusal.category !== undefined;
    return refusal.code !== 'protected-field' || !cited || !isNamed(refusal);
  });
}

function isNamed({ params, field = '' }: Refusal): boolean {
  const name = String(params?.['name'] ?? '');
  return name !== '' && field.endsWith(name) && (IDS.has(name) || name.length <= 80);
}

describe('the names that must stay closed', () => {
  it('are enough to be worth asking', () => {
    expect(CLOSED_HEADINGS.length).toBe(24);
    expect(CLOSED_NAMES.length).toBeGreaterThan(400);
  });
});

describe.each(Object.keys(PLACES))('the station call %s', (place) => {
  it.each(Object.keys(WRITINGS))(
    'refuses every protected name by name, %s',
    async (writing) => {
      const before = inside.counts();
      const keys = keyed(WRITINGS[writing] ?? String);
      const refusals: Refusal[] = [];
      for (const part of byLength(keys))
        refusals.push(...refusalsOf(await desk.raw(...(PLACES[place]?.(part) ?? ['', {}]))));
      expect(refusals.filter(({ code }) => code === 'protected-field').length).toBe(Object.keys(keys).length);
      expect(poor(refusals)).toEqual([]);
      expect(inside.counts()).toEqual(before);
    },
    SLOW,
  );
});

/** A closed name inside something that has no business there. */
const NESTED: readonly (readonly [string, (name: string) => Keys])[] = [
  ['inside an approved field', (name) => ({ narrative: { [name]: 'X' } })],
  ['inside a list of an approved field', (name) => ({ property_items: [{ [name]: 'X' }] })],
  ['inside a field that nobody approved', (name) => ({ extra: { [name]: 'X' } })],
  ['deep inside one', (name) => ({ extra: { list: [{ more: { [name]: 'X' } }] } })],
  ['as a path', (name) => ({ [`subject.${name}`]: 'X' })],
  ['as a path with brackets', (name) => ({ [`subject[0][${name}]`]: 'X' })],
];

/** Each name once in every place, and over all places in every writing. */
function written(name: string, at: number, where: string): string {
  const writings = Object.values(WRITINGS);
  return (writings[(at + where.length) % writings.length] ?? String)(name);
}

describe.each(NESTED)('a protected name %s', (where, nest) => {
  it(
    'is refused by name in a booking, and nothing is kept',
    async () => {
      const before = inside.counts();
      for (const [at, closed] of CLOSED_NAMES.entries()) {
        const name = written(closed, at, where);
        const input = { bookingId: form, fields: { ...GOOD_FIELDS, ...nest(name) }, charges: GOOD_CHARGES };
        const refusals = refusalsOf(await desk.raw('booking.save', input));
        expect([name, refusals.map(({ code }) => code)]).toEqual([name, ['protected-field']]);
      }
      expect(inside.counts()).toEqual(before);
    },
    SLOW,
  );
});

const UNKNOWN = ['hat_size', 'Shoe Size', 'constructor', 'toString', 'fields', 'bookingID'];

describe('a name that nobody approved', () => {
  it.each(UNKNOWN)(
    'is refused by name: %s',
    async (name) => {
      for (const [place, make] of Object.entries(PLACES)) {
        if (name === 'fields' && place.endsWith('beside its fields')) continue;
        const [call, input] = make({ [name]: 'X' });
        const codes = refusalsOf(await desk.raw(call, input)).map(({ code, params }) => [code, params?.['name']]);
        if (place.includes('deep in a fact')) expect(codes.length).toBeGreaterThan(0);
        else expect([place, codes]).toEqual([place, [['unknown-field', name]]]);
      }
    },
    SLOW,
  );

  it('is refused where it is __proto__, or dropped where facts are read, and never followed', async () => {
    for (const place of ['fields', 'facts']) {
      const hostile: unknown = JSON.parse('{"__proto__": {"citizenship": "Umbrellaland"}}');
      const input = place === 'fields' ? { fields: hostile, charges: [] } : { ground: '2a', facts: hostile };
      const call = place === 'fields' ? 'booking.save' : 'ground.evaluate';
      const more = place === 'fields' ? {} : { act: 'notify-ice' };
      const reply = await desk.raw(call, { bookingId: saved, ...input, ...more });
      expect(JSON.stringify(reply)).not.toContain('Umbrellaland');
    }
    expect(inside.texts()).not.toContain('Umbrellaland');
  });
});

/** Sentences put where a name belongs: what they say must not come back. */
const HOSTILE = [
  'he is undocumented Marker7f3a',
  'undocumented_Marker7f3a',
  'Marker7f3a came from Umbrellaland without papers and overstayed his visa, says his brother who ought to know it',
  'MARKER7F3A A012345678',
  'citizenship of Marker7f3a is Umbrellaland',
  `${'x'.repeat(61)} Marker7f3a illegal alien`,
];

describe('a sentence in place of a name', () => {
  it.each(HOSTILE)('is refused and not repeated: %s', async (sentence) => {
    for (const [place, make] of Object.entries(PLACES)) {
      const [call, input] = make({ [sentence]: sentence });
      const reply = await desk.raw(call, input);
      expect([place, reply.ok]).toEqual([place, false]);
      expect(JSON.stringify(reply).toLowerCase()).not.toMatch(/marker7f3a|umbrellaland/);
    }
    expect(JSON.stringify(inside.refusals()).toLowerCase()).not.toMatch(/marker7f3a|umbrellaland/);
  });
});
