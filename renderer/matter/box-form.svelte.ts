import type { MatterDetail, MatterField } from '../../policy/matters/matter.ts';
import type { Refusal } from '../../policy/refusal.ts';
import { refusalText } from '../words/refusal-text.ts';
import { readBox, type BoxContent } from './read-box.ts';

/** One box of a form that is made from the rules. */
export class MatterBox {
  readonly field: MatterField;
  #text = $state('');
  #picked = $state.raw<readonly string[]>([]);
  problem = $state.raw<string | null>(null);
  /** Two moments to choose from, in the night in which an hour comes twice. */
  choices = $state.raw<readonly string[]>([]);

  constructor(field: MatterField, start: Partial<BoxContent> = {}) {
    this.field = field;
    this.#text = start.text ?? '';
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

const contentOf = (known: string | readonly string[]): BoxContent =>
  typeof known === 'string' ? { text: known, picked: [] } : { text: '', picked: known };

const AT: MatterField = { name: 'at', type: 'time', ahead: false, required: true };

export interface BoxForm {
  readonly at: MatterBox;
  readonly boxes: readonly MatterBox[];
  /** What belongs to no box. */
  readonly refusals: readonly Refusal[];
  /** Null where something is missing or cannot stay; each box then says so. */
  read(now: Date): { readonly at: string; readonly detail: MatterDetail } | null;
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

/** A form of the boxes of one event, or of what ends a duty; `start` is what is known already. */
export function createBoxForm(
  fields: readonly MatterField[],
  start: Readonly<Record<string, string | readonly string[]>> = {},
): BoxForm {
  const at = new MatterBox(AT, { text: 'now' });
  const boxes = fields.map((field) => new MatterBox(field, contentOf(start[field.name] ?? '')));
  let refusals = $state.raw<readonly Refusal[]>([]);

  return {
    at,
    boxes,
    get refusals() {
      return refusals;
    },
    read(now) {
      const moment = readInto(at, now);
      const values = boxes.flatMap((box): readonly (readonly [string, string | boolean | readonly string[]])[] => {
        const value = readInto(box, now);
        return value === null ? [] : [[box.field.name, value]];
      });
      if (typeof moment !== 'string' || ![at, ...boxes].every(stands)) return null;
      return { at: moment, detail: Object.fromEntries(values) };
    },
    refuse(found) {
      const all = [at, ...boxes];
      const boxOf = (refusal: Refusal): MatterBox | undefined => {
        const name = refusal.field?.split('.').at(-1);
        return all.find((box) => box.field.name === name);
      };
      for (const refusal of found) {
        const box = boxOf(refusal);
        if (box !== undefined) box.problem = refusalText(refusal);
      }
      refusals = found.filter((refusal) => boxOf(refusal) === undefined);
    },
  };
}
