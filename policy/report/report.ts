// What a department owes the public about its dealings with immigration authorities, counted: the superset of what other
// places' laws ask for (requirements 3.6). Pseudonymous: numbers of records, never names. Every number opens its rows.
import type { Ground } from '../decision.ts';
import type { MatterDetail, MatterKind } from '../matters/matter.ts';
import type { Role } from '../people.ts';
import type { RequestLine } from './request-line.ts';

/** A matter as far as a report looks at it. Times are ISO with offset. */
export interface ReportedMatter {
  readonly id: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly bookingId: string | null;
  /** Whom it names is under 18, or may be. */
  readonly minor: boolean;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly events: readonly {
    readonly kind: string;
    readonly at: string;
    readonly enteredAt: string;
    readonly detail: MatterDetail;
    readonly ground: Ground | null;
    /** Role of whoever entered it. */
    readonly enteredBy: Role;
  }[];
}

export interface ReportedNotification {
  readonly id: string;
  readonly number: string;
  readonly bookingId: string | null;
  readonly outcome: 'notified' | 'declined' | 'no-action';
  readonly direction: 'in' | 'out';
  readonly channel: string;
  readonly contactedAt: string;
  readonly enteredAt: string;
  readonly ground: Ground | null;
  readonly released: readonly string[];
  readonly criminalHistory: boolean;
}

export interface ReportedDuty {
  readonly id: string;
  /** What it hangs on: a booking of its own or that of its matter. */
  readonly bookingId: string | null;
  readonly matterId: string | null;
  readonly duty: string;
  readonly since: string;
  readonly by: string;
  readonly doneAt: string | null;
}

/** A booking that a request was about, as far as a report may tell of it. */
export interface ReportedBooking {
  readonly id: string;
  /** Under 18 when booked, or maybe. */
  readonly minor: boolean;
  /** Level of the gravest charge, such as `felony`; null where none was picked. */
  readonly charge: string | null;
  readonly bailSetAt: string | null;
  readonly releaseEligibleAt: string | null;
  readonly releasedAt: string | null;
  /** Where its last detention ended. */
  readonly endedHow: string | null;
  /** All of them, also after the span: what left is told of a request whenever it left. */
  readonly notices: readonly ReportedNotification[];
}

/** What the gate or the policy refused: when and under which clause, never who or what. */
export interface ReportedRefusal {
  readonly id: string;
  readonly at: string;
  readonly clause: string;
}

/** One count of a figure whose record is closed or gone. It says on which day and as what, never of whom. */
export interface KeptCount {
  readonly figure: FigureId;
  /** The station's day. */
  readonly day: string;
  readonly parts: readonly string[];
  readonly minutes: number | null;
}

export interface ReportInput {
  /** First and last day, the station's days. */
  readonly from: string;
  readonly to: string;
  /** When it is counted, ISO: what is not done by then is open. */
  readonly now: string;
  readonly matters: readonly ReportedMatter[];
  readonly notifications: readonly ReportedNotification[];
  readonly duties: readonly ReportedDuty[];
  /** Those that a request of the span is about. */
  readonly bookings: readonly ReportedBooking[];
  /** Calls to the task force, also after the span: 2(c). */
  readonly taskForce: readonly ReportedDuty[];
  readonly refusals: readonly ReportedRefusal[];
  /** Of the span; counted with the rest, and without a row. */
  readonly kept: readonly KeptCount[];
}

/** A row that a number stands for. */
export interface ReportRow {
  readonly kind: 'matter' | 'notification' | 'duty' | 'refusal';
  readonly id: string;
  readonly number: string | null;
  readonly at: string;
}

export interface Figure {
  readonly id: FigureId;
  /** How many; `0` is a statement, not a gap. */
  readonly count: number;
  /** The same rows by what they are split by; a row may stand in several parts. */
  readonly parts: Readonly<Record<string, number>>;
  /** Median in whole minutes, where the figure measures a time. */
  readonly minutes: number | null;
  /** All of them together, in whole minutes, where the figure measures a time: officer hours are asked for as a sum. */
  readonly total: number | null;
  /** Fewer than the count where records are closed or no longer kept. */
  readonly rows: readonly ReportRow[];
}

export const FIGURES = [
  'requests',
  'requests-by-agency',
  'requests-by-kind',
  'requests-by-form',
  'requests-by-asked',
  'requests-by-priority',
  'requests-decided',
  'requests-open',
  'time-to-decide',
  'copies-given',
  'notified',
  'not-notified',
  'released',
  'criminal-history',
  'x2-notices',
  'x2-unreviewed',
  'compelled-answers',
  'questions-asked',
  'database-queries',
  'documents-requested',
  'documents-offered',
  'assistance',
  'assistance-hours',
  'reimbursement',
  'presence',
  'participation',
  'detentions',
  'held-past-release',
  'jttf',
  'jttf-minutes',
  'confirmations-overdue',
  'late-entries',
  'refusals-by-clause',
  'refusals-by-shift',
] as const;
export type FigureId = (typeof FIGURES)[number];

export interface Report {
  readonly from: string;
  readonly to: string;
  readonly figures: readonly Figure[];
  /** Figures that are certified to be nought. */
  readonly zero: readonly FigureId[];
  /** Each request of the span in one line. */
  readonly requests: readonly RequestLine[];
  /** Requests about somebody under 18: counted in the figures, and in no line that may leave (M28). */
  readonly requestsWithheld: number;
}
