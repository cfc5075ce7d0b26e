import { describe, expect, test } from 'vitest';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { boxLabels, CHARGE_FIELDS, FORM_FIELDS, NOT_TYPED, PARTS } from '../../../renderer/booking/form-fields.ts';

const namesOf = (part: 'booking' | 'charge'): readonly string[] =>
  APPROVED_FIELDS.filter((field) => field.part === part).map((field) => field.name);

describe('the form', () => {
  test('has a box for every field of the dictionary that is typed, and no box twice', () => {
    const boxes = FORM_FIELDS.map((field) => field.name);
    const parts: Readonly<Partial<Record<string, readonly string[]>>> = PARTS;
    const covered = [...boxes.flatMap((name) => parts[name] ?? [name]), ...NOT_TYPED];
    expect(covered.toSorted()).toEqual([...namesOf('booking')].sort());
  });

  test('names the boxes that hold fields, each once', () => {
    const names = ['address_street', 'address_city', 'narrative', 'medical_notes', 'charge_statute'];
    expect(boxLabels(names)).toEqual(['Address', 'Narrative', 'Medical screening', 'Statute']);
  });

  test('knows every field of a charge', () => {
    const brought = ['charge_sequence', 'charge_severity'];
    const covered = [...Object.values(CHARGE_FIELDS).map((field) => field.name), ...brought];
    expect(covered.toSorted()).toEqual([...namesOf('charge')].sort());
  });
});
