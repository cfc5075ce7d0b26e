// One line a request: what other places' laws want to know of each (Illinois 5 ILCS 805/25, Oregon ORS 181A.826, Boston's
// and Medford's ordinances; requirements 3.6). Numbers of records, closed words and times; no name and no text.
import { type Ask, asksOf } from '../matters/asks.ts';
import { CIVIL_FORMS, type Form, FORMS } from '../matters/forms.ts';
import type { Report, ReportedBooking, ReportedMatter, ReportedNotification, ReportInput } from './report.ts';
import type { RequestKind, RequestLine } from './request-line.ts';

const MINUTE = 60_000;
const between = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / MINUTE);

type Event = ReportedMatter['events'][number];

function last(matter: ReportedMatter | undefined, kind: string): Event | undefined {
  return matter?.events.findLast((event) => event.kind === kind);
}

function word(event: Event | undefined, box: string): string | null {
  const value = event?.detail[box];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A detainer asks for a hold or a notice (I-247 and its kin); the other numbered forms are warrants without a judge. */
export function requestKind(form: Form | null): RequestKind {
  if (form === null) return 'other';
  if (!CIVIL_FORMS.has(form)) return 'judicial-warrant';
  return form.startsWith('I-247') ? 'detainer' : 'civil-warrant';
}

function decided(matter: ReportedMatter) {
  const [received, decision] = [last(matter, 'received'), last(matter, 'decided')];
  const took = received === undefined || decision === undefined ? null : between(received.at, decision.at);
  return {
    decision: word(decision, 'decision'),
    ground: last(matter, 'replied')?.ground ?? null,
    clause: word(decision, 'clause'),
    decidedBy: decision?.enteredBy ?? null,
    minutesToDecide: took,
  };
}

function copied(matter: ReportedMatter) {
  const copy = last(matter, 'copy');
  return { copyAt: copy?.at ?? null, copyLanguage: word(copy, 'language'), copyHow: word(copy, 'how') };
}

/** What is told of a request about nobody who is booked. */
const NOT_BOOKED = { charge: null, bailSetAt: null, releaseEligibleAt: null, releasedAt: null, endedHow: null };

function custody(booking: ReportedBooking | undefined) {
  const { charge, bailSetAt, releaseEligibleAt, releasedAt, endedHow } = booking ?? NOT_BOOKED;
  return { charge, bailSetAt, releaseEligibleAt, releasedAt, endedHow };
}

function left({ openedAt }: ReportedMatter, notices: readonly ReportedNotification[]) {
  const since = notices.filter(
    ({ outcome, contactedAt }) => outcome === 'notified' && Date.parse(contactedAt) >= Date.parse(openedAt),
  );
  return {
    released: [...new Set(since.flatMap((notice) => notice.released))].toSorted(),
    criminalHistory: since.some((notice) => notice.criminalHistory),
  };
}

/** The form that a request came on; null where it came without one. */
export function formOf(matter: ReportedMatter): Form | null {
  return FORMS.find((one) => one === word(last(matter, 'received'), 'form')) ?? null;
}

/** What a request asks for. */
export function askedFor(matter: ReportedMatter): readonly Ask[] {
  return asksOf(last(matter, 'received')?.detail ?? {}, formOf(matter));
}

/** The call to the task force that hangs on the request, or on its booking since it came. */
function taskForce(
  matter: ReportedMatter,
  { taskForce: calls }: ReportInput,
): Pick<RequestLine, 'jttf' | 'jttfMinutes'> {
  const since = Date.parse(matter.openedAt);
  const due = calls.findLast(
    ({ matterId, bookingId, since: at }) =>
      matterId === matter.id || (bookingId !== null && bookingId === matter.bookingId && Date.parse(at) >= since),
  );
  if (due === undefined) return { jttf: 'none', jttfMinutes: null };
  if (due.doneAt === null) return { jttf: 'open', jttfMinutes: null };
  return { jttf: 'done', jttfMinutes: between(due.since, due.doneAt) };
}

/** By their ids. */
type Bookings = ReadonlyMap<string | null, ReportedBooking>;

function line(matter: ReportedMatter, input: ReportInput, bookings: Bookings): RequestLine {
  const booking = bookings.get(matter.bookingId);
  const received = last(matter, 'received');
  const form = formOf(matter);
  return {
    id: matter.id,
    number: matter.number,
    receivedAt: matter.openedAt,
    enteredAt: received?.enteredAt ?? matter.openedAt,
    channel: word(received, 'channel'),
    agency: word(received, 'agency'),
    form,
    kind: requestKind(form),
    asks: askedFor(matter),
    claimed: word(last(matter, 'triaged'), 'priority'),
    ...decided(matter),
    ...copied(matter),
    ...custody(booking),
    ...left(matter, booking?.notices ?? []),
    ...taskForce(matter, input),
  };
}

/** Whether a request is about somebody who is, or may be, under 18. */
function isOfMinor({ bookingId, minor }: ReportedMatter, bookings: Bookings): boolean {
  return minor || bookings.get(bookingId)?.minor === true;
}

/** One line for each of these requests; null where it is about somebody under 18, who is counted alone (M28). */
export function linesOf(input: ReportInput, requests: readonly ReportedMatter[]): readonly (RequestLine | null)[] {
  const bookings = new Map(input.bookings.map((booking) => [booking.id, booking] as const));
  return requests.map((matter) => (isOfMinor(matter, bookings) ? null : line(matter, input, bookings)));
}

/** The requests of a span, in the order in which they came. */
export function listRequests(lines: readonly (RequestLine | null)[]): Pick<Report, 'requests' | 'requestsWithheld'> {
  const listed = lines.filter((one) => one !== null);
  return {
    requests: listed.toSorted((one, other) => Date.parse(one.receivedAt) - Date.parse(other.receivedAt)),
    requestsWithheld: lines.length - listed.length,
  };
}
