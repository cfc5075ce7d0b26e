import { describe, expect, it } from 'vitest';
import { APPROVED_FIELDS } from '../../../policy/fields/approved-fields.ts';
import { clearBooking, clearBookingEvent, clearDraftField, clearText } from '../../../policy/gate.ts';
import { findOffense } from '../../../policy/offenses/catalogue.ts';
import { draftWith } from './drafts.ts';

const desk = { origin: 'desk' } as const;

/** Fields that hold words. */
const TEXTS = APPROVED_FIELDS.filter(
  (field) => field.type === 'text' || field.type === 'name' || field.type === 'list',
);

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
