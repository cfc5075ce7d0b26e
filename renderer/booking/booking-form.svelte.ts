import type { BookingEvent } from '../../contract/booking.ts';
import type { BookingDraft, BookingFields } from '../../policy/booking.ts';
import { missingOf, type Origin } from '../../policy/gate/required.ts';
import { verdictOn } from '../screened/refused-place.ts';
import { Box, type BoxWatch } from './box.svelte.ts';
import { ChargeList, chargeOf, typedBoxes, type ChargeEntry } from './charges.svelte.ts';
import { ownValues, showField, type FieldValues } from './field-reading.ts';
import { FORM_FIELDS, type FormFieldName } from './form-fields.ts';
import { gather, gatherEarlier, type Earlier, type Gathered } from './gather.ts';
import { keyOf } from './same-draft.ts';

export interface FormStart extends BookingDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
  readonly events: readonly BookingEvent[];
  /** The version that is being corrected; null before the first saving. */
  readonly version: number | null;
  /** Where the record comes from; a new one is the desk's. */
  readonly origin?: Origin;
}

/** What can be sent, and which boxes cannot. */
export interface Collected extends Pick<Gathered, 'blocked' | 'unread' | 'partly'>, Pick<Earlier, 'earlier'> {
  readonly draft: BookingDraft;
  /** What can be sent without the sentences that are refused, where the whole texts go on waiting in memory. */
  readonly rest: BookingDraft;
  /** What may be kept unsaved: of a refused box its other sentences, else its last text that passed. */
  readonly keepable: BookingDraft;
  /** Those of its charges, in order. */
  readonly entries: readonly ChargeEntry[];
}

/** What going to the grounds does with the form: it saves, asks first for what is needed, or saves nothing. */
export type OnTheWay = 'saves' | 'needs' | 'reason' | 'held' | 'nothing';

/** Letters of the shortest reason. */
const SHORTEST = 3;

interface GatheredForm {
  readonly own: Gathered;
  /** Charge by charge. */
  readonly each: readonly Gathered[];
}

/** What was saved, for which reason, after so many changes of the form. */
interface Sent extends Pick<Collected, 'draft' | 'entries'> {
  readonly changes: number;
  readonly reason: string;
}

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
  /** What the record holds of it. */
  #record = $state.raw('');
  /** Whether the reason of a correction is told, and may stay. */
  readonly hasReason: boolean = $derived(
    this.reason.trim().length >= SHORTEST && !verdictOn(this.reason, 'reason').blocked,
  );

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
    this.#record = keyOf(this.#rest(this.#gathered(asks.now())));
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
    this.#record = keyOf(draft);
    if (this.reason === reason) this.reason = '';
  }
  /** Looks at what the screen said last of each box. */
  onTheWay(now: Date): OnTheWay {
    if (this.held.length > 0) return 'held';
    const gathered = this.#gathered(now);
    if ([gathered.own, ...gathered.each].some(({ unread }) => unread.length > 0)) return 'needs';
    const rest = this.#rest(gathered);
    const corrects = this.baseVersion !== null;
    if (corrects && keyOf(rest) === this.#record) return 'nothing';
    if (!this.#stands(rest)) return 'needs';
    return corrects && !this.hasReason ? 'reason' : 'saves';
  }
  savesOnTheWay(now: Date): boolean {
    return !['held', 'nothing'].includes(this.onTheWay(now));
  }
  /** Whether the gate will miss nothing. Of a file it asks only for what nobody types here; the time it knows itself. */
  #stands({ fields, charges }: BookingDraft): boolean {
    const booking_datetime = fields.booking_datetime ?? this.start.reservedAt;
    const draft = { fields: { ...fields, booking_datetime }, charges };
    return this.start.origin === 'import' || missingOf(draft, 'desk').length === 0;
  }
  #gathered(now: Date): GatheredForm {
    const own = gather(this.boxes.values(), now);
    return { own, each: this.charges.entries.map((entry) => gather(typedBoxes(entry), now)) };
  }
  #rest({ own, each }: GatheredForm): BookingDraft {
    const restOf = ({ values, left, saved }: Gathered): FieldValues => ({ ...saved, ...left, ...values });
    return this.#draftOf(restOf(own), each.map(restOf));
  }
  #draftOf(own: FieldValues, charges: readonly FieldValues[]): BookingDraft {
    const { booking_datetime } = this.start.fields;
    return {
      // The rest of what nobody types the station knows: who saves is not always who began.
      fields: { ...(booking_datetime === undefined ? {} : { booking_datetime }), ...own },
      charges: this.charges.entries.map((entry, position) => chargeOf(entry, charges[position] ?? {}, position)),
    };
  }
  /** Screens each box, and reads it. */
  collect(now: Date): Collected {
    for (const box of this.allBoxes) box.screenNow();
    const gathered = this.#gathered(now);
    const { own, each } = gathered;
    const all = [own, ...each];
    const earlier = all.map(gatherEarlier);
    const draftOf = (valuesOf: (one: Gathered) => FieldValues): BookingDraft =>
      this.#draftOf(valuesOf(own), each.map(valuesOf));
    return {
      entries: this.charges.entries,
      draft: draftOf(({ values }) => values),
      rest: this.#rest(gathered),
      keepable: draftOf((one) => ({ ...earlier[all.indexOf(one)]?.before, ...one.left, ...one.values })),
      blocked: all.flatMap(({ blocked }) => blocked),
      unread: all.flatMap(({ unread }) => unread),
      partly: all.flatMap(({ partly }) => partly),
      earlier: earlier.flatMap((one) => one.earlier),
    };
  }
}
