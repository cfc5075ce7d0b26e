import { describe, expect, it } from 'vitest';
import {
  clearBooking,
  clearDutyDetail,
  clearFacts,
  clearMatter,
  clearNotification,
  clearStatus,
  clearText,
} from '../../../policy/gate.ts';
import { draftWith } from './drafts.ts';
import { handed } from './handed.ts';

function refused(clear: Parameters<typeof handed>[0], ...args: readonly unknown[]): readonly string[] {
  return (handed(clear, args).refusals ?? []).map(({ code, field }) => `${code} ${String(field)}`);
}

const desk = { origin: 'desk' };
const { fields } = draftWith();
const at = '2026-03-08T02:00:00-05:00';

describe('a booking of the wrong shape', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['without charges', { fields }, ['missing-value charges']],
    ['with a charge that is nothing', { fields, charges: [null] }, ['missing-value charges.0']],
    ['with a charge that is a text', { fields, charges: ['x'] }, ['wrong-value charges.0']],
    ['with charges that are no list', { fields, charges: {} }, ['wrong-value charges']],
    ['without fields', { fields: null, charges: [{ offense: 'abdw' }] }, ['missing-value fields']],
    ['with fields in a list', { fields: [fields], charges: [{ offense: 'abdw' }] }, ['wrong-value fields']],
    [
      'with a protected name in that list',
      { fields: [{ citizenship: 'x' }], charges: [{ offense: 'abdw' }] },
      ['protected-field fields.citizenship'],
    ],
    ['that is nothing', null, ['missing-value fields', 'missing-value charges']],
  ])('%s is refused at its place', (_, draft, told) => {
    expect(refused(clearBooking, draft, desk)).toEqual(told);
  });

  it('is held against a clock that can be read, and as at the desk where nobody says from where it comes', () => {
    expect(refused(clearBooking, draftWith(), { ...desk, now: 'soon' })).toEqual([
      'wrong-value fields.booking_datetime',
    ]);
    expect(refused(clearBooking, draftWith({ last_name: '' }, []), { origin: 'elsewhere' })).toEqual([
      'missing-value fields.last_name',
      'missing-value charges',
    ]);
  });
});

const CONTACT = {
  ...{ outcome: 'declined', direction: 'in', contactedAt: at, agency: 'ICE', channel: 'fax', purpose: 'Asked' },
  ...{ released: [], criminalHistory: false },
};

describe('a contact of the wrong shape', () => {
  it.each<readonly [object, readonly string[]]>([
    [{ agency: undefined }, ['missing-value agency']],
    [{ purpose: null }, ['missing-value purpose']],
    [{ unit: 7 }, ['wrong-value unit']],
    [{ released: 'name' }, ['wrong-value released']],
    [{ released: undefined }, ['missing-value released']],
    [{ contactedAt: undefined }, ['wrong-value contactedAt']],
    [{ outcome: undefined }, ['wrong-value outcome']],
    [{ bookingId: 'undocumented' }, ['wrong-value bookingId']],
    [{ determinationId: {} }, ['wrong-value determinationId']],
  ])('is refused: %j', (change, told) => {
    expect(refused(clearNotification, { ...CONTACT, ...change })).toEqual(told);
  });

  it('is refused where it is nothing', () => {
    expect(refused(clearNotification, null)).toEqual(['missing-value notification']);
  });
});

describe('facts, a status and a text of the wrong shape', () => {
  it.each<readonly [string, readonly string[]]>([
    ['nothing', refused(clearFacts, null)],
    ['a list', refused(clearFacts, [])],
  ])('are refused: %s', (_, told) => {
    expect(told).toEqual([expect.stringMatching(/^(?:missing|wrong)-value facts$/)]);
  });

  it('are refused: a status of no ground, a text that is none, a kind of text that is none', () => {
    expect(refused(clearStatus, { value: 'x' })).toEqual(['ground-not-open determinationId']);
    expect(refused(clearText, 7, 'reason')).toEqual(['wrong-value text']);
    expect(refused(clearText, 'He is undocumented', 'poem')).toContain('wrong-value field');
  });
});

const EVENT = { kind: 'received', at, detail: { channel: 'fax', agency: 'ICE', asked: 'A call back' } };
const MATTER = { kind: 'request', subject: {}, event: EVENT };

describe('a matter of the wrong shape', () => {
  it.each<readonly [string, unknown, readonly string[]]>([
    ['without an event', { ...MATTER, event: undefined }, ['missing-value event']],
    ['whose event is a text', { ...MATTER, event: 'received' }, ['wrong-value event']],
    ['without boxes', { ...MATTER, event: { ...EVENT, detail: null } }, ['missing-value event.detail']],
    ['about nobody at all', { ...MATTER, subject: null }, ['missing-value subject']],
    ['about a name that is none', { ...MATTER, subject: { lastName: 7 } }, ['wrong-value subject.lastName']],
    ['about a role that is none', { ...MATTER, subject: { role: null } }, ['wrong-value subject.role']],
    ['of a kind that is none', { ...MATTER, kind: 'constructor' }, ['wrong-value kind']],
    ['of a booking without an id', { ...MATTER, bookingId: 'x' }, ['wrong-value bookingId']],
    ['with a name besides', { ...MATTER, citizenship: 'x' }, ['protected-field citizenship']],
    ['with a name besides in its event', { ...MATTER, event: { ...EVENT, hat: 1 } }, ['unknown-field event.hat']],
    ['with one in its subject', { ...MATTER, subject: { citizenship: 'x' } }, ['protected-field subject.citizenship']],
  ])('%s is refused at its place', (_, draft, told) => {
    expect(refused(clearMatter, draft)).toEqual(told);
  });

  it('has no duty of another kind', () => {
    expect(refused(clearDutyDetail, 'jttf', { kind: 'given-up', at, detail: {} })).toEqual(['wrong-value kind']);
    expect(refused(clearDutyDetail, 'jttf', { kind: 'attempt', at })).toEqual(['missing-value detail']);
  });
});
