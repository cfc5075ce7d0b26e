import type { BookingEvent } from '../../contract/booking.ts';
import type { BookingDraft, BookingFields, ChargeFields } from '../../policy/booking.ts';
import type { BookingFieldName } from '../../policy/fields/approved-fields.ts';
import { createBox, type Box } from './box.svelte.ts';
import { createChargeList, typedBoxes, type ChargeEntry, type ChargeList } from './charges.svelte.ts';
import { showField, type FieldValues } from './field-reading.ts';
import { FORM_FIELDS, NOT_TYPED, PARTS, type FormField, type FormFieldName } from './form-fields.ts';

export interface FormStart extends BookingDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
  readonly events: readonly BookingEvent[];
  /** The version that is being corrected; null before the first saving. */
  readonly version: number | null;
}

/** What can be sent, and which boxes cannot. */
export interface Collected {
  readonly draft: BookingDraft;
  readonly blocked: readonly Box[];
  readonly unread: readonly Box[];
}

/** A form in memory. It outlives its page: text that may not be kept anywhere else waits here. */
export interface BookingForm {
  readonly start: FormStart;
  readonly boxes: ReadonlyMap<FormFieldName, Box>;
  readonly charges: ChargeList;
  /** The version that is being corrected; null before the first saving. */
  baseVersion: number | null;
  /** Counts changes, so that the draft knows when to keep. */
  readonly changes: number;
  /** Typed for a correction. */
  reason: string;
  collect(now: Date): Collected;
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
  readonly blocked: readonly Box[];
  readonly unread: readonly Box[];
}

/** Values of the boxes that passed the screen and can be read. */
function gather(boxes: Iterable<Box>, now: Date): Gathered {
  const [blocked, unread]: [Box[], Box[]] = [[], []];
  let values: FieldValues = {};
  for (const box of boxes) {
    const reading = box.read(now);
    if (box.screenNow().blocked) blocked.push(box);
    else if (reading.kind === 'fields') values = { ...values, ...reading.fields };
    else if (reading.kind !== 'empty') unread.push(box);
  }
  return { values, blocked, unread };
}

function chargeOf(entry: ChargeEntry, gathered: Gathered, position: number): ChargeFields {
  const typed = typedBoxes(entry).map((box) => box.field.name);
  const kept = Object.fromEntries(Object.entries(entry.kept).filter(([name]) => !typed.some((one) => one === name)));
  return { ...kept, ...gathered.values, charge_sequence: position + 1 };
}

export function allBoxes(form: BookingForm): readonly Box[] {
  return [...form.boxes.values(), ...form.charges.entries.flatMap(typedBoxes)];
}

export function createBookingForm(start: FormStart): BookingForm {
  let changes = $state(0);
  let reason = $state('');
  let baseVersion = $state(start.version);
  const changed = (): void => {
    changes += 1;
  };
  const make = (field: FormField<FormFieldName>): [FormFieldName, Box] => [
    field.name,
    createBox({
      field,
      text: showField(field, start.fields),
      stored: pick(start.fields, namesOf(field.name)),
      onPause: changed,
    }),
  ];
  const boxes: ReadonlyMap<FormFieldName, Box> = new Map(FORM_FIELDS.map(make));
  const charges = createChargeList(start.charges, changed);

  return {
    start,
    boxes,
    charges,
    get baseVersion() {
      return baseVersion;
    },
    set baseVersion(next) {
      baseVersion = next;
    },
    get changes() {
      return changes;
    },
    get reason() {
      return reason;
    },
    set reason(next) {
      reason = next;
    },
    collect(now) {
      const own = gather(boxes.values(), now);
      const each = charges.entries.map((entry) => ({ entry, gathered: gather(typedBoxes(entry), now) }));
      return {
        draft: {
          fields: { ...pick(start.fields, NOT_TYPED), ...own.values },
          charges: each.map(({ entry, gathered }, position) => chargeOf(entry, gathered, position)),
        },
        blocked: [...own.blocked, ...each.flatMap(({ gathered }) => gathered.blocked)],
        unread: [...own.unread, ...each.flatMap(({ gathered }) => gathered.unread)],
      };
    },
  };
}
