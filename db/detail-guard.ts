// The boxes of a matter's event, of a duty and of a contact's card, checked once more by their rules before they rest.
import { CONTACT_BOXES } from '../policy/contacts.ts';
import { dutyFields } from '../policy/duties.ts';
import { isCount } from '../policy/gate/matter-box.ts';
import { ABOUT_THE_CONTACT } from '../policy/gate/records.ts';
import { isId, isRecord } from '../policy/gate/shapes.ts';
import { isDate, isTime } from '../policy/gate/times.ts';
import type { MatterField } from '../policy/matters/matter.ts';
import { MATTER_RULES } from '../policy/matters/matter-rules.ts';
import type { ScreenCategory } from '../policy/screen/verdict.ts';
import type { Guards } from './guards.ts';

const NONE: ReadonlySet<ScreenCategory> = new Set();

const EVENTS = Object.values(MATTER_RULES).flatMap((rule) => rule.events);
const OF_DUTIES = ['jttf', 'other'].flatMap((duty) => [...dutyFields(duty, 'attempt'), ...dutyFields(duty, 'done')]);

/** Boxes of an event of this kind, whichever matter it belongs to. */
export function boxesOfEvent(kind: unknown): readonly MatterField[] {
  return EVENTS.filter((event) => event.kind === kind).flatMap((event) => event.fields);
}

function isFree(field: MatterField & { readonly type: 'text' }, value: string, guards: Guards): boolean {
  return !guards.blocks(value, 'reason', field.about === 'contact' ? ABOUT_THE_CONTACT : NONE);
}

/** A box that takes one of a list, a figure, a time or a hash: nothing that could be a sentence. */
function isEntered(field: MatterField, value: string): boolean {
  if (field.type === 'choice') return field.options.includes(value);
  if (field.type === 'count') return isCount(value, field);
  if (field.type === 'day') return isDate(value);
  if (field.type === 'booking') return isId(value);
  return field.type === 'time' ? isTime(value) : field.type === 'scan' && /^[\da-f]{64}$/.test(value);
}

function isWord(field: MatterField, value: string, guards: Guards): boolean {
  if (field.type === 'text') return isFree(field, value, guards);
  if (field.type === 'name') return !guards.blocks(value, 'name', NONE);
  if (field.type === 'last-four') return /^[A-Za-z0-9]{4}$/.test(value) && !guards.blocks(value, 'code', NONE);
  return isEntered(field, value);
}

/** One line: texts in the boxes of a line, and nothing else. */
function isSafeLine(line: unknown, fields: readonly MatterField[], guards: Guards): boolean {
  if (!isRecord(line) || !Object.values(line).every((value) => typeof value === 'string')) return false;
  return isSafeDetail(line, guards, fields);
}

function fits(field: MatterField, value: unknown, guards: Guards): boolean {
  if (typeof value === 'string') return isWord(field, value, guards);
  if (typeof value === 'boolean') return field.type === 'flag';
  if (!Array.isArray(value)) return false;
  if (field.type === 'rows') return value.every((line) => isSafeLine(line, field.fields, guards));
  if (field.type !== 'choices') return false;
  return value.every((item) => typeof item === 'string' && field.options.includes(item));
}

/** Whether each value is that of one of these boxes: of its type, within its list, free of status. */
export function isSafeDetail(detail: object, guards: Guards, boxes: readonly MatterField[]): boolean {
  return Object.entries(detail).every(([key, value]: readonly [string, unknown]) =>
    boxes.some((field) => field.name === key && fits(field, value, guards)),
  );
}

/**
 * What the station itself tells of a duty: the event that ended it, how far a clock jumped and how far behind it is,
 * the step reached.
 */
function isOwn(key: string, value: unknown): boolean {
  if (key === 'event') return isId(value);
  return ['seconds', 'ahead', 'step'].includes(key) && typeof value === 'number';
}

/** The same of what was done about a duty: its boxes, and what the station itself tells of it. */
export function isSafeDutyDetail(detail: object, guards: Guards): boolean {
  const told = Object.entries(detail).filter(([key, value]: readonly [string, unknown]) => !isOwn(key, value));
  return isSafeDetail(Object.fromEntries(told), guards, OF_DUTIES);
}

/** The same of the card of a contact. */
export function isSafeCard(card: object, guards: Guards): boolean {
  return isSafeDetail(card, guards, CONTACT_BOXES);
}
