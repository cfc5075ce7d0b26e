// Checks a matter and each event of its course: the boxes of the rules and no other, and whom it may be about.
import {
  MATTER_KINDS,
  type MatterDetail,
  type MatterDraft,
  type MatterEventDraft,
  type MatterEventRule,
  type MatterField,
  type MatterKind,
  type MatterRow,
} from '../matters/matter.ts';
import { matterEventRule, openingEvents } from '../matters/matter-rules.ts';
import type { Refusal } from '../refusal.ts';
import type { Checked } from './booking.ts';
import { withPepReading } from '../matters/triage.ts';
import { checkBox, isAhead, type BoxPlace } from './matter-box.ts';
import { refuseKey } from './fields.ts';
import { checkSubject } from './matter-subject.ts';
import { refuseShape } from './refusals.ts';
import { isId, isRecord, isText, type Loose } from './shapes.ts';
import { isTime } from './times.ts';

/** Refusals of every name that has no place among these. */
export function refuseOthers(given: Loose, names: readonly string[], path: string): readonly Refusal[] {
  const strange = Object.keys(given).filter((name) => !names.includes(name));
  return strange.map((name) => refuseKey(path, name, given[name]));
}

/** Checks the boxes of one form by their rules, whatever it is handed; other names are refused by name. */
export function checkDetail(
  fields: readonly MatterField[],
  detail: unknown,
  place: { readonly path: string; readonly now?: string | undefined },
): Checked<MatterDetail> {
  const { path, now } = place;
  if (!isRecord(detail)) return { value: {}, refusals: [refuseShape(path, detail)], warnings: [] };
  const checks = fields.map((field) => {
    const at = { path: `${path}.${field.name}`, now };
    const value = detail[field.name];
    return [field.name, field.type === 'rows' ? checkRows(field, value, at) : checkBox(field, value, at)] as const;
  });
  const kept = checks.flatMap(([name, { value }]) => (value === null ? [] : [[name, value] as const]));
  const names = fields.map((field) => field.name);
  return {
    value: Object.fromEntries(kept),
    refusals: [...refuseOthers(detail, names, path), ...checks.flatMap(([, check]) => check.refusals)],
    warnings: checks.flatMap(([, check]) => check.warnings),
  };
}

type RowsField = Extract<MatterField, { readonly type: 'rows' }>;

/** The words of a line; its boxes hold nothing else. */
function lineOf(detail: MatterDetail): MatterRow {
  const words = Object.entries(detail).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(words);
}

/** Checks each line by its boxes; a refusal names the line by its place. */
function checkRows(field: RowsField, value: unknown, place: BoxPlace): Checked<readonly MatterRow[] | null> {
  const { path, now } = place;
  if (value === undefined || value === null) return { value: null, refusals: [], warnings: [] };
  if (!Array.isArray(value)) return { value: null, refusals: [refuseShape(path, value)], warnings: [] };
  const lines = value.map((line: unknown, index) =>
    checkDetail(field.fields, line, { path: `${path}.${String(index)}`, now }),
  );
  const many: readonly Refusal[] =
    lines.length > field.most ? [{ code: 'wrong-value', field: path, params: { most: field.most } }] : [];
  return {
    value: lines.length === 0 ? null : lines.map((line) => lineOf(line.value)),
    refusals: [...many, ...lines.flatMap((line) => line.refusals)],
    warnings: lines.flatMap((line) => line.warnings),
  };
}

/** A time as told: readable, and not after now. */
export function checkToldTime(at: unknown, now: string | undefined, path: string): readonly Refusal[] {
  if (!isText(at) || !isTime(at)) return [{ code: 'wrong-value', field: path, params: { type: 'datetime' } }];
  return isAhead(at, now) ? [{ code: 'wrong-value', field: path, params: { why: 'future' } }] : [];
}

/** Beside refusals the value is of no use. */
const NO_EVENT: MatterEventDraft = { kind: '', at: '', detail: {} };

function notThis(refusal: Refusal): Checked<MatterEventDraft> {
  return { value: NO_EVENT, refusals: [refusal], warnings: [] };
}

const wrongKind = (why: string): Checked<MatterEventDraft> =>
  notThis({ code: 'wrong-value', field: 'event.kind', params: { why } });

function checkEvent(rule: MatterEventRule, event: Loose, now: string | undefined): Checked<MatterEventDraft> {
  const { at } = event;
  const detail = checkDetail(rule.fields, event['detail'], { path: 'event.detail', now });
  return {
    value: withPepReading({ kind: rule.kind, at: isText(at) ? at : '', detail: detail.value }),
    refusals: [
      ...refuseOthers(event, ['kind', 'at', 'detail'], 'event'),
      ...checkToldTime(at, now, 'event.at'),
      ...detail.refusals,
    ],
    warnings: detail.warnings,
  };
}

/** Checks one event of a matter that is open: a kind that it knows and that does not begin it once more. */
export function checkMatterEvent(kind: unknown, event: unknown, now: string | undefined): Checked<MatterEventDraft> {
  const known = MATTER_KINDS.find((one) => one === kind);
  if (known === undefined) return notThis({ code: 'wrong-value', field: 'kind' });
  if (!isRecord(event)) return notThis(refuseShape('event', event));
  const rule = isText(event['kind']) ? matterEventRule(known, event['kind']) : undefined;
  if (rule === undefined) return wrongKind('not-of-this-kind');
  return openingEvents(known).includes(rule) ? wrongKind('begun-already') : checkEvent(rule, event, now);
}

function checkFirst(kind: MatterKind, event: unknown, now: string | undefined): Checked<MatterEventDraft> {
  if (!isRecord(event)) return notThis(refuseShape('event', event));
  const rule = openingEvents(kind).find((one) => one.kind === event['kind']);
  return rule === undefined ? wrongKind('not-the-first') : checkEvent(rule, event, now);
}

function checkBegun(kind: MatterKind, draft: Loose, now: string | undefined): Checked<MatterDraft> {
  const { bookingId } = draft;
  const event = checkFirst(kind, draft['event'], now);
  const subject = checkSubject(kind, draft['subject'], now);
  const wrongId = bookingId !== undefined && !isId(bookingId);
  return {
    value: { kind, ...(isId(bookingId) ? { bookingId } : {}), subject: subject.value, event: event.value },
    refusals: [
      ...refuseOthers(draft, ['kind', 'bookingId', 'subject', 'event'], ''),
      ...(wrongId ? [{ code: 'wrong-value', field: 'bookingId' } as const] : []),
      ...subject.refusals,
      ...event.refusals,
    ],
    warnings: [...subject.warnings, ...event.warnings],
  };
}

/** Checks a matter that begins, whatever is handed in: whom it is about in this record, and its first event. */
export function checkMatter(draft: unknown, now: string | undefined): Checked<MatterDraft> {
  const given = isRecord(draft) ? draft : {};
  const kind = MATTER_KINDS.find((one) => one === given['kind']);
  if (kind !== undefined) return checkBegun(kind, given, now);
  return {
    value: { kind: 'request', subject: {}, event: NO_EVENT },
    refusals: [refuseShape('kind', given['kind'])],
    warnings: [],
  };
}
