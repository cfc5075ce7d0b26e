import type { Box } from './box.svelte.ts';
import type { FieldValues } from './field-reading.ts';

/** What boxes say. Of those that are refused: */
export interface Gathered {
  /** Values of those that passed and can be read. */
  readonly values: FieldValues;
  readonly blocked: readonly Box[];
  readonly unread: readonly Box[];
  /** Of the blocked ones their other sentences. */
  readonly left: FieldValues;
  /** Those that have some. */
  readonly partly: readonly Box[];
  /** Of those that have none what the record holds, where it passes today. */
  readonly saved: FieldValues;
}

/** A refused box, and when its last text that passed stood there. */
interface EarlierBox {
  readonly box: Box;
  readonly at: Date;
}

/** Of boxes of which nothing is left the last texts that passed. */
export interface Earlier {
  readonly before: FieldValues;
  readonly earlier: readonly EarlierBox[];
}

function gatherRefused(blocked: readonly Box[], now: Date): Pick<Gathered, 'left' | 'partly' | 'saved'> {
  const partly: Box[] = [];
  let [left, saved]: [FieldValues, FieldValues] = [{}, {}];
  for (const box of blocked) {
    const sentences = box.readSentences(now);
    if (sentences === null) saved = { ...saved, ...box.readSaved() };
    else {
      partly.push(box);
      left = { ...left, ...sentences };
    }
  }
  return { left, partly, saved };
}

/** Reads each box, by what the screen said of it last. */
export function gather(boxes: Iterable<Box>, now: Date): Gathered {
  const [blocked, unread]: [Box[], Box[]] = [[], []];
  let values: FieldValues = {};
  for (const box of boxes) {
    const reading = box.verdict.blocked ? null : box.read(now);
    if (reading === null) blocked.push(box);
    else if (reading.kind === 'fields') values = { ...values, ...reading.fields };
    else if (reading.kind !== 'empty') unread.push(box);
  }
  return { values, blocked, unread, ...gatherRefused(blocked, now) };
}

export function gatherEarlier({ blocked, partly }: Pick<Gathered, 'blocked' | 'partly'>): Earlier {
  const earlier: EarlierBox[] = [];
  let before: FieldValues = {};
  for (const box of blocked.filter((one) => !partly.includes(one))) {
    const last = box.readLast();
    if (last === null) continue;
    earlier.push({ box, at: last.at });
    before = { ...before, ...last.fields };
  }
  return { before, earlier };
}
