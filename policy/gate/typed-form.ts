// Of what was typed of an event and not recorded, the part that passes: box by box, and in lines cell by cell. What the
// record would keep sealed rests nowhere before it. Status is in no text: policy 1(b).
import {
  MATTER_KINDS,
  type MatterDetail,
  type MatterEventRule,
  type MatterField,
  type MatterRow,
  type SingleField,
} from '../matters/matter.ts';
import { isSealedBox, matterEventRule } from '../matters/matter-rules.ts';
import { namesToLeave, type TypedForm } from '../matters/typed-form.ts';
import type { Refusal } from '../refusal.ts';
import { checkDetail, checkToldTime, refuseOthers } from './matter.ts';
import { refuseShape } from './refusals.ts';
import { isRecord, isText } from './shapes.ts';
import { keepSubject, type Kept } from './told.ts';

type Rows = Extract<MatterField, { readonly type: 'rows' }>;
interface Place {
  readonly path: string;
  readonly now: string | undefined;
}

/** One box alone, which nobody has to fill yet. */
function keepBox(field: SingleField, value: unknown, { path, now }: Place): Kept<MatterDetail> {
  if (isSealedBox(field)) return { value: {}, refusals: [{ code: 'wrong-value', field: `${path}.${field.name}` }] };
  const checked = checkDetail([{ ...field, required: false }], { [field.name]: value }, { path, now });
  return { value: checked.refusals.length > 0 ? {} : checked.value, refusals: checked.refusals };
}

function wordsOf(detail: MatterDetail): MatterRow {
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

function keepRows(field: Rows, value: unknown, { path, now }: Place): Kept<MatterDetail> {
  const at = `${path}.${field.name}`;
  if (!Array.isArray(value)) return { value: {}, refusals: [refuseShape(at, value)] };
  const lines = value
    .slice(0, field.most)
    .map((line: unknown, index) => keepDetail(field.fields, line, { path: `${at}.${String(index)}`, now }));
  return {
    value: lines.length === 0 ? {} : { [field.name]: lines.map((line) => wordsOf(line.value)) },
    refusals: lines.flatMap((line) => line.refusals),
  };
}

function keepDetail(fields: readonly MatterField[], detail: unknown, place: Place): Kept<MatterDetail> {
  if (!isRecord(detail)) return { value: {}, refusals: [refuseShape(place.path, detail)] };
  const kept = fields.flatMap((field) => {
    const value = detail[field.name];
    if (value === undefined) return [];
    return [field.type === 'rows' ? keepRows(field, value, place) : keepBox(field, value, place)];
  });
  const names = fields.map(({ name }) => name);
  return {
    value: Object.fromEntries(kept.flatMap((one) => Object.entries(one.value))),
    refusals: [...refuseOthers(detail, names, place.path), ...kept.flatMap((one) => one.refusals)],
  };
}

function keepTime(at: unknown, now: string | undefined): Kept<Pick<TypedForm, 'at'>> {
  if (at === undefined) return { value: {}, refusals: [] };
  const refusals = checkToldTime(at, now, 'at');
  return { value: refusals.length === 0 && isText(at) ? { at } : {}, refusals };
}

/** The boxes that were left out before, and those that are left out now. */
function leftOf(rule: MatterEventRule, left: unknown, refusals: readonly Refusal[]): readonly string[] {
  const given: readonly unknown[] = Array.isArray(left) ? left : [];
  const now = refusals.map(({ field = '' }) => field.split('.').at(-1));
  return namesToLeave(rule).filter((name) => given.includes(name) || now.includes(name));
}

/** Keeps what passes, box by box; the rest is named in `refusals` and must not be kept. */
export function checkTypedForm(typed: unknown, now: string | undefined): Kept<TypedForm> {
  const given = isRecord(typed) ? typed : {};
  const kind = MATTER_KINDS.find((one) => one === given['kind']) ?? 'request';
  const event = isText(given['event']) ? given['event'] : '';
  const rule = matterEventRule(kind, event);
  const nothing: Kept<TypedForm> = { value: { kind, event: '', detail: {}, left: [], subject: {} }, refusals: [] };
  if (rule === undefined)
    return { ...nothing, refusals: [{ code: 'wrong-value', field: 'event', params: { why: 'not-of-this-kind' } }] };
  const told = keepTime(given['at'], now);
  const boxes = keepDetail(rule.fields, given['detail'], { path: 'detail', now });
  const about = keepSubject(given['subject'] ?? {}, now);
  const refusals = [...told.refusals, ...boxes.refusals, ...about.refusals];
  const left = leftOf(rule, given['left'], refusals);
  return { value: { kind, event, ...told.value, detail: boxes.value, left, subject: about.value }, refusals };
}
