import type { Ground } from '../decision.ts';
import { isLateEntry } from '../late-entry.ts';
import type { MatterKind } from '../matters/matter.ts';
import type { ReportedDuty, ReportedMatter, ReportedNotification, ReportInput, ReportRow } from './report.ts';

/** A row with the parts it stands in, and its minutes where they are measured. */
export interface Counted {
  readonly row: ReportRow;
  readonly parts: readonly string[];
  readonly minutes?: number;
}

type Event = ReportedMatter['events'][number];
type Parts<T> = (of: T) => readonly string[];

const MINUTE = 60_000;
const none = (): readonly string[] => [];

const span = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / MINUTE);

function matterRow(matter: ReportedMatter): ReportRow {
  return { kind: 'matter', id: matter.id, number: matter.number, at: matter.openedAt };
}

function told(event: Event | undefined, name: string): readonly string[] {
  const value = event?.detail[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The newest event of a kind: what was told last holds. */
function last(matter: ReportedMatter, kind: string): Event | undefined {
  return matter.events.filter((event) => event.kind === kind).at(-1);
}

/** All matters of a kind, split by a box of one of their events. */
export function matters(input: ReportInput, kind: MatterKind, parts: Parts<ReportedMatter> = none): readonly Counted[] {
  return input.matters
    .filter((matter) => matter.kind === kind)
    .map((matter) => ({ row: matterRow(matter), parts: parts(matter) }));
}

/** What a box of the newest event of this kind says; `otherwise` where it says nothing. */
export function box(event: string, name: string, otherwise?: string): Parts<ReportedMatter> {
  return (matter) => {
    const found = told(last(matter, event), name);
    return found.length === 0 && otherwise !== undefined ? [otherwise] : found;
  };
}

/** Matters of a kind that have an event, split by one of its boxes. */
export function withEvent(input: ReportInput, of: readonly [MatterKind, string], name = ''): readonly Counted[] {
  const [kind, event] = of;
  const found = input.matters.filter((matter) => matter.kind === kind && last(matter, event) !== undefined);
  return found.map((matter) => ({ row: matterRow(matter), parts: box(event, name)(matter) }));
}

/** Requests that were answered under a ground: what the law compels is counted apart (M30). */
export function answersUnder(input: ReportInput, ground: Ground): readonly Counted[] {
  const answered = (event: Event): boolean => event.kind === 'replied' && event.ground === ground;
  const found = input.matters.filter((matter) => matter.kind === 'request' && matter.events.some(answered));
  return found.map((matter) => ({ row: matterRow(matter), parts: [] }));
}

/** Matters of a kind that lack an event. */
export function withoutEvent(input: ReportInput, of: readonly [MatterKind, string]): readonly Counted[] {
  const [kind, event] = of;
  const found = input.matters.filter((matter) => matter.kind === kind && last(matter, event) === undefined);
  return found.map((matter) => ({ row: matterRow(matter), parts: [] }));
}

/** Minutes between two events of a matter that has both. */
export function between(
  input: ReportInput,
  kind: MatterKind,
  [from, to]: readonly [string, string],
): readonly Counted[] {
  return input.matters
    .filter((matter) => matter.kind === kind)
    .flatMap((matter) => {
      const start = last(matter, from)?.at;
      const end = last(matter, to)?.at;
      if (start === undefined || end === undefined) return [];
      return [{ row: matterRow(matter), parts: [], minutes: span(start, end) }];
    });
}

/** Minutes of an operation from its beginning until our units cleared, times the officers who took part. */
export function officerMinutes(input: ReportInput): readonly Counted[] {
  return between(input, 'assistance', ['begun', 'cleared']).map((one) => {
    const matter = input.matters.find(({ id }) => id === one.row.id);
    const officers = Number(told(matter === undefined ? undefined : last(matter, 'cleared'), 'officers')[0] ?? 1);
    return { ...one, minutes: (one.minutes ?? 0) * officers };
  });
}

/** The ground under which a matter was opened. */
export function ground(matter: ReportedMatter): readonly string[] {
  return matter.events.flatMap((event) => (event.ground === null ? [] : [event.ground])).slice(0, 1);
}

export function notices(
  input: ReportInput,
  wanted: (notice: ReportedNotification) => boolean,
  parts: Parts<ReportedNotification> = none,
): readonly Counted[] {
  return input.notifications.filter(wanted).map((notice) => ({
    row: { kind: 'notification', id: notice.id, number: notice.number, at: notice.contactedAt },
    parts: parts(notice),
  }));
}

/** A notice that went out. */
export function sent(notice: ReportedNotification): boolean {
  return notice.outcome === 'notified' && notice.direction === 'out';
}

export function noticeGround(notice: ReportedNotification): readonly string[] {
  return notice.ground === null ? [] : [notice.ground];
}

export function duties(
  input: ReportInput,
  code: string,
  wanted: (duty: ReportedDuty) => boolean = () => true,
): readonly Counted[] {
  return input.duties
    .filter((duty) => duty.duty === code && wanted(duty))
    .map((duty) => ({
      row: { kind: 'duty', id: duty.id, number: null, at: duty.since },
      parts: [duty.doneAt === null ? 'open' : 'done'],
    }));
}

/** How long a duty took, where it was done. */
export function dutyMinutes(input: ReportInput, code: string): readonly Counted[] {
  return input.duties.flatMap((duty) => {
    if (duty.duty !== code || duty.doneAt === null) return [];
    const row: ReportRow = { kind: 'duty', id: duty.id, number: null, at: duty.since };
    return [{ row, parts: [], minutes: span(duty.since, duty.doneAt) }];
  });
}

export function lateEntries(input: ReportInput): readonly Counted[] {
  const found = input.matters.filter((matter) => matter.events.some((event) => isLateEntry(event.at, event.enteredAt)));
  return [
    ...found.map((matter) => ({ row: matterRow(matter), parts: [matter.kind] })),
    ...notices(
      input,
      (notice) => isLateEntry(notice.contactedAt, notice.enteredAt),
      () => ['notification'],
    ),
  ];
}

export function refusals(
  input: ReportInput,
  by: (refusal: { at: string; clause: string }) => string,
): readonly Counted[] {
  return input.refusals.map((refusal) => ({
    row: { kind: 'refusal', id: refusal.id, number: null, at: refusal.at },
    parts: [by(refusal)],
  }));
}
