import type { MatterDetail, MatterKind } from '../../policy/matters/matter.ts';
import { showMoment } from '../time/show.ts';
import { words } from '../words/words.ts';

const text = words.matter;

function lookUp(table: Readonly<Record<string, string>>, name: string): string {
  return table[name] ?? name;
}

export function eventWord(kind: MatterKind, event: string): string {
  return lookUp(text.events[kind], event);
}

export function nextWord(kind: MatterKind, event: string): string {
  return lookUp(text.next[kind], event);
}

export function boxWord(name: string): string {
  return lookUp(text.boxes, name);
}

export function boxHint(name: string): string | undefined {
  const hints: Readonly<Record<string, string>> = text.hints;
  return hints[name];
}

export function optionWord(name: string, option: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = text.options;
  return tables[name]?.[option] ?? option;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT/;

/** Lines of a box are told by whoever knows them: the conviction by the reading of the schedule. */
function valueWord(name: string, value: MatterDetail[string]): string {
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'string') return ISO_TIME.test(value) ? showMoment(value) : optionWord(name, value);
  return value.flatMap((one) => (typeof one === 'string' ? [optionWord(name, one)] : [])).join(', ');
}

export interface DetailLine {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** Numbers of bookings by their ids. */
type Numbers = Readonly<Record<string, string>>;

function shownAs(name: string, value: MatterDetail[string], numbers: Numbers): string {
  if (name === 'scan') return text.scanDone;
  return name === 'bookingId' && typeof value === 'string' ? (numbers[value] ?? text.aBooking) : valueWord(name, value);
}

/** What was told in the boxes of an event, for reading. A scan is shown by its own sentence, not by its hash. */
export function detailLines(detail: MatterDetail, numbers: Numbers = {}): readonly DetailLine[] {
  return Object.entries(detail).map(([name, value]) => ({
    name,
    label: boxWord(name),
    value: shownAs(name, value, numbers),
  }));
}

const HOUR = 3_600_000;

/** An hour or more between what happened and its entry makes a late entry. */
export function isLate(at: string, enteredAt: string): boolean {
  return Date.parse(enteredAt) - Date.parse(at) >= HOUR;
}
