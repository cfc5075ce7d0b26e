import { describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../contract/call-names.ts';
import { CALLS } from '../../contract/calls.ts';
import { APPROVED_FIELDS } from '../../policy/fields/approved-fields.ts';
import { classifyName } from '../../policy/fields/classify.ts';
import { ROLES } from '../../policy/people.ts';
import { ROUTES } from '../../services/routes.ts';

const ID = 'e0d1c3a4-1111-4222-8333-444455556666';
const AT = '2026-11-20T02:10:00-05:00';
const draft = { bookingId: ID, fields: {}, charges: [] };
const ground = { bookingId: ID, ground: '2a', facts: {} };
const person = { name: 'bo', displayName: 'Bo Fictional', badge: '1', passphrase: 'seven quiet herons' };
const contact = { outcome: 'declined', direction: 'in', contactedAt: AT, agency: 'Made up', channel: 'fax' };

const order = { kind: 'expunge', section: '100K', court: 'Made up', docket: '1', orderedOn: '2026-11-20' };
const ordered = { bookingId: ID, order, beside: [] };
const event = { kind: 'received', at: AT, detail: {} };

/** One input that each call takes, where that is not the empty one. */
const GOOD: Readonly<Record<string, object>> = {
  'log.begin': { reason: 'The disk broke.' },
  'log.sign': { cause: 'report' },
  'log.account': { entry: 4, cause: 'was-ahead' },
  'key.change': { recoveryFolder: '/x', recoveryKey: 'x', why: 'term', reason: 'It runs out.' },
  'log.compare': { note: 'exampleton.invalid/log' },
  'setup.finish': { name: 'Exampleton', ori: 'MA0EX0100', recoveryFolder: '/x', recoveryKey: 'x', chief: person },
  'session.signIn': { name: 'bo', passphrase: 'x' },
  'session.unlock': { passphrase: 'x' },
  'people.add': { ...person, role: 'auditor' },
  'people.deactivate': { personId: ID },
  'people.letIn': { personId: ID },
  'trail.review': { upto: 0 },
  'factor.remove': { personId: ID },
  'factor.confirm': { code: '123456' },
  'session.changePassphrase': { passphrase: 'x', next: 'y' },
  'system.leaks': { paths: ['/x'] },
  'booking.keepDraft': draft,
  'booking.draft': { bookingId: ID },
  'booking.abandon': { bookingId: ID },
  'booking.save': draft,
  'booking.correct': { ...draft, baseVersion: 1, reason: 'Read again' },
  'booking.recordEvent': { bookingId: ID, kind: 'released', at: AT },
  'booking.get': { bookingId: ID },
  'booking.beside': { bookingId: ID },
  'ground.evaluate': { ...ground, act: 'notify-ice' },
  'ground.cosign': { ...ground, name: 'bo', passphrase: 'x' },
  'ground.determine': ground,
  'ground.revoke': { determinationId: ID },
  'ground.explain': { act: 'notify-ice', facts: {} },
  'ground.keepTold': { act: 'notify-ice', facts: {} },
  'ground.told': { act: 'notify-ice' },
  'ground.dropTold': { act: 'notify-ice' },
  'matter.open': { kind: 'request', subject: {}, event },
  'matter.addEvent': { matterId: ID, event },
  'matter.get': { matterId: ID },
  'matter.attachScan': { matterId: ID, path: '/x' },
  'matter.readScan': { matterId: ID, sha256: 'ab'.repeat(32), folder: '/x' },
  'matter.openAnswer': { matterId: ID, eventId: ID },
  'treaty.save': { asOf: '2026-11-20', source: 'A page', countries: ['Albania'], unlessResident: [] },
  'duty.act': { dutyId: ID, kind: 'done', at: AT, detail: {} },
  'screen.teach': { field: 'narrative', text: 'x y', start: 0, end: 3, reason: 'A band', name: 'bo', passphrase: 'x' },
  'screen.revoke': { phraseId: ID },
  'contact.save': { card: { kind: 'jttf', name: 'Duty desk', number: '617-555-0100' } },
  'contact.check': { contactId: ID, baseVersion: 1 },
  'blank.print': { clauses: ['2a'], copies: 1 },
  'blank.end': { number: 'F-2026-00001', kind: 'lost' },
  'contact.retire': { contactId: ID, baseVersion: 1 },
  'report.get': { from: '2026-03-01', to: '2026-03-31' },
  'order.find': { number: '2026-00001' },
  'order.preview': { bookingId: ID, kind: 'seal', beside: [] },
  'order.cosign': { ...ordered, name: 'bo', passphrase: 'x' },
  'order.carryOut': { ...ordered, typed: '2026-00001', cosignId: ID },
  'order.told': { recallId: ID, at: AT, how: 'letter' },
  'order.openSealed': { bookingId: ID, reason: 'court' },
  'status.get': { bookingId: ID },
  'status.record': { bookingId: ID, determinationId: ID, value: 'x' },
  'notification.record': { ...contact, purpose: 'Told of it', released: [], criminalHistory: false },
  'notification.get': { notificationId: ID },
  'notification.export': { notificationIds: [ID], folder: '/x', audience: 'Court' },
  'export.preview': { notificationId: ID },
  'export.batch': {
    span: { from: '2026-03-01', to: '2026-03-31' },
    folder: '/x',
    audience: 'Court',
    purpose: 'Docket 1',
  },
  'release.write': { kind: 'daily-log', from: '2026-03-01', to: '2026-03-31', folder: '/x', audience: 'Anybody' },
  'import.run': { path: '/x', dryRun: true },
  'import.cancel': { importId: ID },
  'backup.plan': { folder: null, everyHours: 24, onLeaving: true, days: 14, weeks: 8, months: 12 },
  'backup.run': { folder: '/x' },
  'restore.look': { path: '/x' },
  'restore.run': {
    ...{ path: '/x', recoveryFolder: '/y', recoveryKey: 'x', name: 'bo', passphrase: 'x', reason: 'It burned.' },
    ...{ newerIsLost: false, asItIs: false },
  },
  'policy.acknowledge': { digest: 'ab'.repeat(32) },
  'policy.interpret': { readings: [{ id: 'forthwith', reading: 'At once.', reason: 'Asked.' }] },
};

describe('the list of calls', () => {
  it('is the same for the preload, the contract and the station', () => {
    expect(Object.keys(CALLS)).toEqual([...CALL_NAMES]);
    expect(Object.keys(ROUTES)).toEqual([...CALL_NAMES]);
    expect(new Set(CALL_NAMES).size).toBe(CALL_NAMES.length);
  });

  it.each(CALL_NAMES)('%s takes its input, and no key beside it', (name) => {
    const { input, access } = CALLS[name];
    const good = GOOD[name] ?? {};
    expect(input.safeParse(good).success).toBe(true);
    for (const more of ['citizenship', 'extra', 'constructor']) {
      expect([more, input.safeParse({ ...good, [more]: 'X' }).success]).toEqual([more, false]);
    }
    for (const wrong of [null, [], 'text', 7]) expect(input.safeParse(wrong).success).toBe(false);
    const roles = typeof access === 'string' ? [] : access;
    expect(roles.filter((role) => !ROLES.includes(role))).toEqual([]);
  });

  it('has no name that is protected, for a call or for what a call takes', () => {
    const names = [...CALL_NAMES, ...Object.values(GOOD).flatMap((input) => Object.keys(input))];
    expect(names.filter((name) => classifyName(name).kind === 'protected')).toEqual([]);
  });
});

describe('the shape of a booking', () => {
  it('is the allow-list, field for field', () => {
    const approved = APPROVED_FIELDS.filter(({ part }) => part === 'booking').map(({ name }) => name);
    expect(Object.keys(CALLS['booking.save'].input.shape.fields.shape)).toEqual(approved);
  });
});
