// The gate is the last judge, also of what went past every other door: it answers whatever it is handed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as gate from '../../../policy/gate.ts';
import { REFUSAL_WORDS, refusalMessage } from '../../../policy/refusal-words.ts';
import type { Refusal } from '../../../policy/refusal.ts';
import { draftWith } from './drafts.ts';
import { handed, type Answer } from './handed.ts';
import { BY_WORDS } from '../../support/false-hits.ts';

const NOW = '2026-03-08T02:30:00-05:00';
const AT = '2026-03-08T02:00:00-05:00';
const ID = '0193a7c2-7b1e-4cc3-9f40-000000001267';
const TOLD = 'He is undocumented';

/** Every function of the gate with arguments that pass. Context stands last. */
const GOOD: Readonly<Record<string, readonly unknown[]>> = {
  clearBooking: [
    draftWith({ property_items: ['keys'] }, [{ offense: 'abdw', charge_counts: 1 }]),
    { origin: 'desk', now: NOW },
  ],
  clearDraft: [draftWith({ property_items: ['keys'] })],
  clearDraftField: ['last_name', 'Testperson', 'booking'],
  clearBookingEvent: [{ kind: 'released', at: AT, detail: 'To the district court' }, { now: NOW }],
  clearNotification: [
    {
      ...{ bookingId: ID, determinationId: ID, outcome: 'notified', direction: 'out', contactedAt: AT, channel: 'fax' },
      ...{ agency: 'ICE', unit: 'Duty desk', recipient: 'Officer Placeholder', reachedAt: '555-0100' },
      ...{ verifiedHow: 'Called back', purpose: 'Told them', reason: 'As asked', released: ['name'] },
      criminalHistory: false,
    },
    { now: NOW },
  ],
  clearFacts: [{ agency: 'ICE', sources: ['informant'], warrant: { kind: 'criminal', court: 'Exampleton' } }],
  clearTold: [
    { subject: { role: 'suspect', lastName: 'Testperson', dob: '1990-01-02' }, facts: { agency: 'ICE' } },
    { now: NOW },
  ],
  clearTypedForm: [
    {
      ...{ kind: 'request', event: 'decided', at: NOW, detail: { decision: 'declined', clause: '3c' }, left: [] },
      subject: { lastName: 'Testperson' },
    },
    { now: NOW },
  ],
  clearTreatyCountries: [
    { asOf: '2026-01-02', source: 'A page', countries: ['Albania'], unlessResident: [] },
    { now: NOW },
  ],
  clearStatus: [
    {
      ...{ value: 'told', bookingId: ID, now: NOW },
      determination: { determinationId: ID, bookingId: ID, ground: '2a', expiresAt: '2026-03-09T00:00:00Z' },
    },
  ],
  clearMatter: [
    {
      ...{ kind: 'request', bookingId: ID },
      subject: { role: 'arrestee', lastName: 'Testperson', firstName: 'Alex', dob: '1990-01-02' },
      event: { kind: 'received', at: AT, detail: { channel: 'fax', agency: 'ICE', asked: 'A call back' } },
    },
    { now: NOW },
  ],
  clearMatterEvent: [
    'request',
    {
      ...{ kind: 'triaged', at: AT },
      detail: {
        ...{ priority: '1d', missing: ['element-check'] },
        convictions: [
          { incident: '2019-05-01', outcome: 'convicted', level: 'felony', element: 'unknown', listed: 'none' },
        ],
      },
    },
    { now: NOW },
  ],
  clearDutyDetail: ['jttf', { kind: 'attempt', at: AT, detail: { number: '555-0100', note: 'Busy' } }, { now: NOW }],
  clearContact: ['ICE'],
  clearContactCard: [
    { kind: 'jttf', name: 'Duty agent', agency: 'ICE', number: '555-0100' },
    { at: AT, now: NOW },
  ],
  clearText: ['Typing mistake', 'reason'],
  clearTaught: [BY_WORDS.taught],
};

const FUNCTIONS = Object.entries(gate);

/** Places in a value, `[]` the whole of it. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const inner = Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    pathsOf(one).map((path) => [key, ...path]),
  );
  return [[], ...inner];
}

function put(value: unknown, path: readonly string[], planted: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return planted;
  const parts: readonly (readonly [string, unknown])[] = Object.entries(value ?? {});
  const changed = parts.map(([name, one]) => [name, name === key ? put(one, rest, planted) : one] as const);
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
}

const PLACES = FUNCTIONS.flatMap(([name, clear]) =>
  (GOOD[name] ?? []).flatMap((good, at) =>
    pathsOf(good).map((path) => ({
      place: [name, at, ...path].join('.'),
      call: (value: unknown) => handed(clear, (GOOD[name] ?? []).with(at, put(good, path, value))),
    })),
  ),
);

const isPlace = ({ code, field }: Refusal): boolean => Object.hasOwn(REFUSAL_WORDS, code) && (field ?? '') !== '';

function judged(answer: Answer): readonly Refusal[] {
  const refusals = answer.refusals ?? [];
  if (answer.ok === false) expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) {
    expect([refusal, isPlace(refusal)]).toEqual([refusal, true]);
    expect(refusalMessage(refusal).length).toBeGreaterThan(0);
  }
  return refusals;
}

describe('every function of the gate', () => {
  it('is tried with input that passes', () => {
    const open: typeof GOOD = { ...GOOD, clearStatus: [put(GOOD['clearStatus']?.[0], ['determination'], standing())] };
    for (const [name, clear] of FUNCTIONS) expect([name, judged(handed(clear, open[name] ?? []))]).toEqual([name, []]);
  });

  it('answers where nothing at all is handed in', () => {
    for (const [name, clear] of FUNCTIONS) expect([name, judged(handed(clear, [])).length > 0]).toEqual([name, true]);
  });
});

const standing = (): object => ({
  ...{ determinationId: ID, bookingId: ID, ground: '2a', expiresAt: '2026-03-09T00:00:00Z', revokedAt: null },
});

const parsed = (text: string): unknown => JSON.parse(text);
const ODD: readonly unknown[] = [
  ...[undefined, null, 0, -1, true, false, '', ' ', 'x', TOLD, '__proto__', 'constructor', '\ud800'],
  ...[[], [null], [[]], ['x'], [TOLD], [{}], [{ note: TOLD }], {}, { x: null }, { note: TOLD }, { length: 1 }],
  ...[{ 0: 'x' }, parsed('{"__proto__":{"ok":true}}'), parsed('['.repeat(4_000) + ']'.repeat(4_000))],
];

describe.each(PLACES)('$place', ({ call }) => {
  it('may be anything: the gate answers, says where, and keeps or repeats no status', () => {
    for (const value of ODD) {
      const answer = call(value);
      judged(answer);
      expect(JSON.stringify(answer)).not.toContain('undocumented');
    }
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        judged(call(value));
      }),
      { numRuns: 60 },
    );
  });
});
