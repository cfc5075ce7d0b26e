// Checks what is not a booking: single texts, and a sealed status.
import type { Ground } from '../decision.ts';
import type { Refusal } from '../refusal.ts';
import type { ScreenCategory } from '../screen/verdict.ts';
import type { Checked } from './booking.ts';
import type { Warning } from './fields.ts';
import { refuseShape, screenText, type TextPlace } from './refusals.ts';
import { isRecord, isText, type Loose } from './shapes.ts';

/** What a check found in something that it hands on as it came. */
export interface Report {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** What there is to say where nothing was found. */
export const NOTHING: Report = { refusals: [], warnings: [] };

/** A contact is about an agency and its papers, so these may be named; the person's status may not. */
export const ABOUT_THE_CONTACT: ReadonlySet<ScreenCategory> = new Set(['agency', 'detainer', 'form', 'sentence']);

/** Reads one text, whatever it is handed. `allowed`: categories that the text is about, such as an agency's name. */
export function reportOn(text: unknown, at: TextPlace, allowed?: ReadonlySet<ScreenCategory>): Report {
  if (!isText(text)) return { refusals: [refuseShape(at.path, text)], warnings: [] };
  const screening = screenText(text, at, allowed);
  const broken: readonly Refusal[] = text.isWellFormed() ? [] : [{ code: 'wrong-value', field: at.path }];
  return {
    refusals: [...screening.refusals, ...broken],
    warnings: screening.warnings.map((warning) => ({ ...warning, field: at.path })),
  };
}

/** Several reports as one, in their order. */
export function joinReports(reports: readonly Report[]): Report {
  return { refusals: reports.flatMap((one) => one.refusals), warnings: reports.flatMap((one) => one.warnings) };
}

/** A ground found to stand, as far as the gate must know it. */
export interface StandingGround {
  readonly determinationId: string;
  readonly bookingId: string;
  readonly ground: Ground;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** What the sealed compartment holds: the least that serves the ground. */
export interface StatusContent {
  readonly value: string;
  readonly bookingId: string;
  readonly determinationId: string;
}

/** A status that somebody wants to record, and the ground it is to rest on. */
export interface StatusRequest {
  readonly value: string;
  readonly bookingId: string;
  readonly now: string;
  readonly determination: StandingGround;
}

/** Grounds whose row of the matrix opens recording. */
const RECORDING: ReadonlySet<unknown> = new Set<Ground>(['2a', '2b', '2c', '2d', '2e']);
const NO_CONTENT: StatusContent = { value: '', bookingId: '', determinationId: '' };

const momentOf = (at: unknown): number => (isText(at) ? Date.parse(at) : Number.NaN);

/** Where the status would rest, if the ground stands now and is of this very booking. */
function placeOf({ bookingId, now, determination }: Loose): Omit<StatusContent, 'value'> | null {
  if (!isRecord(determination)) return null;
  const { determinationId, ground, expiresAt, revokedAt } = determination;
  const lasts = revokedAt === null && momentOf(now) < momentOf(expiresAt);
  const same = isText(bookingId) && bookingId === determination['bookingId'];
  return lasts && same && isText(determinationId) && RECORDING.has(ground) ? { bookingId, determinationId } : null;
}

function checkValue(value: unknown): readonly Refusal[] {
  if (!isText(value)) return [refuseShape('value', value)];
  if (value.trim() === '') return [{ code: 'missing-value', field: 'value' }];
  return value.trim().length > 200 || !value.isWellFormed()
    ? [{ code: 'wrong-value', field: 'value', params: { most: 200 } }]
    : [];
}

/**
 * A status may rest in the sealed table alone, and only while a ground of the same booking stands: policy 1(b). The
 * value beside refusals is of no use.
 */
export function checkStatus(request: unknown): Checked<StatusContent> {
  const given = isRecord(request) ? request : {};
  const place = placeOf(given);
  if (place === null) {
    const refusal: Refusal = { code: 'ground-not-open', field: 'determinationId', clause: '1(b)' };
    return { value: NO_CONTENT, refusals: [refusal], warnings: [] };
  }
  const { value } = given;
  return { value: { ...place, value: isText(value) ? value.trim() : '' }, refusals: checkValue(value), warnings: [] };
}
