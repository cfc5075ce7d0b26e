// What happens at a station in the course of years, made up: each with the moment, who did it, and the row it leaves.
import { randomUUID } from 'node:crypto';
import { seeded, type Seeded } from './seeded.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** One entry with its row; what stands under no entry of its own goes beside it. */
export interface Happening {
  readonly at: number;
  readonly by: string;
  readonly type: string;
  readonly table: string;
  readonly row: (at: string) => Row;
  readonly beside?: { readonly table: string; readonly row: Row };
}

/** Whose years they are. */
export interface Place {
  /** Ids. */
  readonly people: readonly [string, ...string[]];
  readonly bookings: readonly [string, ...string[]];
  readonly packDigest: string;
}

export interface Made extends Place {
  readonly draw: Seeded;
  /** The end of the years, in milliseconds. */
  readonly until: number;
}

const DAY_MS = 86_400_000;
export const HOUR_MS = DAY_MS / 24;
const TEN_YEARS_MS = 3_650 * DAY_MS;

export function beginYears(place: Place, until: Date): Made {
  return { ...place, draw: seeded(11), until: until.getTime() };
}

/** The moment of one of so many, spread over ten years; the last one is two days before their end. */
export function momentOf({ until }: Made, at: number, count: number): number {
  return until - 2 * DAY_MS - TEN_YEARS_MS + Math.floor(((at + 1) / count) * TEN_YEARS_MS);
}

const CAME_AND_WENT = [
  ...(['factor-asked', 'signed-in', 'locked', 'unlocked', 'signed-out', 'sign-in-failed', 'looked'] as const),
] as const;
const CODES = ['protected-field', 'status-in-text', 'ground-not-open', 'role-not-allowed'] as const;
const AGENCIES = ['ICE ERO', 'CBP', 'HSI', 'USCIS'] as const;

function audited({ draw }: Made): Row & { readonly kind: string } {
  if (draw.whole(5) === 0) {
    return { kind: 'refused', call: 'booking.save', code: draw.pick(CODES), clause: draw.pick(['1(a)', '2', '3(b)']) };
  }
  const [first, ...others] = CAME_AND_WENT;
  const kind = draw.pick([first, ...others]);
  return { kind, call: kind === 'looked' ? 'booking.find' : null, code: null, clause: null };
}

/** Who came and went, and what was refused. */
export function auditOf(made: Made, count: number): readonly Happening[] {
  return Array.from({ length: count }, (_none, at) => {
    const by = made.draw.pick(made.people);
    const told = audited(made);
    const type = told.kind === 'refused' ? 'gate.refused' : `session.${told.kind}`;
    const row = (moment: string): Row => ({ id: randomUUID(), at: moment, person_id: by, ...told });
    return { at: momentOf(made, at, count), by, type, table: 'audit_event', row };
  });
}

/** Calls that came in and of which nothing came. */
export function noticesOf(made: Made, count: number): readonly Happening[] {
  const { draw, people, bookings } = made;
  return Array.from({ length: count }, (_none, at) => {
    const by = draw.pick(people);
    const booking_id = draw.pick(bookings);
    const told = { outcome: draw.pick(['declined', 'no-action']), direction: 'in', agency: draw.pick(AGENCIES) };
    const more = { channel: 'fax', purpose: 'custody', released: '[]', criminal_history: 0, reason: 'No ground' };
    const row = (moment: string): Row => ({
      id: randomUUID(),
      number: `N-${moment.slice(0, 4)}-${String(at).padStart(5, '0')}`,
      ...{ booking_id, ...told, ...more },
      ...{ contacted_at: moment, entered_at: moment, decided_by: by },
    });
    return { at: momentOf(made, at, count), by, type: 'notification.recorded', table: 'notification', row };
  });
}

/** Shifts that were handed over. */
export function handoversOf(made: Made, count: number): readonly Happening[] {
  const counts = { in_custody: 3, clocks: 1, unfinished: 0, due: 2, drafts: 0, waiting: 4, kept_apart: 0 };
  return Array.from({ length: count }, (_none, at) => {
    const [by, taken_by] = [made.draw.pick(made.people), made.draw.pick(made.people)];
    const row = (moment: string): Row => ({
      id: randomUUID(),
      ...counts,
      note: 'Cell 3 drips.',
      taken_by,
      at: moment,
      by,
    });
    return { at: momentOf(made, at, count), by, type: 'shift.handed-over', table: 'handover', row };
  });
}
