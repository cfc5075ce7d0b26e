import type { ChargeFields } from '../../policy/booking.ts';
import { findOffense, type Offense } from '../../policy/offenses/catalogue.ts';
import { Box, type BoxWatch } from './box.svelte.ts';
import { showField, type FieldValues } from './field-reading.ts';
import { CHARGE_FIELDS } from './form-fields.ts';

type ChargeBox = keyof typeof CHARGE_FIELDS;

/** One charge of the form: an offense of the catalogue, or one written by hand. */
export interface ChargeEntry {
  readonly key: number;
  readonly offense: Offense | null;
  readonly boxes: Readonly<Record<ChargeBox, Box>>;
  /** Stored fields, those that the form does not show among them. */
  readonly kept: ChargeFields;
}

const SEVERITIES: readonly string[] = ['felony', 'misdemeanor', 'civil'];

/** The boxes that are typed in: an offense of the catalogue brings its own statute and title. */
export function typedBoxes({ offense, boxes }: ChargeEntry): readonly Box[] {
  const rest = [boxes.counts, boxes.offenseDate, boxes.disposition];
  return offense === null ? [boxes.statute, boxes.title, ...rest] : rest;
}

function offenseFields(offense: Offense): ChargeFields {
  return {
    offense: offense.id,
    charge_statute: offense.citation,
    charge_description: offense.title,
    ...(SEVERITIES.includes(offense.level) ? { charge_severity: offense.level } : {}),
  };
}

function offenseOf(charge: ChargeFields): Offense | null {
  return charge.offense === undefined ? null : (findOffense(charge.offense) ?? null);
}

function boxFor(name: ChargeBox, charge: ChargeFields, watch: BoxWatch): Box {
  const field = CHARGE_FIELDS[name];
  const value = charge[field.name];
  const stored: FieldValues = value === undefined ? {} : { [field.name]: value };
  return new Box({ field, text: showField(field, stored), stored, ...watch });
}

/** A charge as it is sent, with what the form does not show of it. */
export function chargeOf(entry: ChargeEntry, values: FieldValues, position: number): ChargeFields {
  const typed = typedBoxes(entry).map((box) => box.field.name);
  const kept = Object.fromEntries(Object.entries(entry.kept).filter(([name]) => !typed.some((one) => one === name)));
  return { ...kept, ...values, charge_sequence: position + 1 };
}

/** The charges of a form, in order. */
export class ChargeList {
  readonly #watch: BoxWatch;
  #entries = $state.raw<readonly ChargeEntry[]>([]);
  #problem = $state.raw<string | null>(null);
  #lastKey = 0;

  constructor(stored: readonly ChargeFields[], watch: BoxWatch) {
    this.#watch = watch;
    this.#entries = stored.map((charge) => this.#entry(charge, offenseOf(charge)));
  }
  get entries(): readonly ChargeEntry[] {
    return this.#entries;
  }
  /** What the station said about the charges as a whole; goes when one is added. */
  get problem(): string | null {
    return this.#problem;
  }
  complain(problem: string): void {
    this.#problem = problem;
  }
  add(offense: Offense): void {
    this.#append(this.#entry({}, offense));
    this.#watch.onChange();
  }
  /** A charge outside the catalogue. */
  write(title: string): void {
    const written = this.#entry({}, null);
    this.#append(written);
    written.boxes.title.text = title;
  }
  remove(key: number): void {
    this.#entries = this.#entries.filter((entry) => entry.key !== key);
    this.#watch.onChange();
  }
  #append(entry: ChargeEntry): void {
    this.#problem = null;
    this.#entries = [...this.#entries, entry];
  }
  #entry(stored: ChargeFields, offense: Offense | null): ChargeEntry {
    const kept = offense === null ? stored : { ...stored, ...offenseFields(offense) };
    const box = (name: ChargeBox): Box => boxFor(name, kept, this.#watch);
    this.#lastKey += 1;
    return {
      key: this.#lastKey,
      offense,
      kept,
      boxes: {
        statute: box('statute'),
        title: box('title'),
        counts: box('counts'),
        offenseDate: box('offenseDate'),
        disposition: box('disposition'),
      },
    };
  }
}
