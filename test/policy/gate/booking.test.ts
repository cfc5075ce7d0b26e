import { describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { PROTECTED_FIELDS } from '../../../policy/fields/protected-fields.ts';
import { clearBooking, clearDraft, clearDraftField, type ClearResult } from '../../../policy/gate.ts';
import type { Refusal } from '../../../policy/refusal.ts';
import { draftWith } from './drafts.ts';

const desk = { origin: 'desk' } as const;

function refusalsOf(result: ClearResult<unknown>): readonly Refusal[] {
  return result.ok ? [] : result.refusals;
}

const codes = (result: ClearResult<unknown>): readonly (readonly [string, string])[] =>
  refusalsOf(result).map((refusal) => [refusal.code, refusal.field ?? '']);

describe('saving at the desk', () => {
  it('clears a plain booking and drops what is empty', () => {
    const result = clearBooking(draftWith({ middle_name: '', aliases: [], cell: null }), desk);
    expect(result).toEqual({
      ok: true,
      warnings: [],
      value: {
        fields: { last_name: 'Testperson', first_name: 'Alex', booking_datetime: '2026-03-08T01:40:00-05:00' },
        charges: [{ offense: 'abdw' }],
      },
    });
  });

  it('names all that is missing, and never a status', () => {
    expect(codes(clearBooking({ fields: {}, charges: [] }, desk))).toEqual([
      ['missing-value', 'fields.last_name'],
      ['missing-value', 'fields.booking_datetime'],
      ['missing-value', 'charges'],
    ]);
    expect(codes(clearBooking(draftWith({}, [{ charge_counts: 1 }]), desk))).toEqual([
      ['missing-value', 'charges.0.charge_description'],
    ]);
  });

  it('takes protective custody and administrative bookings without a crime', () => {
    expect(clearBooking(draftWith({}, [{ offense: 'protective-custody-alcohol' }]), desk).ok).toBe(true);
    expect(clearBooking(draftWith({ booking_category: 'ADMINISTRATIVE' }, []), desk).ok).toBe(true);
  });

  it('wants of a file only an id and a time', () => {
    const row = { booking_datetime: '2026-03-08T01:40:00-05:00', source_record_id: 'R1' };
    expect(clearBooking({ fields: row, charges: [] }, { origin: 'import' }).ok).toBe(true);
    expect(codes(clearBooking({ fields: {}, charges: [] }, { origin: 'import' }))).toEqual([
      ['missing-value', 'fields.booking_datetime'],
      ['missing-value', 'fields.source_record_id'],
    ]);
  });
});

describe('keys', () => {
  it.each(PROTECTED_FIELDS.map((field) => field.id))('refuses %s, beside other fields and in a charge', (id) => {
    for (const result of [
      clearBooking(draftWith({ [id]: 'x' }), desk),
      clearBooking(draftWith({}, [{ offense: 'abdw', [id]: 'x' }]), desk),
      clearBooking({ ...draftWith(), [id]: 'x' }, desk),
      clearBooking(draftWith({ extra: { deep: [{ [id]: 'x' }] } }), desk),
      clearBooking(draftWith({ narrative: { [id]: 'x' } }), desk),
    ]) {
      expect(refusalsOf(result)).toContainEqual(expect.objectContaining({ code: 'protected-field' }));
    }
  });

  it('refuses an empty protected field as well', () => {
    expect(codes(clearBooking(draftWith({ citizenship: '' }), desk))).toEqual([
      ['protected-field', 'fields.citizenship'],
    ]);
  });

  it('refuses unknown keys by name, and approved ones that are spelt otherwise or stand in the wrong part', () => {
    expect(
      codes(clearBooking(draftWith({ ssn: '1', Last_Name: 'x', charge_statute: '1', __proto_: 1 }), desk)),
    ).toEqual([
      ['unknown-field', 'fields.ssn'],
      ['unknown-field', 'fields.Last_Name'],
      ['unknown-field', 'fields.charge_statute'],
      ['unknown-field', 'fields.__proto_'],
    ]);
    const parsed: unknown = JSON.parse('{"__proto__": {"polluted": 1}}');
    const evil = typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};
    expect(clearBooking({ fields: evil, charges: [] }, desk).ok).toBe(false);
  });

  it('knows every approved field by exactly its name', () => {
    for (const { name, part } of APPROVED_FIELDS) {
      expect(codes(clearDraftField(name, null, part))).toEqual([]);
      expect(codes(clearDraftField(name.toUpperCase(), null, part))).not.toEqual([]);
    }
  });
});

describe('drafts', () => {
  it('keep what passed and name the rest', () => {
    const { kept, refusals } = clearDraft({
      fields: { last_name: 'Sampleton', narrative: 'He is undocumented.', nationality: 'x', dob: '1990-13-01' },
      charges: [{ charge_description: 'ICE HOLD', charge_counts: 2 }],
    });
    expect(kept).toEqual({ fields: { last_name: 'Sampleton' }, charges: [{ charge_counts: 2 }] });
    expect(refusals.map((refusal) => [refusal.code, refusal.field])).toEqual([
      ['status-in-text', 'fields.narrative'],
      ['protected-field', 'fields.nationality'],
      ['wrong-value', 'fields.dob'],
      ['status-in-text', 'charges.0.charge_description'],
    ]);
  });
});
