import type { Box } from './box.svelte.ts';
import type { FieldValues } from './field-reading.ts';

/** A refused box, and when its last text that passed stood there. */
interface EarlierBox {
  readonly box: Box;
  readonly at: Date;
}

/** Of the boxes that are blocked. */
interface OfRefused {
  /** Their other sentences; of those that have none what the record holds, where it passes today. */
  readonly rest: FieldValues;
  /** Their other sentences; of those that have none what stood before. */
  readonly before: FieldValues;
  /** Those of which other sentences may be kept. */
  readonly partly: readonly Box[];
  /** Of the others, those of which an earlier text may be kept. */
  readonly earlier: readonly EarlierBox[];
  /** Those of which the record holds what would be refused today: a new version without it would lose it. */
  readonly held: readonly Box[];
}

/** What boxes say. */
export interface Gathered extends OfRefused {
  /** Values of those that passed and can be read. */
  readonly values: FieldValues;
  readonly blocked: readonly Box[];
  readonly unread: readonly Box[];
}

/** What of a box is saved on the way to the grounds; null where it cannot be read. */
function restOfBox(box: Box, now: Date): FieldValues | null {
  if (box.verdict.blocked) return box.readSentences(now) ?? box.readSaved() ?? {};
  const reading = box.read(now);
  if (reading.kind === 'fields') return reading.fields;
  return reading.kind === 'empty' ? {} : null;
}

/** What of boxes is saved on the way to the grounds; null where one cannot be read. Looks at what the screen said last. */
export function restOf(boxes: Iterable<Box>, now: Date): FieldValues | null {
  let all: FieldValues = {};
  for (const box of boxes) {
    const rest = restOfBox(box, now);
    if (rest === null) return null;
    all = { ...all, ...rest };
  }
  return all;
}

function gatherRefused(blocked: readonly Box[], now: Date): OfRefused {
  const [partly, earlier]: [Box[], EarlierBox[]] = [[], []];
  let [rest, before]: [FieldValues, FieldValues] = [{}, {}];
  for (const box of blocked) {
    const left = box.readSentences(now);
    const last = left === null ? box.readLast() : null;
    if (left !== null) partly.push(box);
    if (last !== null) earlier.push({ box, at: last.at });
    rest = { ...rest, ...(left ?? box.readSaved()) };
    before = { ...before, ...(left ?? last?.fields) };
  }
  return { rest, before, partly, earlier, held: blocked.filter((box) => box.holdsRefused) };
}

/** Looks at each box: screened now, and read. */
export function gather(boxes: Iterable<Box>, now: Date): Gathered {
  const [blocked, unread]: [Box[], Box[]] = [[], []];
  let values: FieldValues = {};
  for (const box of boxes) {
    const reading = box.read(now);
    if (box.screenNow().blocked) blocked.push(box);
    else if (reading.kind === 'fields') values = { ...values, ...reading.fields };
    else if (reading.kind !== 'empty') unread.push(box);
  }
  return { values, blocked, unread, ...gatherRefused(blocked, now) };
}
