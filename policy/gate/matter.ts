// Checks a matter and each event of its course: the boxes of the rules and no other, and whom it may be about.
import type {
  MatterDetail,
  MatterDraft,
  MatterEventDraft,
  MatterEventRule,
  MatterField,
  MatterKind,
  MatterSubject,
} from '../matters/matter.ts';
import { MATTER_RULES, matterEventRule, openingEvents } from '../matters/matter-rules.ts';
import type { Refusal } from '../refusal.ts';
import type { Checked } from './booking.ts';
import { checkBox, isAhead, type BoxCheck, type BoxValue } from './matter-box.ts';
import { refuseKey } from './fields.ts';
import { reportOn } from './records.ts';
import { isDate, isTime } from './times.ts';

/** Checks the boxes of one form by their rules; other names are refused by name. */
export function checkDetail(
  fields: readonly MatterField[],
  detail: Readonly<Record<string, unknown>>,
  place: { readonly path: string; readonly now?: string | undefined },
): Checked<MatterDetail> {
  const { path, now } = place;
  const strange = Object.keys(detail).filter((name) => !fields.some((field) => field.name === name));
  const checks = fields.map((field): readonly [string, BoxCheck] => {
    return [field.name, checkBox(field, detail[field.name], { path: `${path}.${field.name}`, now })];
  });
  const kept = checks.flatMap(([name, { value }]): readonly [string, BoxValue][] =>
    value === null ? [] : [[name, value]],
  );
  return {
    value: Object.fromEntries(kept),
    refusals: [
      ...strange.map((name) => refuseKey(path, name, detail[name])),
      ...checks.flatMap(([, check]) => check.refusals),
    ],
    warnings: checks.flatMap(([, check]) => check.warnings),
  };
}

/** A time as told: readable, and not after now. */
export function checkToldTime(at: string, now: string | undefined, path: string): readonly Refusal[] {
  if (!isTime(at)) return [{ code: 'wrong-value', field: path, params: { type: 'datetime' } }];
  return isAhead(at, now) ? [{ code: 'wrong-value', field: path, params: { why: 'future' } }] : [];
}

function checkEvent(
  rule: MatterEventRule,
  event: MatterEventDraft,
  now: string | undefined,
): Checked<MatterEventDraft> {
  const detail = checkDetail(rule.fields, event.detail, { path: 'event.detail', now });
  return {
    value: { kind: rule.kind, at: event.at, detail: detail.value },
    refusals: [...checkToldTime(event.at, now, 'event.at'), ...detail.refusals],
    warnings: detail.warnings,
  };
}

function notThis(event: MatterEventDraft, why: string): Checked<MatterEventDraft> {
  return { value: event, refusals: [{ code: 'wrong-value', field: 'event.kind', params: { why } }], warnings: [] };
}

/** Checks one event of a matter that is open: a kind that it knows and that does not begin it once more. */
export function checkMatterEvent(
  kind: MatterKind,
  event: MatterEventDraft,
  now: string | undefined,
): Checked<MatterEventDraft> {
  const rule = matterEventRule(kind, event.kind);
  if (rule === undefined) return notThis(event, 'not-of-this-kind');
  return openingEvents(kind).includes(rule) ? notThis(event, 'begun-already') : checkEvent(rule, event, now);
}

function checkRole(draft: MatterDraft): readonly Refusal[] {
  const { subjects, subjectMayBeUnknown } = MATTER_RULES[draft.kind];
  const { role } = draft.subject;
  if (role === undefined)
    return subjectMayBeUnknown ? [] : [{ code: 'missing-value', field: 'subject.role', clause: '1(a)' }];
  return subjects.includes(role) ? [] : [{ code: 'wrong-value', field: 'subject.role', params: { why: 'role' } }];
}

function checkName(name: 'lastName' | 'firstName', value: string | undefined): Checked<string | undefined> {
  const text = value?.trim() ?? '';
  if (text === '') return { value: undefined, refusals: [], warnings: [] };
  const path = `subject.${name}`;
  const long: readonly Refusal[] =
    text.length > 120 ? [{ code: 'wrong-value', field: path, params: { most: 120 } }] : [];
  const report = reportOn(text, { path, field: 'name' });
  return { value: text, refusals: [...report.refusals, ...long], warnings: report.warnings };
}

function checkSubject(draft: MatterDraft, now: string | undefined): Checked<MatterSubject> {
  const { role, dob } = draft.subject;
  const lastName = checkName('lastName', draft.subject.lastName);
  const firstName = checkName('firstName', draft.subject.firstName);
  const wrongDay = dob !== undefined && (!isDate(dob) || isAhead(`${dob}T00:00:00Z`, now));
  return {
    value: {
      ...(role === undefined ? {} : { role }),
      ...(lastName.value === undefined ? {} : { lastName: lastName.value }),
      ...(firstName.value === undefined ? {} : { firstName: firstName.value }),
      ...(dob === undefined ? {} : { dob }),
    },
    refusals: [
      ...checkRole(draft),
      ...lastName.refusals,
      ...firstName.refusals,
      ...(wrongDay ? [{ code: 'wrong-value', field: 'subject.dob' } as const] : []),
    ],
    warnings: [...lastName.warnings, ...firstName.warnings],
  };
}

/** Checks a matter that begins: whom it is about in this record, and its first event. */
export function checkMatter(draft: MatterDraft, now: string | undefined): Checked<MatterDraft> {
  const rule = openingEvents(draft.kind).find((one) => one.kind === draft.event.kind);
  const event = rule === undefined ? notThis(draft.event, 'not-the-first') : checkEvent(rule, draft.event, now);
  const subject = checkSubject(draft, now);
  return {
    value: {
      kind: draft.kind,
      ...(draft.bookingId === undefined ? {} : { bookingId: draft.bookingId }),
      subject: subject.value,
      event: event.value,
    },
    refusals: [...subject.refusals, ...event.refusals],
    warnings: [...subject.warnings, ...event.warnings],
  };
}
