// Checks what is not a booking: contacts, facts of a ground, a sealed status, single texts.
import type { Ground } from '../decision.ts';
import { classifyName } from '../fields/classify.ts';
import { CHANNELS, DIRECTIONS, OUTCOMES, RELEASED, type NotificationDraft } from '../notification.ts';
import type { Refusal } from '../refusal.ts';
import type { ScreenCategory, ScreenField } from '../screen/verdict.ts';
import type { Warning } from './fields.ts';
import { liesAhead } from './plausible.ts';
import { refuseName, screenText, showable } from './refusals.ts';
import { isTime } from './times.ts';

export interface Report {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
}

/** A contact is about an agency and its papers, so these may be named; the person's status may not. */
export const ABOUT_THE_CONTACT: ReadonlySet<ScreenCategory> = new Set(['agency', 'detainer', 'form']);

export function reportOn(
  text: string,
  at: { readonly path: string; readonly field: ScreenField },
  allowed?: ReadonlySet<ScreenCategory>,
): Report {
  const screening = screenText(text, at, allowed);
  const broken: readonly Refusal[] = text.isWellFormed() ? [] : [{ code: 'wrong-value', field: at.path }];
  return {
    refusals: [...screening.refusals, ...broken],
    warnings: screening.warnings.map((warning) => ({ ...warning, field: at.path })),
  };
}

function joinReports(reports: readonly Report[]): Report {
  return { refusals: reports.flatMap((one) => one.refusals), warnings: reports.flatMap((one) => one.warnings) };
}

const NOTIFICATION_TEXTS = ['agency', 'unit', 'recipient', 'reachedAt', 'verifiedHow', 'purpose', 'reason'] as const;
const NOTIFICATION_KEYS: ReadonlySet<string> = new Set([
  ...NOTIFICATION_TEXTS,
  'bookingId',
  'determinationId',
  'outcome',
  'direction',
  'contactedAt',
  'channel',
  'released',
  'criminalHistory',
]);

function checkContactTime(at: string, now: string | undefined): readonly Refusal[] {
  if (!isTime(at)) return [{ code: 'wrong-value', field: 'contactedAt', params: { type: 'datetime' } }];
  const future = now !== undefined && liesAhead(at, now);
  return future ? [{ code: 'wrong-value', field: 'contactedAt', params: { why: 'future' } }] : [];
}

function outsideList(field: string, list: readonly string[], value: string): readonly Refusal[] {
  return list.includes(value) ? [] : [{ code: 'wrong-value', field }];
}

function checkChoices(draft: NotificationDraft): readonly Refusal[] {
  return [
    ...outsideList('outcome', OUTCOMES, draft.outcome),
    ...outsideList('direction', DIRECTIONS, draft.direction),
    ...outsideList('channel', CHANNELS, draft.channel),
    ...draft.released.flatMap((item) => outsideList('released', RELEASED, item)),
    ...(typeof draft.criminalHistory === 'boolean' ? [] : [{ code: 'wrong-value', field: 'criminalHistory' } as const]),
  ];
}

/** Where nobody was notified nothing left, so nothing is named as released. */
function checkReleased({ outcome, released, criminalHistory }: NotificationDraft): readonly Refusal[] {
  if (outcome === 'notified') return [];
  const told = [...(released.length > 0 ? ['released'] : []), ...(criminalHistory ? ['criminalHistory'] : [])];
  return told.map((field) => ({ code: 'wrong-value', field, clause: '2', params: { why: 'not-notified' } }));
}

/** A notice says to whom and why; a decline may leave the unit and the person out. */
export function checkNotification(draft: NotificationDraft, now: string | undefined): Report {
  const names = Object.keys(draft).filter((key) => !NOTIFICATION_KEYS.has(key));
  const empty = (['agency', 'purpose'] as const).filter((name) => draft[name].trim() === '');
  const texts = NOTIFICATION_TEXTS.flatMap((name) => {
    const text = draft[name];
    return text === undefined ? [] : [reportOn(text, { path: name, field: 'reason' }, ABOUT_THE_CONTACT)];
  });
  const other = [
    ...names.map((name) => refuseName('', name)),
    ...empty.map((field): Refusal => ({ code: 'missing-value', field })),
    ...checkChoices(draft),
    ...checkReleased(draft),
    ...checkContactTime(draft.contactedAt, now),
  ];
  return joinReports([{ refusals: other, warnings: [] }, ...texts]);
}

const DEEPEST = 16;
/** Facts that are a closed word, an agency or a paper of the request; every other text is a reason and is screened whole. */
const NAMES_A_PAPER: ReadonlySet<string> = new Set([
  'agency',
  'unit',
  'units',
  'official',
  'form',
  'kind',
  'arrestingAgency',
  'basis',
  'issuer',
]);

function checkFact(key: string, value: unknown, place: { readonly path: string; readonly depth: number }): Report {
  if (typeof value === 'string') {
    const allowed = NAMES_A_PAPER.has(key) ? ABOUT_THE_CONTACT : undefined;
    return reportOn(value, { path: place.path, field: 'reason' }, allowed);
  }
  if (typeof value !== 'object' || value === null) return { refusals: [], warnings: [] };
  if (place.depth >= DEEPEST) return { refusals: [{ code: 'wrong-value', field: place.path }], warnings: [] };
  return checkFactsUnder(value, key, place);
}

function checkFactsUnder(value: object, key: string, place: { readonly path: string; readonly depth: number }): Report {
  const listed = Array.isArray(value);
  return joinReports(
    Object.entries(value).map(([name, child]) => {
      const verdict = classifyName(name);
      if (!listed && verdict.kind === 'protected') {
        return { refusals: [refuseName(place.path, name)], warnings: [] };
      }
      const path = `${place.path}.${listed ? name : showable(name, verdict)}`;
      return checkFact(listed ? key : name, child, { path, depth: place.depth + 1 });
    }),
  );
}

/** Facts of a ground: no protected name at any depth, no status in any text. Status is never a fact: policy 2. */
export function checkFacts(facts: Readonly<Record<string, unknown>>): Report {
  return checkFactsUnder(facts, 'facts', { path: 'facts', depth: 0 });
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

export interface StatusRequest {
  readonly value: string;
  readonly bookingId: string;
  readonly now: string;
  readonly determination: StandingGround;
}

/** Grounds whose row of the matrix opens recording. */
const RECORDING: ReadonlySet<Ground> = new Set(['2a', '2b', '2c', '2d', '2e']);

function stands(request: StatusRequest): boolean {
  const { determination, bookingId, now } = request;
  if (determination.bookingId !== bookingId || determination.revokedAt !== null) return false;
  return RECORDING.has(determination.ground) && Date.parse(now) < Date.parse(determination.expiresAt);
}

/** A status may rest in the sealed table alone, and only while a ground of the same booking stands: policy 1(b). */
export function checkStatus(request: StatusRequest): readonly Refusal[] {
  if (!stands(request)) return [{ code: 'ground-not-open', field: 'determinationId', clause: '1(b)' }];
  const length = request.value.trim().length;
  if (length === 0) return [{ code: 'missing-value', field: 'value' }];
  return length > 200 || !request.value.isWellFormed()
    ? [{ code: 'wrong-value', field: 'value', params: { most: 200 } }]
    : [];
}
