import { describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { clearDraftField } from '../../../policy/gate.ts';

const partOf = (name: string): 'booking' | 'charge' =>
  APPROVED_FIELDS.find((field) => field.name === name)?.part ?? 'booking';
const passes = (name: string, value: unknown): boolean => clearDraftField(name, value, partOf(name)).ok;

const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  booking_datetime: ['2026-03-08T01:40-05:00', '2026-03-08T01:40:59.5Z', '2024-02-29T00:00:00+00:00'],
  offense_date: ['2026-03-08', '2024-02-29'],
  dob: ['1990-05-17', '1990-XX-XX', '199X-05-XX', 'XXXX-02-29', '1990-05-XX'],
  age: [0, 31, 130],
  weight: [180],
  charge_counts: [1, 99],
  bail_amount: ['40', '40.5', '1250.00'],
  sex: ['M', 'F', 'X', 'U'],
  address_state: ['MA', 'PR', 'DC'],
  photo_taken: [true, false],
  aliases: [['Al', 'Lex'], ['Ice']],
  race: ['WHITE', 'B'],
  resident_status: ['R', 'N', 'U'],
  ethnicity: ['H', 'N', 'U'],
};

const BAD: Readonly<Record<string, readonly unknown[]>> = {
  booking_datetime: [
    ...[
      '2026-02-30T01:40:00-05:00',
      '2026-03-08T24:00:00-05:00',
      '2026-03-08T01:40:00',
      '2026-03-08',
      '03/08/2026 01:40',
    ],
    ...['2026-13-01T00:00:00Z', '2026-03-08T01:60:00Z', '2026-03-08T01:40:00-25:00', '2023-02-29T00:00:00Z', 20260308],
  ],
  offense_date: ['2026-02-29', '2026-04-31', '2026-00-10', '26-04-01', '2026-04-01T00:00:00Z'],
  dob: ['1990-13-01', '1990-02-30', '19-05-17', 'XX90-05-17', '1990-X5-01', '1700-01-01', '1990'],
  age: [-1, 131, 31.5, '31', Number.NaN, Number.POSITIVE_INFINITY],
  weight: [0, 9_999],
  charge_counts: [0, '1'],
  bail_amount: ['40.505', '-40', '1,250', '$40', 40, '1e3'],
  sex: ['m', 'Male', 'Q', 1],
  address_state: ['MX', 'ON', 'ma', 'Massachusetts', 'XX'],
  driver_license_state: ['MX', 'BR'],
  photo_taken: ['Y', 1, 'true'],
  aliases: ['Al', [1], [['Al']], { 0: 'Al' }],
  race: [7, 'x'.repeat(61)],
  resident_status: ['Resident', 'A', 'LPR'],
  ethnicity: ['MEXICAN', 'HAITIAN', 'h'],
  last_name: [5, 'x'.repeat(201), '\ud800', { first: 'Alex' }],
  narrative: ['x'.repeat(200_001), 7, ['a', 7], { text: 'x' }],
};

describe('values', () => {
  it.each(Object.entries(GOOD).flatMap(([name, values]) => values.map((value) => ({ name, value }))))(
    '$name takes $value',
    ({ name, value }) => {
      expect(passes(name, value)).toBe(true);
    },
  );

  it.each(Object.entries(BAD).flatMap(([name, values]) => values.map((value) => ({ name, value }))))(
    '$name refuses $value',
    ({ name, value }) => {
      const result = clearDraftField(name, value, partOf(name));
      expect(result.ok).toBe(false);
      expect(result.ok ? [] : result.refusals.map((refusal) => refusal.field?.startsWith(name))).toContain(true);
    },
  );

  it('says what the field takes and never what was given', () => {
    expect(clearDraftField('sex', 'Wrongvalue')).toEqual({
      ok: false,
      refusals: [{ code: 'wrong-value', field: 'sex', params: { label: 'Sex', type: 'code' } }],
    });
  });
});
