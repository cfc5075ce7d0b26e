import {
  answersUnder,
  between,
  box,
  duties,
  dutyMinutes,
  ground,
  lateEntries,
  matters,
  noticeGround,
  officerMinutes,
  notices,
  refusals,
  sent,
  withEvent,
  withoutEvent,
  type Counted,
} from './counted.ts';
import { askedFor, formOf, linesOf, listRequests, requestKind } from './requests.ts';
import type { RequestLine } from './request-line.ts';
import { FIGURES, type Figure, type FigureId, type Report, type ReportedMatter, type ReportInput } from './report.ts';
import { shiftOf } from './shift.ts';

/** How each number is found. */
const COUNTS: Readonly<Record<FigureId, (input: ReportInput) => readonly Counted[]>> = {
  requests: (input) => matters(input, 'request', box('received', 'channel')),
  'requests-by-agency': (input) => matters(input, 'request', box('received', 'agency')),
  'requests-by-kind': (input) => matters(input, 'request', (matter) => [requestKind(formOf(matter))]),
  'requests-by-form': (input) => matters(input, 'request', box('received', 'form', 'no form')),
  'requests-by-asked': (input) => matters(input, 'request', (matter) => askedFor(matter)),
  'requests-by-priority': (input) => withEvent(input, ['request', 'triaged'], 'priority'),
  'requests-decided': (input) => withEvent(input, ['request', 'decided'], 'decision'),
  'requests-open': (input) => withoutEvent(input, ['request', 'decided']),
  'time-to-decide': (input) => between(input, 'request', ['received', 'decided']),
  'copies-given': (input) => withEvent(input, ['request', 'copy'], 'language'),
  notified: (input) => notices(input, sent, noticeGround),
  'not-notified': (input) =>
    notices(
      input,
      (notice) => notice.outcome !== 'notified',
      (notice) => [notice.outcome],
    ),
  released: (input) =>
    notices(
      input,
      (notice) => sent(notice) && notice.released.length > 0,
      (notice) => notice.released,
    ),
  'criminal-history': (input) => [
    ...notices(input, (notice) => sent(notice) && notice.criminalHistory, noticeGround),
    ...withEvent(input, ['dissemination', 'sent'], 'what'),
  ],
  'x2-notices': (input) => notices(input, (notice) => sent(notice) && notice.ground === 'X2'),
  'x2-unreviewed': (input) => duties(input, 'chief-review', (duty) => duty.doneAt === null),
  'compelled-answers': (input) => answersUnder(input, 'LC'),
  'questions-asked': (input) => withEvent(input, ['inquiry', 'asked'], 'answer'),
  'database-queries': (input) => withEvent(input, ['inquiry', 'queried'], 'answer'),
  'documents-requested': (input) => withEvent(input, ['document', 'requested'], 'document'),
  'documents-offered': (input) => withEvent(input, ['document', 'offered'], 'document'),
  assistance: (input) => matters(input, 'assistance', ground),
  'assistance-hours': (input) => officerMinutes(input),
  reimbursement: (input) =>
    withEvent(input, ['assistance', 'closed'], 'reimbursement').filter(({ parts }) => asked(parts)),
  presence: (input) => matters(input, 'presence'),
  participation: (input) => matters(input, 'participation', ground),
  detentions: (input) => matters(input, 'detention', box('ended', 'how')),
  'held-past-release': (input) => duties(input, 'held-past-release'),
  jttf: (input) => duties(input, 'jttf'),
  'jttf-minutes': (input) => dutyMinutes(input, 'jttf'),
  'confirmations-overdue': (input) =>
    duties(input, 'written-confirmation', (duty) => Date.parse(duty.doneAt ?? input.now) > Date.parse(duty.by)),
  'late-entries': lateEntries,
  'refusals-by-clause': (input) => refusals(input, (refusal) => refusal.clause),
  'refusals-by-shift': (input) => refusals(input, (refusal) => shiftOf(refusal.at)),
};

/** Whether money was asked back. */
const asked = (parts: readonly string[]): boolean => parts.some((part) => part !== 'none');

function median(minutes: readonly number[]): number | null {
  const sorted = minutes.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** The rows of one figure. */
export function countRows(input: ReportInput, id: FigureId): readonly Counted[] {
  return COUNTS[id](input);
}

/** One number of a report. */
export function makeFigure(input: ReportInput, id: FigureId): Figure {
  const found = countRows(input, id);
  const counted = [...found, ...input.kept.filter((one) => one.figure === id)];
  const parts = new Map<string, number>();
  for (const part of counted.flatMap((one) => one.parts)) parts.set(part, (parts.get(part) ?? 0) + 1);
  const minutes = counted.flatMap((one) => one.minutes ?? []);
  return {
    id,
    count: counted.length,
    parts: Object.fromEntries([...parts].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    minutes: median(minutes),
    total: minutes.length === 0 ? null : minutes.reduce((sum, one) => sum + one, 0),
    rows: found.map((one) => one.row),
  };
}

/** What a report is put together from. */
export interface Made {
  readonly figures: readonly Figure[];
  readonly lines: readonly (RequestLine | null)[];
}

/** A report of what was made one by one. */
export function reportOf({ from, to }: ReportInput, { figures, lines }: Made): Report {
  const zero = figures.filter((one) => one.count === 0).map((one) => one.id);
  return { from, to, figures, zero, ...listRequests(lines) };
}

/** The requests of a span. */
export function requestsIn({ matters: all }: ReportInput): readonly ReportedMatter[] {
  return all.filter(({ kind }) => kind === 'request');
}

/** Counts a span. The input holds what happened in it; a request from before it does not come in again. */
export function makeReport(input: ReportInput): Report {
  const figures = FIGURES.map((id) => makeFigure(input, id));
  return reportOf(input, { figures, lines: linesOf(input, requestsIn(input)) });
}
