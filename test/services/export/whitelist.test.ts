import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACT_NAMES } from '../../../policy/decide/fact-names.ts';
import { GROUNDS } from '../../../policy/decision.ts';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { PROTECTED_FIELDS } from '../../../policy/fields/protected-fields.ts';
import { pick, type Shape } from '../../../services/export/pick.ts';
import { recordDisclosures, type RecordDetermination } from '../../../services/export/record-disclosures.ts';
import { FACTS_THAT_LEAVE, RECORD_SHAPE } from '../../../services/export/whitelist.ts';
import { recordInput } from './made-record.ts';
import { CANARY, withPlanted } from './planted-input.ts';

const isList = (shape: Shape): shape is Extract<Shape, readonly unknown[]> => Array.isArray(shape);

/** Paths of all places of a shape, such as `person.name.family`. */
function placesOf(shape: Shape, path: string): readonly string[] {
  if (shape === 'value' || shape === 'values') return [path];
  if (isList(shape)) return placesOf(shape[0], path);
  return Object.entries(shape).flatMap(([name, member]) => placesOf(member, `${path}.${name}`));
}

const PLACES = Object.entries(RECORD_SHAPE).flatMap(([name, shape]) => placesOf(shape, name));
const BOOKING_FIELDS = APPROVED_FIELDS.filter((field) => field.part === 'booking').map((field) => field.name);

describe('what a record says', () => {
  it('is this, for a notice under 2(a) with everything released', () => {
    expect(recordDisclosures(recordInput())).toEqual({
      station: { name: 'Exampleton Police', ori: 'MA0EX0100' },
      person: {
        name: { family: 'Testperson', given: 'Alex', middle: 'Q' },
        dob: '1990-02-03',
        bookingNumber: '2026-00042',
      },
      charge: [
        {
          offense: 'abdw',
          statute: 'c.265 s.15A',
          description: 'A&B with a dangerous weapon',
          counts: 1,
          severity: 'felony',
        },
      ],
      custody: { place: 'Exampleton lockup', inCustody: true, releaseEligibleAt: '2026-11-25T09:00:00.00Z' },
      notice: {
        number: 'N-2026-00007',
        outcome: 'notified',
        direction: 'out',
        agency: 'Federal field office',
        unit: 'Duty desk',
        recipient: 'Officer Jo Sampleton',
        reachedAt: '555-0100',
        verifiedHow: 'Called back through the published number',
        channel: 'phone',
        purpose: 'Arrest for a listed felony',
        released: ['name', 'dob', 'booking-number', 'charge', 'place-of-custody'],
        criminalHistory: false,
        recordedBy: { name: 'Officer Bo Fictional', badge: '118', role: 'booking-officer' },
      },
      authority: {
        ground: '2a',
        cite: '2(a)',
        decidedBy: 'Officer Bo Fictional',
        cosignedBy: 'Sergeant Kim Placeholder',
        pack: { id: 'westborough-2015', version: '2026-11-24', digest: 'a'.repeat(64) },
        facts: { arrestingAgency: 'WPD', arrestedAt: '2026-11-25T00:55:00-05:00', offense: 'abdw' },
      },
      times: {
        decidedAt: '2026-11-25T06:20:00.00Z',
        contactedAt: '2026-11-25T01:30:00-05:00',
        enteredAt: '2026-11-25T06:35:00.00Z',
      },
      inHouse: { reason: 'Kept in the house only' },
    });
  });

  it('holds no more of the person than was released', () => {
    const { notification } = recordInput();
    const nothing = recordDisclosures(
      recordInput({ notification: { ...notification, outcome: 'declined', released: [] } }),
    );
    expect(nothing['person']).toEqual({
      name: { family: 'Testperson', given: 'Alex', middle: 'Q' },
      bookingNumber: '2026-00042',
    });
    expect(nothing['charge']).toBeUndefined();
    expect(nothing['custody']).toEqual({ inCustody: true, releaseEligibleAt: '2026-11-25T09:00:00.00Z' });
    expect(JSON.stringify(nothing)).not.toMatch(/1990|lockup|dangerous/);
  });

  it('stands without a booking and without a ground', () => {
    const said = recordDisclosures(recordInput({ booking: null, determination: null }));
    expect(Object.keys(said)).toEqual(['station', 'notice', 'authority', 'times', 'inHouse']);
    expect(said['authority']).toMatchObject({ decidedBy: 'Officer Bo Fictional' });
  });
});

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => [name, ...namesIn(member)]);
}

/** Names that the record is made from; everything else is a stranger. */
const INPUT_NAMES = new Set([...namesIn(recordInput()), 'name_suffix']);
const PLACE_NAMES = new Set(PLACES.flatMap((place) => place.split('.')));
const strange = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom(
    ...PROTECTED_FIELDS.flatMap((field) => [field.id, ...field.aliases]),
    ...['status', 'birthplace', 'address', 'narrative', 'notes', 'citizenship', '__proto__', 'constructor', 'toString'],
  ),
);

describe('what never leaves', () => {
  it('is any other member, wherever it is added to what the record is made from', () => {
    const before = JSON.stringify(recordDisclosures(recordInput()));
    fc.assert(
      fc.property(strange, (name) => {
        fc.pre(!PLACE_NAMES.has(name) && !INPUT_NAMES.has(name));
        expect(JSON.stringify(recordDisclosures(withPlanted(recordInput(), name)))).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('is any booking field but those that make up name, day of birth and place', () => {
    const input = recordInput();
    const before = JSON.stringify(recordDisclosures(input));
    const used = ['last_name', 'first_name', 'middle_name', 'name_suffix', 'dob', 'booking_facility'];
    fc.assert(
      fc.property(fc.constantFrom(...BOOKING_FIELDS), (name) => {
        const booking =
          input.booking === null ? null : { ...input.booking, fields: { ...input.booking.fields, [name]: CANARY } };
        const after = JSON.stringify(recordDisclosures({ ...input, booking }));
        expect(after === before).toBe(!used.includes(name));
      }),
      { numRuns: 400 },
    );
  });

  it.each(GROUNDS)('is a fact that ground %s does not ask for', (ground) => {
    const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, `${CANARY} ${name}`]));
    const { determination } = recordInput();
    if (determination === null) throw new Error('no determination');
    const changed: RecordDetermination = { ...determination, ground, request: { facts } };
    const said = JSON.stringify(recordDisclosures(recordInput({ determination: changed })));
    for (const name of FACT_NAMES) {
      const object = [
        'source',
        'instrument',
        'warrant',
        'wms',
        'wmsSecondCheck',
        'sources',
        'standardIdSought',
      ].includes(name);
      expect(said.includes(`"${name}":"${CANARY} ${name}"`)).toBe(!object && FACTS_THAT_LEAVE[ground].includes(name));
    }
  });

  it('is a value of another make than its place allows', () => {
    expect(
      pick(RECORD_SHAPE.person, { dob: { secret: CANARY }, bookingNumber: [CANARY], name: CANARY }),
    ).toBeUndefined();
    expect(pick(RECORD_SHAPE.notice.released, { a: CANARY })).toBeUndefined();
    expect(pick(RECORD_SHAPE.charge, { a: CANARY })).toBeUndefined();
  });
});

describe('a text fact', () => {
  it('stays in the house where the gate would not take it', () => {
    const { determination } = recordInput();
    if (determination === null) throw new Error('no determination');
    const facts = { arrestingAgency: 'WPD', elementOfForce: 'He is undocumented and struck her with a bottle' };
    const said = recordDisclosures(recordInput({ determination: { ...determination, request: { facts } } }));
    expect(said['authority']).toMatchObject({ facts: { arrestingAgency: 'WPD' } });
    expect(JSON.stringify(said)).not.toContain('elementOfForce');
  });
});

describe('the list itself', () => {
  it('has no place for a protected field', () => {
    const letters = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const names = new Set(PLACES.map((place) => letters(place.split('.').at(-1) ?? '')));
    const hits = PROTECTED_FIELDS.flatMap((field) => [field.id, ...field.aliases]).filter((name) =>
      names.has(letters(name)),
    );
    expect(hits).toEqual([]);
  });

  it('is written out in docs/format.md, place by place', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/format.md'), 'utf8');
    const parts = text.slice(text.indexOf('## Parts'), text.indexOf('## How to check'));
    const listed = Array.from(parts.matchAll(/^\| `([a-z][\w.-]+)` \|/gim), (found) => found[1] ?? '');
    const places = PLACES.filter((place) => !place.startsWith('authority.facts.'));
    expect(listed.sort()).toEqual([...places, 'authority.facts'].sort());
  });
});
