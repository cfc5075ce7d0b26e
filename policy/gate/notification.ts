// Checks a contact for the notification log: every part of the form, and status in no text. Policy 2, exceptions 1 and 2.
import { CHANNELS, DIRECTIONS, OUTCOMES, RELEASED, unbookedRefusals, type NotificationDraft } from '../notification.ts';
import type { Refusal } from '../refusal.ts';
import { refuseKey } from './fields.ts';
import { checkSubject } from './matter-subject.ts';
import { liesAhead } from './plausible.ts';
import { ABOUT_THE_CONTACT, joinReports, NOTHING, reportOn, type Report } from './records.ts';
import { refuseShape } from './refusals.ts';
import { isId, isRecord, isText, type Loose } from './shapes.ts';
import { isTime } from './times.ts';

const NEEDED = ['agency', 'purpose'] as const;
const FURTHER = ['unit', 'recipient', 'reachedAt', 'verifiedHow', 'reason'] as const;
const IDS = ['bookingId', 'determinationId'] as const;
const CHOICES = { outcome: OUTCOMES, direction: DIRECTIONS, channel: CHANNELS } as const;
const NAMES: ReadonlySet<string> = new Set([
  ...[...NEEDED, ...FURTHER, ...IDS, ...Object.keys(CHOICES)],
  ...['contactedAt', 'released', 'criminalHistory', 'subject'],
]);

const wrong = (field: string): Refusal => ({ code: 'wrong-value', field });

function checkTime(at: unknown, now: string | undefined): readonly Refusal[] {
  if (!isText(at) || !isTime(at)) return [{ ...wrong('contactedAt'), params: { type: 'datetime' } }];
  const future = now !== undefined && liesAhead(at, now);
  return future ? [{ ...wrong('contactedAt'), params: { why: 'future' } }] : [];
}

function checkIds(given: Loose): readonly Refusal[] {
  return IDS.filter((name) => given[name] !== undefined && !isId(given[name])).map(wrong);
}

function checkChoices(given: Loose): readonly Refusal[] {
  return Object.entries(CHOICES).flatMap(([name, list]: readonly [string, readonly string[]]) =>
    list.some((word) => word === given[name]) ? [] : [wrong(name)],
  );
}

/** Where nobody was notified nothing left, so nothing is named as released. */
function checkLeft(given: Loose, released: readonly unknown[]): readonly Refusal[] {
  if (given['outcome'] === 'notified') return [];
  const told = [
    ...(released.length > 0 ? ['released'] : []),
    ...(given['criminalHistory'] === true ? ['criminalHistory'] : []),
  ];
  return told.map((field) => ({ ...wrong(field), clause: '2', params: { why: 'not-notified' } }));
}

function checkReleased(given: Loose): readonly Refusal[] {
  const { released, criminalHistory } = given;
  if (!Array.isArray(released)) return [refuseShape('released', released)];
  const items: readonly unknown[] = released;
  return [
    ...items.flatMap((item) => (RELEASED.some((word) => word === item) ? [] : [wrong('released')])),
    ...(typeof criminalHistory === 'boolean' ? [] : [wrong('criminalHistory')]),
    ...checkLeft(given, items),
  ];
}

/** Whether the parts that tell of somebody who is not booked can be read; the others are looked at elsewhere. */
function canBeUnbooked(given: Loose): given is Loose & NotificationDraft {
  const { subject, released } = given;
  if (!isRecord(subject) || !Array.isArray(released)) return false;
  return ['lastName', 'dob'].every((name) => subject[name] === undefined || isText(subject[name]));
}

/** Somebody who is not booked is told as the subject of a matter is. */
function checkUnbooked(given: Loose, now: string | undefined): Report {
  if (given['subject'] === undefined) return NOTHING;
  const report = checkSubject('notice', given['subject'], now);
  const own = canBeUnbooked(given) ? unbookedRefusals(given) : [];
  return { refusals: [...report.refusals, ...own], warnings: report.warnings };
}

/** A notice says to whom and why; a decline may leave the unit and the person out. */
function checkTexts(given: Loose): readonly Report[] {
  const empty = NEEDED.filter((name) => {
    const text = given[name];
    return isText(text) && text.trim() === '';
  });
  const there = [...NEEDED, ...FURTHER.filter((name) => given[name] !== undefined)];
  return [
    { refusals: empty.map((field): Refusal => ({ code: 'missing-value', field })), warnings: [] },
    ...there.map((name) => reportOn(given[name], { path: name, field: 'reason' }, ABOUT_THE_CONTACT)),
  ];
}

/** Checks a contact, whatever it is handed. */
export function checkNotification(draft: unknown, now: string | undefined): Report {
  if (!isRecord(draft)) return { refusals: [refuseShape('notification', draft)], warnings: [] };
  const strange = Object.keys(draft).filter((name) => !NAMES.has(name));
  const other = [
    ...strange.map((name) => refuseKey('', name, draft[name])),
    ...checkIds(draft),
    ...checkChoices(draft),
    ...checkReleased(draft),
    ...checkTime(draft['contactedAt'], now),
  ];
  return joinReports([{ refusals: other, warnings: [] }, checkUnbooked(draft, now), ...checkTexts(draft)]);
}
