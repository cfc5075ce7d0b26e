import { describe, expect, it } from 'vitest';
import type { BookingLine, WaitingMatter } from '../../../contract/booking.ts';
import type { ToHandOver } from '../../../contract/handover.ts';
import type { Duty } from '../../../contract/matter.ts';
import { changeOf, goneFrom, groupsOf } from '../../../renderer/handover/handover-lines.ts';
import { digestOfHandover } from '../../../services/handover-list.ts';

const HELD: BookingLine = {
  bookingId: 'b1',
  number: 'BK-2026-000001',
  lastName: 'Testperson',
  firstName: 'Alex',
  charge: 'A&B',
  bookedAt: '2026-11-20T06:33:00.000Z',
  minor: false,
  custody: { inCustody: true, releaseEligibleAt: '2026-11-20T09:00:00.000Z', releasedAt: null },
};
const WAITS: WaitingMatter = {
  matterId: 'm1',
  number: 'RQ-2026-000001',
  kind: 'request',
  person: 'Testperson, Alex',
  since: '2026-11-20T07:00:00.000Z',
  channel: 'fax',
  form: 'i-247a',
};
const DUE: Duty = {
  dutyId: 'd1',
  duty: 'jttf-call',
  label: 'Call the task force.',
  cite: '§ 2(c)',
  ground: '2c',
  matterId: null,
  bookingId: 'b1',
  about: 'BK-2026-000001 Testperson, Alex',
  person: 'Testperson, Alex',
  since: '2026-11-20T07:00:00.000Z',
  by: '2026-11-20T08:00:00.000Z',
  left: 60_000,
  escalation: 0,
  doneAt: null,
  events: [],
};
const list = (held: object = {}, waits: object = {}, due: object = {}): ToHandOver => ({
  inCustody: [{ ...HELD, ...held }],
  clocks: [{ ...DUE, ...due }],
  unfinished: [],
  due: [],
  drafts: [],
  waiting: [{ ...WAITS, ...waits }],
  keptApart: 0,
  digest: '',
  before: [],
});
const custody = HELD.custody;

describe('a list that is handed over', () => {
  it.each([
    ['a name', list({ lastName: 'Sampleton' })],
    ['another row that reads the same', list({ bookingId: 'b2' })],
    ['the moment of release', list({ custody: { ...custody, releaseEligibleAt: '2026-11-20T09:30:00.000Z' } })],
    ['the second of release', list({ custody: { ...custody, releaseEligibleAt: '2026-11-20T09:00:30.000Z' } })],
    ['that no paper names whom it is about', list({ minor: true })],
    ['how a request came', list({}, { channel: 'email' })],
    ['another matter that reads the same', list({}, { matterId: 'm2' })],
    ['that a clock ran out', list({}, {}, { left: -1 })],
    ['another duty that reads the same', list({}, {}, { dutyId: 'd2' })],
  ])('is signed anew, with its line marked: %s', (_what, now) => {
    expect(digestOfHandover(now)).not.toBe(digestOfHandover(list()));
    expect(changeOf(groupsOf(list()), groupsOf(now))).toMatchObject({ fresh: { size: 1 }, gone: [{}] });
  });

  it.each([
    ['the charge', list({ charge: 'Larceny' })],
    ['when somebody was booked', list({ bookedAt: '2026-11-20T06:34:00.000Z' })],
    ['whom a request is about', list({}, { person: 'Sampleton, Jo' })],
    ['when a matter began', list({}, { since: '2026-11-20T07:01:00.000Z' })],
    ['how long a clock still runs', list({}, {}, { left: 1_000 })],
  ])('is signed as it was shown where it does not tell what changed: %s', (_what, now) => {
    expect(digestOfHandover(now)).toBe(digestOfHandover(list()));
    expect(changeOf(groupsOf(list()), groupsOf(now))).toEqual({ fresh: new Set(), gone: [] });
  });

  it('shows a line that is gone as it stood, under its heading', () => {
    const [held] = groupsOf(list());
    const change = changeOf(groupsOf(list()), groupsOf({ ...list(), inCustody: [] }));
    expect(groupsOf(list()).map((group) => goneFrom(change, group).length)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    expect(held === undefined ? [] : goneFrom(change, held)).toEqual([held?.lines[0]?.shown]);
  });
});
