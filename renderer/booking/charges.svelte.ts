import type { ChargeFields } from '../../policy/booking.ts';
import { findOffense, type Offense } from '../../policy/offenses/catalogue.ts';
import { createBox, type Box } from './box.svelte.ts';
import type { FieldValues } from './field-reading.ts';
import { showField } from './field-reading.ts';
import { CHARGE_FIELDS } from './form-fields.ts';

/** One charge of the form: an offense of the catalogue, or one written by hand. */
export interface ChargeEntry {
  readonly key: number;
  readonly offense: Offense | null;
  readonly boxes: Readonly<Record<keyof typeof CHARGE_FIELDS, Box>>;
  /** Stored fields that the form does not show. */
  readonly kept: ChargeFields;
}

export interface ChargeList {
  readonly entries: readonly ChargeEntry[];
  /** What the station said about the charges as a whole; goes when one is added. */
  readonly problem: string | null;
  complain(problem: string): void;
  add(offense: Offense): void;
  /** A charge outside the catalogue. */
  write(title: string): void;
  remove(key: number): void;
}

const SEVERITIES: readonly string[] = ['felony', 'misdemeanor', 'civil'];

/** The boxes that are typed in: an offense of the catalogue brings its own statute and title. */
export function typedBoxes({ offense, boxes }: ChargeEntry): readonly Box[] {
  const rest = [boxes.counts, boxes.offenseDate, boxes.disposition];
  return offense === null ? [boxes.statute, boxes.title, ...rest] : rest;
}

export function offenseFields(offense: Offense): ChargeFields {
  return {
    offense: offense.id,
    charge_statute: offense.citation,
    charge_description: offense.title,
    ...(SEVERITIES.includes(offense.level) ? { charge_severity: offense.level } : {}),
  };
}

export function createChargeList(stored: readonly ChargeFields[], onPause: () => void): ChargeList {
  let next = 0;

  function entry(charge: ChargeFields, offense: Offense | null): ChargeEntry {
    const { offense: _, ...fields } = charge;
    const values: FieldValues = fields;
    const box = (name: keyof typeof CHARGE_FIELDS): Box => {
      const field = CHARGE_FIELDS[name];
      const value = values[field.name];
      return createBox({
        field,
        text: showField(field, values),
        stored: value === undefined ? {} : { [field.name]: value },
        onPause,
      });
    };
    next += 1;
    const boxes = {
      statute: box('statute'),
      title: box('title'),
      counts: box('counts'),
      offenseDate: box('offenseDate'),
      disposition: box('disposition'),
    };
    return { key: next, offense, boxes, kept: offense === null ? charge : { ...charge, ...offenseFields(offense) } };
  }
  let entries = $state.raw<readonly ChargeEntry[]>(
    stored.map((charge) => entry(charge, charge.offense === undefined ? null : (findOffense(charge.offense) ?? null))),
  );
  let problem = $state.raw<string | null>(null);
  return {
    get entries() {
      return entries;
    },
    get problem() {
      return problem;
    },
    complain(sentence) {
      problem = sentence;
    },
    add(offense) {
      problem = null;
      entries = [...entries, entry(offenseFields(offense), offense)];
      onPause();
    },
    write(title) {
      problem = null;
      const written = entry({}, null);
      written.boxes.title.text = title;
      entries = [...entries, written];
    },
    remove(key) {
      entries = entries.filter((one) => one.key !== key);
      onPause();
    },
  };
}
