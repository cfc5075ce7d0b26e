import { describe, expect, it } from 'vitest';
import { FACT_NAMES } from '../../../policy/decide/fact-names.ts';
import { GROUNDS } from '../../../policy/decision.ts';
import { clearFacts, clearNotification, clearStatus } from '../../../policy/gate.ts';
import type { NotificationDraft } from '../../../policy/notification.ts';

const CONTACT: NotificationDraft = {
  outcome: 'declined',
  direction: 'in',
  contactedAt: '2026-03-08T02:00:00-05:00',
  agency: 'ICE ERO Boston',
  unit: 'Fugitive operations',
  recipient: 'Officer Placeholder',
  channel: 'fax',
  purpose: 'Asked for the release time on form I-247A, an immigration detainer',
  released: [],
  criminalHistory: false,
};

describe('contacts', () => {
  it('may name the agency and its papers', () => {
    expect(clearNotification(CONTACT)).toEqual({ ok: true, value: CONTACT, warnings: [] });
  });

  it.each([
    { purpose: 'He is undocumented' },
    { purpose: 'Gave A012345678' },
    { reason: 'previously deported' },
    { verifiedHow: 'his visa showed it' },
    { purpose: ' ' },
    { agency: '' },
    { contactedAt: '2026-02-30T02:00:00-05:00' },
    { contactedAt: '2026-03-08T02:00:00' },
  ])('refuses $purpose$reason$verifiedHow$agency$contactedAt', (change) => {
    expect(clearNotification({ ...CONTACT, ...change }).ok).toBe(false);
  });

  it.each([
    [{ released: ['name', 'dob'] as const }, 'released'],
    [{ criminalHistory: true }, 'criminalHistory'],
    [{ outcome: 'no-action', direction: 'out', released: ['charge'] as const } as const, 'released'],
  ])('releases nothing where nobody was notified: %j', (change, field) => {
    expect(clearNotification({ ...CONTACT, ...change })).toMatchObject({
      ok: false,
      refusals: [{ code: 'wrong-value', field, params: { why: 'not-notified' } }],
    });
  });

  it('refuses a contact of the future, unknown and protected keys', () => {
    expect(clearNotification(CONTACT, { now: '2026-03-08T01:54:00-05:00' }).ok).toBe(false);
    expect(clearNotification(CONTACT, { now: '2026-03-08T01:56:00-05:00' }).ok).toBe(true);
    const more = { ...CONTACT, citizenship: 'x', note: 'y' };
    const result = clearNotification(more);
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.code)).toEqual([
      'protected-field',
      'unknown-field',
    ]);
  });
});

describe('facts', () => {
  it('are names that protect nobody', () => {
    const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, true]));
    expect(clearFacts(facts).ok).toBe(true);
  });

  it('pass where they are facts', () => {
    const facts = {
      arrestingAgency: 'WPD',
      offense: 'abdw',
      sources: ['named-citizen', 'informant'],
      agency: 'DHS HSI',
      instrument: { kind: 'written', form: 'I-247A', requestedAt: '2026-03-08T02:00:00-05:00' },
      warrant: { kind: 'I-200' },
      basis: 'for-ice',
      activity: 'Sold drugs twice to an informant',
    };
    expect(clearFacts(facts)).toEqual({ ok: true, value: facts, warnings: [] });
  });

  it.each([
    [{ suspicion: 'he is an illegal alien' }, 'facts.suspicion'],
    [{ whatHappened: 'illegal and uncooperative' }, 'facts.whatHappened'],
    [{ source: { reference: 'deported in 2019' } }, 'facts.source.reference'],
    [{ sources: ['tattoo', 'immigration database'] }, 'facts.sources.1'],
    [{ citizenship: 'x' }, 'facts.citizenship'],
    [{ instrument: { signedBy: { nationality: 'x' } } }, 'facts.instrument.signedBy.nationality'],
    [{ agency: 'undocumented' }, 'facts.agency'],
  ])('refuse %j', (facts, field) => {
    const result = clearFacts(facts);
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.field)).toEqual([field]);
  });

  it('refuse endless nesting', () => {
    let deep: Record<string, unknown> = { end: 1 };
    for (let level = 0; level < 40; level += 1) deep = { deep };
    expect(clearFacts(deep).ok).toBe(false);
  });
});

describe('a status', () => {
  const determination = {
    determinationId: 'd-1',
    bookingId: 'b-1',
    ground: '2a',
    expiresAt: '2026-03-08T14:00:00-05:00',
    revokedAt: null,
  } as const;
  const request = {
    value: ' what the ground needs ',
    bookingId: 'b-1',
    now: '2026-03-08T02:00:00-05:00',
    determination,
  };

  it('passes while a ground of the same booking stands', () => {
    expect(clearStatus(request)).toEqual({
      ok: true,
      value: { value: 'what the ground needs', bookingId: 'b-1', determinationId: 'd-1' },
      warnings: [],
    });
  });

  it.each([
    ['of another booking', { ...request, bookingId: 'b-2' }],
    ['after it ended', { ...request, now: '2026-03-08T14:00:00-05:00' }],
    [
      'after it was revoked',
      { ...request, determination: { ...determination, revokedAt: '2026-03-08T01:00:00-05:00' } },
    ],
    ['with an unreadable clock', { ...request, now: 'soon' }],
    ['with an unreadable end', { ...request, determination: { ...determination, expiresAt: 'never' } }],
    ['when empty', { ...request, value: '  ' }],
    ['when long', { ...request, value: 'x'.repeat(201) }],
  ])('does not pass %s', (_, refused) => {
    expect(clearStatus(refused).ok).toBe(false);
  });

  it('passes on grounds 2(a) to 2(e) alone', () => {
    const open = GROUNDS.filter(
      (ground) => clearStatus({ ...request, determination: { ...determination, ground } }).ok,
    );
    expect(open).toEqual(['2a', '2b', '2c', '2d', '2e']);
  });
});
