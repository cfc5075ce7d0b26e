// Checks what happened to somebody between arrest and release. Policy 1(b): status in no detail.
import { BOOKING_EVENTS, type BookingEventDraft, type BookingEventKind } from '../booking.ts';
import type { Refusal } from '../refusal.ts';
import type { TaughtList } from '../screen/taught.ts';
import type { ScreenField } from '../screen/verdict.ts';
import { taughtIn, type Checked } from './booking.ts';
import { liesAhead } from './plausible.ts';
import { refuseName, refuseShape, refuseStructure, screenText } from './refusals.ts';
import { clockIn, isRecord, isText } from './shapes.ts';
import { isTime } from './times.ts';

const EVENT_KEYS: ReadonlySet<string> = new Set(['kind', 'at', 'detail']);
/** The one event that is told before it comes: from when on nobody may be held. */
const TOLD_AHEAD: BookingEventKind = 'release-eligible';

/** How the detail of an event of this kind is screened: to whom somebody was released is read as an agency. */
export function detailScreenedAs(kind: unknown): ScreenField {
  return kind === 'released' ? 'agency' : 'remarks';
}

function checkEventTime(at: unknown, now: string | undefined): readonly Refusal[] {
  if (!isText(at) || !isTime(at)) return [{ code: 'wrong-value', field: 'at', params: { type: 'datetime' } }];
  const future = now !== undefined && liesAhead(at, now);
  return future ? [{ code: 'wrong-value', field: 'at', params: { why: 'future' } }] : [];
}

function checkDetail(detail: unknown, kind: unknown, taught: TaughtList): Checked<string | undefined> {
  if (detail === undefined || detail === '') return { value: undefined, refusals: [], warnings: [] };
  if (!isText(detail)) return { value: undefined, refusals: [refuseStructure('detail', detail)], warnings: [] };
  const screening = screenText(detail, { path: 'detail', field: detailScreenedAs(kind), taught });
  const warnings = screening.warnings.map((warning) => ({ ...warning, field: 'detail' }));
  const long: readonly Refusal[] =
    detail.length > 2_000 || !detail.isWellFormed() ? [{ code: 'wrong-value', field: 'detail' }] : [];
  return { value: detail, refusals: [...screening.refusals, ...long], warnings };
}

/**
 * Checks one event, whatever it is handed. With `now`, a time after it is refused, but for release eligibility. The
 * value beside refusals is of no use.
 */
export function checkBookingEvent(raw: unknown, context: unknown): Checked<BookingEventDraft> {
  const now = clockIn(context);
  const given = isRecord(raw) ? raw : {};
  const { at } = given;
  const kind = BOOKING_EVENTS.find((known) => known === given['kind']);
  const detail = checkDetail(given['detail'], kind, taughtIn(context));
  const strange = Object.keys(given).filter((key) => !EVENT_KEYS.has(key));
  return {
    value: {
      kind: kind ?? 'in-custody',
      at: isText(at) ? at : '',
      ...(detail.value === undefined ? {} : { detail: detail.value }),
    },
    refusals: [
      ...strange.map((name) => refuseName('', name)),
      ...(kind === undefined ? [{ code: 'wrong-value', field: 'kind' } as const] : []),
      ...checkEventTime(at, kind === TOLD_AHEAD ? undefined : now),
      ...detail.refusals,
      ...(isRecord(raw) ? [] : [refuseShape('event', raw)]),
    ],
    warnings: detail.warnings,
  };
}
