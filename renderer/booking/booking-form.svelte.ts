import type { BookingEvent } from '../../contract/booking.ts';
import type { BookingDraft, BookingFields, ChargeFields } from '../../policy/booking.ts';
import type { BookingFieldName } from '../../policy/fields/approved-fields.ts';
import { Box, type BoxWatch } from './box.svelte.ts';
import { ChargeList, typedBoxes, type ChargeEntry } from './charges.svelte.ts';
import { showField, type FieldValues } from './field-reading.ts';
import { FORM_FIELDS, PARTS, type FormFieldName } from './form-fields.ts';

export interface FormStart extends BookingDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
  readonly events: readonly BookingEvent[];
  /** The version that is being corrected; null before the first saving. */
  readonly version: number | null;
}

/** A refused box, and when its last text that passed stood there. */
interface EarlierBox {
  readonly box: Box;
  readonly at: Date;
}

/** What can be sent, and which boxes cannot. */
export interface Collected {
  readonly draft: BookingDraft;
  /** What may be kept unsaved: of a refused box its last text that passed. */
  readonly keepable: BookingDraft;
  readonly blocked: readonly Box[];
  readonly unread: readonly Box[];
  /** Of the boxes that are blocked, those of which an earlier text may be kept. */
  readonly earlier: readonly EarlierBox[];
}

function namesOf(name: FormFieldName): readonly BookingFieldName[] {
  return name === 'address' || name === 'arresting_officer' ? PARTS[name] : [name];
}

function pick(fields: BookingFields, names: readonly BookingFieldName[]): BookingFields {
  const found = names.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}

interface Gathered {
  readonly values: FieldValues;
  /** What stood in blocked boxes before. */
  readonly before: FieldValues;
  readonly blocked: readonly Box[];
  readonly unread: readonly Box[];
  readonly earlier: readonly EarlierBox[];
}

/** Values of the boxes that passed the screen and can be read. */
function gather(boxes: Iterable<Box>, now: Date): Gathered {
  const [blocked, unread, earlier]: [Box[], Box[], EarlierBox[]] = [[], [], []];
  let [values, before]: [FieldValues, FieldValues] = [{}, {}];
  for (const box of boxes) {
    const reading = box.read(now);
    if (box.screenNow().blocked) {
      const last = box.readLast();
      blocked.push(box);
      if (last !== null) earlier.push({ box, at: last.at });
      before = { ...before, ...last?.fields };
    } else if (reading.kind === 'fields') values = { ...values, ...reading.fields };
    else if (reading.kind !== 'empty') unread.push(box);
  }
  return { values, before, blocked, unread, earlier };
}

function chargeOf(entry: ChargeEntry, values: FieldValues, position: number): ChargeFields {
  const typed = typedBoxes(entry).map((box) => box.field.name);
  const kept = Object.fromEntries(Object.entries(entry.kept).filter(([name]) => !typed.some((one) => one === name)));
  return { ...kept, ...values, charge_sequence: position + 1 };
}

function createBoxes(fields: BookingFields, watch: BoxWatch): ReadonlyMap<FormFieldName, Box> {
  const entries = FORM_FIELDS.map((field) => {
    const stored = pick(fields, namesOf(field.name));
    return [field.name, new Box({ field, text: showField(field, fields), stored, ...watch })] as const;
  });
  return new Map(entries);
}

/** A form in memory. It outlives its page: text that may not be kept anywhere else waits here. */
export class BookingForm {
  readonly start: FormStart;
  readonly boxes: ReadonlyMap<FormFieldName, Box>;
  readonly charges: ChargeList;
  /** Typed for a correction. */
  reason = $state('');
  /** The version that is being corrected; null before the first saving. */
  baseVersion = $state<number | null>(null);
  /** Counts changes, so that the draft knows when to keep. */
  changes = $state(0);

  constructor(start: FormStart, asks: Omit<BoxWatch, 'onChange'>) {
    const watch: BoxWatch = {
      ...asks,
      onChange: () => {
        this.changes += 1;
      },
    };
    this.start = start;
    this.baseVersion = start.version;
    this.boxes = createBoxes(start.fields, watch);
    this.charges = new ChargeList(start.charges, watch);
  }
  get allBoxes(): readonly Box[] {
    return [...this.boxes.values(), ...this.charges.entries.flatMap(typedBoxes)];
  }
  /** Another text whenever somebody typed; leaving a tidied box changes nothing. */
  get stand(): string {
    return JSON.stringify([this.changes, this.reason]);
  }
  tidy(now: Date): void {
    for (const box of this.allBoxes) box.tidy(now);
  }
  collect(now: Date): Collected {
    const own = gather(this.boxes.values(), now);
    const each = this.charges.entries.map((entry) => ({ entry, gathered: gather(typedBoxes(entry), now) }));
    const all = [own, ...each.map(({ gathered }) => gathered)];
    const draftOf = (valuesOf: (gathered: Gathered) => FieldValues): BookingDraft => ({
      // The rest of what nobody types the station knows: who saves is not always who began.
      fields: { ...pick(this.start.fields, ['booking_datetime']), ...valuesOf(own) },
      charges: each.map(({ entry, gathered }, position) => chargeOf(entry, valuesOf(gathered), position)),
    });
    return {
      draft: draftOf(({ values }) => values),
      keepable: draftOf(({ values, before }) => ({ ...before, ...values })),
      blocked: all.flatMap(({ blocked }) => blocked),
      unread: all.flatMap(({ unread }) => unread),
      earlier: all.flatMap(({ earlier }) => earlier),
    };
  }
}
