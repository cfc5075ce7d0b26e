import type { MatterDetail, MatterField } from '../../policy/matters/matter.ts';
import type { Refusal } from '../../policy/refusal.ts';
import type { Verdict } from '../../policy/screen/verdict.ts';
import { isSealedBox } from '../../policy/matters/matter-rules.ts';
import { keptOf, LastPassed, type KeptText } from '../screened/last-passed.ts';
import { showMoment } from '../time/show.ts';
import { refusalText } from '../words/refusal-text.ts';
import type { TypedNow } from './form-keeper.svelte.ts';
import { readBox, screenBox, type BoxContent, type BoxReading } from './read-box.ts';

const WRITTEN: readonly MatterField['type'][] = ['text', 'name', 'last-four'];

/** One box of a form that is made from the rules. */
export class MatterBox {
  readonly field: MatterField;
  readonly #last: LastPassed;
  #text = $state('');
  #picked = $state.raw<readonly string[]>([]);
  problem = $state.raw<string | null>(null);
  /** Two moments to choose from, in the night in which an hour comes twice. */
  choices = $state.raw<readonly string[]>([]);

  constructor(field: MatterField, start: Partial<BoxContent> = {}) {
    this.field = field;
    this.#text = start.text ?? '';
    this.#last = new LastPassed(this.#text);
    this.#picked = start.picked ?? [];
  }
  get text(): string {
    return this.#text;
  }
  set text(next: string) {
    this.#text = next;
    this.#settle();
  }
  get picked(): readonly string[] {
    return this.#picked;
  }
  /** What may be kept of it unrecorded: of a refused text its other sentences, else the last one that passed. */
  readKept(now: Date): { readonly reading: BoxReading; readonly isPart: boolean } {
    const { field, picked } = this;
    const { text, isPart } = this.#kept();
    return { reading: readBox(field, { text, picked }, now), isPart };
  }
  #kept(): KeptText {
    const { field, text } = this;
    const whole = { text, isPart: false };
    if (!WRITTEN.includes(field.type)) return whole;
    const screened = (one: string): Verdict => screenBox(field, one);
    const verdict = screened(text);
    this.#last.hear(text, verdict);
    if (!verdict.blocked) return whole;
    if (field.type !== 'text') return { text: this.#last.text, isPart: false };
    return keptOf(this.#last, text, { screened, passes: (rest) => rest.length <= field.most });
  }
  toggle(option: string): void {
    this.#picked = this.#picked.includes(option)
      ? this.#picked.filter((one) => one !== option)
      : [...this.#picked, option];
    this.#settle();
  }
  #settle(): void {
    this.problem = null;
    this.choices = [];
  }
}

type Known = string | readonly string[];
const contentOf = (known: Known): BoxContent =>
  typeof known === 'string' ? { text: known, picked: [] } : { text: '', picked: known };

/** What a box held as it was kept, as somebody types it; undefined where it held nothing. */
function keptIn(field: MatterField, value: MatterDetail[string] | undefined): Known | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return field.type === 'time' ? showMoment(value) : value;
  return value?.flatMap((one) => (typeof one === 'string' ? [one] : []));
}

const saysOf = ({ text, picked }: BoxContent): string => JSON.stringify([text, picked]);
const isBare = ({ text, picked }: BoxContent): boolean => text.trim() === '' && picked.length === 0;

const AT: MatterField = { name: 'at', type: 'time', ahead: false, required: true };

export interface BoxForm {
  readonly at: MatterBox;
  readonly boxes: readonly MatterBox[];
  /** All that stands in the boxes, as one text: it changes when they do. */
  readonly contents: string;
  /** What belongs to no box. */
  readonly refusals: readonly Refusal[];
  /** Null where something is missing or cannot stay; each box then says so. */
  read(now: Date): { readonly at: string; readonly detail: MatterDetail } | null;
  /** What may be kept of it unrecorded; null where nobody typed anything. Nothing is said at the boxes. */
  typed(now: Date): TypedNow | null;
  /** What the station refused goes to the boxes it is about; all that was typed stays. */
  refuse(refusals: readonly Refusal[]): void;
}

function readInto(box: MatterBox, now: Date): string | boolean | readonly string[] | null {
  const reading = readBox(box.field, box, now);
  box.problem = reading.kind === 'problem' ? reading.problem : null;
  box.choices = reading.kind === 'choose' ? reading.choices : [];
  return reading.kind === 'value' ? reading.value : null;
}

const stands = (box: MatterBox): boolean => box.problem === null && box.choices.length === 0;

function typedIn(all: readonly MatterBox[], now: Date): TypedNow {
  const open = all.filter(({ field }) => !isSealedBox(field));
  const kept = open.map((box) => ({ name: box.field.name, ...box.readKept(now) }));
  const values = kept.flatMap(({ name, reading }) =>
    reading.kind === 'value' ? [[name, reading.value] as const] : [],
  );
  const partly = kept.filter(({ isPart }) => isPart).map(({ name }) => name);
  const { at, ...detail } = Object.fromEntries(values);
  const stays = (box: MatterBox): boolean => open.includes(box) && readBox(box.field, box, now).kind === 'value';
  const left = all.filter((box) => !isBare(box) && !stays(box)).map(({ field }) => field.name);
  return { ...(typeof at === 'string' ? { at } : {}), detail, left, partly };
}

function readAll(boxes: readonly MatterBox[], now: Date): MatterDetail {
  const values = boxes.flatMap((box): readonly (readonly [string, string | boolean | readonly string[]])[] => {
    const value = readInto(box, now);
    return value === null ? [] : [[box.field.name, value]];
  });
  return Object.fromEntries(values);
}

/** Says at each box what was refused of it; answers what belongs to none. */
function refuseAt(all: readonly MatterBox[], found: readonly Refusal[]): readonly Refusal[] {
  return found.filter((refusal) => {
    const name = refusal.field?.split('.').at(-1);
    const box = all.find(({ field }) => field.name === name);
    if (box !== undefined) box.problem = refusalText(refusal);
    return box === undefined;
  });
}

/**
 * A form of the boxes of one event, or of what ends a duty; `start` is what is known already, `kept` what was typed
 * before and not recorded.
 */
export function createBoxForm(
  fields: readonly MatterField[],
  start: Readonly<Record<string, Known>> = {},
  kept: Pick<TypedNow, 'at' | 'detail'> | null = null,
): BoxForm {
  const at = new MatterBox(AT, { text: kept?.at === undefined ? 'now' : showMoment(kept.at) });
  const known = (field: MatterField): Known => start[field.name] ?? '';
  const boxes = fields.map(
    (field) => new MatterBox(field, contentOf(keptIn(field, kept?.detail[field.name]) ?? known(field))),
  );
  const untouched = (): boolean =>
    at.text === 'now' && boxes.every((box) => saysOf(box) === saysOf(contentOf(known(box.field))));
  let refusals = $state.raw<readonly Refusal[]>([]);

  return {
    at,
    boxes,
    get contents() {
      return [at, ...boxes].map(saysOf).join();
    },
    get refusals() {
      return refusals;
    },
    read(now) {
      const moment = readInto(at, now);
      const detail = readAll(boxes, now);
      return typeof moment === 'string' && [at, ...boxes].every(stands) ? { at: moment, detail } : null;
    },
    typed(now) {
      const typed = typedIn([at, ...boxes], now);
      return untouched() ? null : typed;
    },
    refuse(found) {
      refusals = refuseAt([at, ...boxes], found);
    },
  };
}
