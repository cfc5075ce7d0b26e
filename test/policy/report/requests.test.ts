import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../policy/matters/forms.ts';
import { makeReport } from '../../../policy/report/figures.ts';
import type { MatterDetail } from '../../../policy/matters/matter.ts';
import type { ReportedBooking, ReportedDuty, ReportInput } from '../../../policy/report/report.ts';
import { requestKind } from '../../../policy/report/requests.ts';
import { event, matter, notice, NOTHING } from './made-report.ts';

const BOOKED: ReportedBooking = {
  id: 'b-1',
  minor: false,
  charge: 'felony',
  bailSetAt: '2026-03-02T09:00:00-05:00',
  releaseEligibleAt: '2026-03-02T12:00:00-05:00',
  releasedAt: '2026-03-02T12:04:00-05:00',
  endedHow: 'released',
  notices: [
    notice('N-1', { contactedAt: '2026-03-01T09:00:00-05:00', released: ['place-of-custody'] }),
    notice('N-2', { contactedAt: '2026-04-01T09:00:00-04:00', released: ['name', 'charge'], criminalHistory: true }),
    notice('N-3', { contactedAt: '2026-03-02T13:00:00-05:00', outcome: 'declined', released: [] }),
  ],
};

const received = event('received', '2026-03-02T10:00:00-05:00', {
  detail: { channel: 'fax', agency: 'ERO', form: 'I-247A', asked: 'Hold Alex Testperson for 48 hours' },
  enteredAt: '2026-03-02T10:20:00-05:00',
});
const COURSE = [
  received,
  event('triaged', '2026-03-02T10:05:00-05:00', { detail: { priority: '1d' } }),
  event('decided', '2026-03-02T10:30:00-05:00', {
    detail: { decision: 'declined', clause: '3c' },
    enteredBy: 'supervisor',
  }),
  event('copy', '2026-03-02T10:40:00-05:00', { detail: { language: 'es', how: 'handed-over' } }),
];

const report = (more: Partial<ReportInput>) => makeReport({ ...NOTHING, ...more });

describe('a request in a report', () => {
  it('is one line of numbers, times and closed words', () => {
    const { requests } = report({ matters: [matter('M-1', 'request', COURSE)], bookings: [BOOKED] });
    expect(requests).toEqual([
      {
        id: 'id-M-1',
        number: 'M-1',
        receivedAt: '2026-03-02T10:00:00-05:00',
        enteredAt: '2026-03-02T10:20:00-05:00',
        channel: 'fax',
        agency: 'ERO',
        form: 'I-247A',
        kind: 'detainer',
        asks: ['hold', 'release-notice'],
        claimed: '1d',
        decision: 'declined',
        ground: null,
        clause: '3c',
        decidedBy: 'supervisor',
        minutesToDecide: 30,
        copyAt: '2026-03-02T10:40:00-05:00',
        copyLanguage: 'es',
        copyHow: 'handed-over',
        charge: 'felony',
        bailSetAt: '2026-03-02T09:00:00-05:00',
        releaseEligibleAt: '2026-03-02T12:00:00-05:00',
        releasedAt: '2026-03-02T12:04:00-05:00',
        endedHow: 'released',
        released: ['charge', 'name'],
        criminalHistory: true,
        jttf: 'none',
        jttfMinutes: null,
      },
    ]);
  });

  it('tells nobody’s name, though its words do', () => {
    const made = report({ matters: [matter('M-1', 'request', COURSE)], bookings: [BOOKED] });
    expect(JSON.stringify(made)).not.toContain('Testperson');
  });

  it('tells of the call to the task force that it, or its booking since, made due: 2(c)', () => {
    const request = matter('M-1', 'request', COURSE);
    const due = (more: Partial<ReportedDuty>): ReportedDuty => ({
      ...{ id: 'd-1', duty: 'jttf', by: '2026-03-02T11:15:00-05:00', doneAt: null },
      ...{ since: '2026-03-02T11:00:00-05:00', bookingId: null, matterId: null, ...more },
    });
    const line = (...taskForce: readonly ReportedDuty[]) => report({ matters: [request], taskForce }).requests[0];
    expect(line(due({ matterId: request.id }))).toMatchObject({ jttf: 'open', jttfMinutes: null });
    expect(line(due({ bookingId: 'b-1', doneAt: '2026-03-02T11:12:00-05:00' }))).toMatchObject({
      jttf: 'done',
      jttfMinutes: 12,
    });
    const others = [due({ bookingId: 'b-2' }), due({ bookingId: 'b-1', since: '2026-03-01T11:00:00-05:00' })];
    expect(line(...others)).toMatchObject({ jttf: 'none' });
  });

  it('asks for what was said, else for what its form asks', () => {
    const asked = (detail: MatterDetail) =>
      report({ matters: [matter('M-1', 'request', [{ ...received, detail }])] }).requests[0]?.asks;
    expect(asked({ form: 'I-247A', asks: ['interview'] })).toEqual(['interview']);
    expect(asked({ form: 'I-247X' })).toEqual(['transfer']);
    expect(asked({ asked: 'anything' })).toEqual([]);
  });

  it('is null where nothing was told, and about nobody booked', () => {
    const bare = { ...matter('M-2', 'request', [event('received', '2026-03-03T10:00:00-05:00')]), bookingId: null };
    const [line] = report({ matters: [bare], bookings: [BOOKED] }).requests;
    expect(line).toMatchObject({ kind: 'other', decision: null, minutesToDecide: null, charge: null, released: [] });
  });

  it('stands in the order in which it came, whenever it was entered', () => {
    const later = matter('M-3', 'request', [event('received', '2026-03-05T10:00:00-05:00')]);
    expect(report({ matters: [later, matter('M-1', 'request', COURSE)] }).requests.map(({ number }) => number)).toEqual(
      ['M-1', 'M-3'],
    );
  });
});

it('is counted by what it is: a detainer, a warrant without a judge, one of a judge, another', () => {
  const kinds = Object.fromEntries([...FORMS, null].map((form) => [String(form), requestKind(form)]));
  expect(kinds).toEqual({
    'I-247A': 'detainer',
    'I-247D': 'detainer',
    'I-247N': 'detainer',
    'I-247X': 'detainer',
    'I-200': 'civil-warrant',
    'I-203': 'civil-warrant',
    'I-205': 'civil-warrant',
    'I-286': 'civil-warrant',
    'judicial-warrant': 'judicial-warrant',
    null: 'other',
  });
  const [requests, byKind] = report({ matters: [matter('M-1', 'request', COURSE)] }).figures.filter(({ id }) =>
    ['requests', 'requests-by-kind'].includes(id),
  );
  expect([requests?.count, byKind?.parts]).toEqual([1, { detainer: 1 }]);
});

it('counts the time of every officer who helped, and money that was asked back', () => {
  const { figures } = report({
    matters: [
      matter('M-4', 'assistance', [
        event('begun', '2026-03-02T10:00:00-05:00'),
        event('cleared', '2026-03-02T10:20:00-05:00', { detail: { officers: '3' } }),
        event('closed', '2026-03-02T11:00:00-05:00', { detail: { reimbursement: 'asked-for' } }),
      ]),
      matter('M-5', 'assistance', [
        event('closed', '2026-03-02T11:00:00-05:00', { detail: { reimbursement: 'none' } }),
      ]),
    ],
  });
  const found = Object.fromEntries(figures.map((figure) => [figure.id, figure]));
  expect(found['assistance-hours']).toMatchObject({ count: 1, minutes: 60, total: 60 });
  expect(found['reimbursement']).toMatchObject({ count: 1, parts: { 'asked-for': 1 } });
});
