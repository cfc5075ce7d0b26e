import type { BookingEvent } from '../../contract/booking.ts';
import type { BookingDraft, BookingFields, ChargeFields } from '../../policy/booking.ts';
import { missingOf } from '../../policy/gate/required.ts';
import { Box, type BoxWatch } from './box.svelte.ts';
import { ChargeList, typedBoxes, type ChargeEntry } from './charges.svelte.ts';
import { ownValues, showField, type FieldValues } from './field-reading.ts';
import { FORM_FIELDS, type FormFieldName } from './form-fields.ts';
import { gather, restOf, type Gathered } from './gather.ts';

export interface FormStart extends BookingDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
  readonly events: readonly BookingEvent[];
  /** The version that is being corrected; null before the first saving. */
  readonly version: number | null;
}

/** What can be sent, and which boxes cannot. */
export interface Collected extends Pick<Gathered, 'blocked' | 'unread' | 'partly' | 'earlier' | 'held'> {
  readonly draft: BookingDraft;
  /** What can be sent without the sentences that are refused, where the whole texts go on waiting in memory. */
  readonly rest: BookingDraft;
  /** What may be kept unsaved: of a refused box its other sentences, else its last text that passed. */
  readonly keepable: BookingDraft;
  /** Those of its charges, in order. */
  readonly entries: readonly ChargeEntry[];
}

/** What going to the grounds does with the form: it saves, finds first what a booking needs, or saves nothing. */
export type OnTheWay = 'saves' | 'needs' | 'held' | 'nothing';

/** What was saved, for which reason, after so many changes of the form. */
interface Sent extends Pick<Collected, 'draft' | 'entries'> {
  readonly changes: number;
  readonly reason: string;
}

function chargeOf(entry: ChargeEntry, values: FieldValues, position: number): ChargeFields {
  const typed = typedBoxes(entry).map((box) => box.field.name);
  const kept = Object.fromEntries(Object.entries(entry.kept).filter(([name]) => !typed.some((one) => one === name)));
  return { ...kept, ...values, charge_sequence: position + 1 };
}

const keysOf = (entries: readonly ChargeEntry[]): string => entries.map(({ key }) => key).join();

function createBoxes(fields: BookingFields, watch: BoxWatch): ReadonlyMap<FormFieldName, Box> {
  const entries = FORM_FIELDS.map((field) => {
    const stored = ownValues(field, fields);
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
  /** Counts what somebody typed. */
  changes = $state(0);
  /** Counts what may be kept now and was not before, or the other way, though nobody typed. */
  judged = $state(0);
  #savedChanges = $state(0);
  /** The charges that the record holds, in order. */
  #savedCharges = $state.raw('');

  constructor(start: FormStart, asks: Pick<BoxWatch, 'now' | 'taught'>) {
    const watch: BoxWatch = {
      ...asks,
      isSaved: start.version !== null,
      onChange: () => {
        this.changes += 1;
      },
      onJudged: () => {
        this.judged += 1;
      },
    };
    this.start = start;
    this.baseVersion = start.version;
    this.boxes = createBoxes(start.fields, watch);
    this.charges = new ChargeList(start.charges, watch);
    this.#savedCharges = keysOf(this.charges.entries);
  }
  get allBoxes(): readonly Box[] {
    return [...this.boxes.values(), ...this.charges.entries.flatMap(typedBoxes)];
  }
  /** Boxes with marked words. */
  get refused(): readonly Box[] {
    return this.allBoxes.filter((box) => box.verdict.blocked);
  }
  /** Boxes with marked words of which the record holds something else: the whole text stands here alone. */
  get waiting(): readonly Box[] {
    return this.refused.filter((box) => !box.isAsSaved);
  }
  /** Boxes with marked words of which the record holds words that no longer pass. */
  get held(): readonly Box[] {
    return this.refused.filter((box) => box.holdsRefused);
  }
  /** Whom it is about, as a list may show it while the boxes of the name are refused. */
  get person(): { readonly last_name: string; readonly first_name: string } {
    const shown = (name: FormFieldName): string => this.boxes.get(name)?.passing.trim() ?? '';
    return { last_name: shown('last_name'), first_name: shown('first_name') };
  }
  tidy(now: Date): void {
    for (const box of this.allBoxes) {
      box.tidy(now);
      box.screenNow();
    }
  }
  /** Whether something would be lost with the window that no saving and no draft holds. */
  get isUnsaved(): boolean {
    return this.baseVersion === null || this.changes !== this.#savedChanges;
  }
  /** Whether somebody typed since it was saved; leaving a tidied box changes nothing. */
  get isTypedOn(): boolean {
    return this.isUnsaved || this.reason !== '';
  }
  /** It was saved as it stood then; the whole texts of refused boxes stay here. */
  settle({ changes, reason, draft, entries }: Sent): void {
    this.#savedChanges = changes;
    for (const box of this.boxes.values()) box.settle(draft.fields);
    for (const [at, { boxes }] of entries.entries()) {
      for (const box of Object.values(boxes)) box.settle(draft.charges[at] ?? {});
    }
    this.#savedCharges = keysOf(entries);
    if (this.reason === reason) this.reason = '';
  }
  /** Looks at what the screen said last of each box. */
  onTheWay(now: Date): OnTheWay {
    if (this.baseVersion === null) return this.#standsWithout(now) ? 'saves' : 'needs';
    if (!this.isUnsaved) return 'nothing';
    if (this.held.length > 0) return 'held';
    const sameCharges = this.#savedCharges === keysOf(this.charges.entries);
    if (sameCharges && !this.allBoxes.some((box) => box.changesRecord(now))) return 'nothing';
    return this.#standsWithout(now) ? 'saves' : 'needs';
  }
  savesOnTheWay(now: Date): boolean {
    return ['saves', 'needs'].includes(this.onTheWay(now));
  }
  /** Whether it could be saved without what is refused. */
  #standsWithout(now: Date): boolean {
    const own = restOf(this.boxes.values(), now);
    const each = this.charges.entries.map((entry) => restOf(typedBoxes(entry), now));
    if (own === null || !each.every((one) => one !== null)) return false;
    // What a correction needs depends on where the booking comes from; what was saved had it.
    return this.baseVersion !== null || missingOf(this.#draftOf(own, each), 'desk').length === 0;
  }
  #draftOf(own: FieldValues, charges: readonly FieldValues[]): BookingDraft {
    const { booking_datetime } = this.start.fields;
    return {
      // The rest of what nobody types the station knows: who saves is not always who began.
      fields: { ...(booking_datetime === undefined ? {} : { booking_datetime }), ...own },
      charges: this.charges.entries.map((entry, position) => chargeOf(entry, charges[position] ?? {}, position)),
    };
  }
  collect(now: Date): Collected {
    const own = gather(this.boxes.values(), now);
    const { entries } = this.charges;
    const each = entries.map((entry) => gather(typedBoxes(entry), now));
    const all = [own, ...each];
    const draftOf = (valuesOf: (gathered: Gathered) => FieldValues): BookingDraft =>
      this.#draftOf(valuesOf(own), each.map(valuesOf));
    return {
      entries,
      draft: draftOf(({ values }) => values),
      rest: draftOf(({ values, rest }) => ({ ...rest, ...values })),
      keepable: draftOf(({ values, before }) => ({ ...before, ...values })),
      blocked: all.flatMap(({ blocked }) => blocked),
      unread: all.flatMap(({ unread }) => unread),
      partly: all.flatMap(({ partly }) => partly),
      earlier: all.flatMap(({ earlier }) => earlier),
      held: all.flatMap(({ held }) => held),
    };
  }
}
