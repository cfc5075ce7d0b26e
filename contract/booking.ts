import { z } from 'zod';
import { BOOKING_EVENTS, type BookingDraft, type BookingEventKind } from '../policy/booking.ts';
import { APPROVED_FIELDS, type BookingFieldName, type ChargeFieldName } from '../policy/fields/approved-fields.ts';
import type { BookingFields, ChargeFields } from '../policy/booking.ts';
import type { LateBackup } from './backup.ts';
import type { WaitingForm, WaitingTold } from './waiting.ts';
import type { MatterKind } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';

const value = z.union([z.string().max(200_000), z.number(), z.boolean(), z.array(z.string().max(2_000)).max(200)]);

type Shape<N extends string> = Readonly<Record<N, z.ZodOptional<typeof value>>>;

function holds<N extends string>(shape: Shape<string>, names: readonly N[]): shape is Shape<N> {
  return names.every((name) => name in shape);
}

function shapeOf<N extends string>(names: readonly N[]): Shape<N> {
  const shape: Shape<string> = Object.fromEntries(names.map((name) => [name, value.optional()]));
  if (!holds(shape, names)) throw new TypeError('a field has no shape');
  return shape;
}

const isOf =
  <P extends string>(part: P) =>
  <F extends { readonly part: string }>(field: F): field is F & { readonly part: P } =>
    field.part === part;
const BOOKING_NAMES: readonly BookingFieldName[] = APPROVED_FIELDS.filter(isOf('booking')).map((field) => field.name);
const CHARGE_NAMES: readonly ChargeFieldName[] = APPROVED_FIELDS.filter(isOf('charge')).map((field) => field.name);

/** Strict shapes made from the allow-list: a key outside it is refused by name. */
const bookingFields = z.strictObject(shapeOf(BOOKING_NAMES));
const chargeFields = z.strictObject({ ...shapeOf(CHARGE_NAMES), offense: z.string().max(120).optional() });
export const at = z.iso.datetime({ offset: true });

const draft = { fields: bookingFields, charges: z.array(chargeFields).max(99) };
export const bookingIdInput = z.strictObject({ bookingId: z.uuid() });
export const saveBookingInput = z.strictObject({ bookingId: z.uuid(), ...draft });
export const correctBookingInput = z.strictObject({
  bookingId: z.uuid(),
  /** The version that was corrected; a newer one refuses with `changed-meanwhile`. */
  baseVersion: z.int().min(1),
  reason: z.string().trim().min(3).max(2_000),
  ...draft,
});
export const keepDraftInput = z.strictObject({ bookingId: z.uuid(), fields: bookingFields, charges: draft.charges });
export const abandonInput = z.strictObject({ bookingId: z.uuid(), reason: z.string().max(2_000).optional() });
export const bookingEventInput = z.strictObject({
  bookingId: z.uuid(),
  kind: z.enum(BOOKING_EVENTS),
  at,
  detail: z.string().max(2_000).optional(),
});
export const listBookingsInput = z.strictObject({
  /** Keyset page: bookings saved before this one. */
  before: z.uuid().optional(),
  limit: z.int().min(1).max(200).default(50),
});
export const findBookingsInput = z.strictObject({
  /** As typed into the box: names, numbers, dates. Screened as a search, kept nowhere. */
  words: z.string().max(200),
  limit: z.int().min(1).max(100).default(20),
});

export interface OpenedBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
}

export interface KeptDraft {
  readonly keptAt: string;
  /** Paths that were not kept, each with its reason. */
  readonly notKept: readonly Refusal[];
}

export interface SavedBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly version: number;
  /** Position of the ledger entry. */
  readonly entry: number;
}

export interface BookingEvent {
  readonly id: string;
  readonly kind: BookingEventKind | 'opened' | 'saved' | 'corrected' | 'arrested';
  readonly at: string;
  readonly enteredAt: string;
  readonly by: string;
  readonly detail?: string;
}

export interface Booking extends BookingDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly version: number;
  /** Position of the ledger entry of this version. */
  readonly entry: number;
  readonly openedAt: string;
  readonly savedAt: string;
  readonly savedBy: string;
  readonly origin: 'desk' | 'import';
  readonly events: readonly BookingEvent[];
  readonly corrections: readonly {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
  }[];
}

/** A form that was begun and not yet saved. */
export interface OpenDraft {
  readonly bookingId: string;
  readonly number: string;
  readonly reservedAt: string;
  readonly keptAt: string | null;
  readonly fields: BookingFields;
  readonly charges: readonly ChargeFields[];
}

/** Boxes that lost sentences or entries: names of fields, each once, and when that happened last. */
export interface DraftCut {
  readonly at: string;
  readonly boxes: readonly string[];
}

/** An unfinished form as its page shows it; events may be recorded before the first saving. */
export interface OpenForm extends OpenDraft {
  /** Null unless sentences were taken out of what was kept, since words that were let through were taken back. */
  readonly cut: DraftCut | null;
  readonly events: readonly BookingEvent[];
}

/** One line of a list. `custody` is what the events say now. */
export interface BookingLine {
  readonly bookingId: string;
  readonly number: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly charge: string;
  readonly bookedAt: string;
  /** Under 18 when booked, or maybe: named on no paper that leaves (M28). */
  readonly minor: boolean;
  readonly custody: {
    readonly inCustody: boolean;
    readonly releaseEligibleAt: string | null;
    readonly releasedAt: string | null;
  };
}

/** A request that nobody decided yet, or help or a detention that goes on. */
export interface WaitingMatter {
  readonly matterId: string;
  readonly number: string;
  readonly kind: MatterKind;
  /** Name of whom it is about; null where nobody is known. */
  readonly person: string | null;
  /** When it began, as told. */
  readonly since: string;
  /** Of a request: how it came, and its form where one was recognised. */
  readonly channel: string | null;
  readonly form: string | null;
}

/** Something that is looked through and signed, or practised, every so often, and was not for too long. */
export interface DueReview {
  readonly kind: 'accounts' | 'trail' | 'drill';
  /** When it was last signed or practised, or when the station began. */
  readonly since: string;
}

export interface Desk {
  readonly drafts: readonly OpenDraft[];
  /** What waits longest first. */
  readonly waiting: readonly WaitingMatter[];
  /** What whoever asks told on "May we …?" and has not recorded, the oldest first. */
  readonly told: readonly WaitingTold[];
  /** What whoever asks typed of matters and has not recorded, the oldest first. */
  readonly forms: readonly WaitingForm[];
  readonly inCustody: readonly BookingLine[];
  /** `onPaper` says the same without anybody who is, or may be, under 18 (M28). */
  readonly shift: readonly {
    readonly at: string;
    readonly kind: string;
    readonly text: string;
    readonly onPaper: string;
  }[];
  /** `at`: when the newest entry was written; null where it cannot be read, or where there is none. */
  readonly head: { readonly entries: number; readonly at: string | null };
  readonly supervisor: string | null;
  readonly quarantined: number;
  /** What whoever asks may sign or practise and is overdue. */
  readonly reviews: readonly DueReview[];
  /** Null where backups are made as planned, or none are planned. */
  readonly lateBackup: LateBackup | null;
  /** The policy in force, where whoever asks has not said yet that they read it (P-3); null otherwise. */
  readonly toAcknowledge: { readonly id: string; readonly version: string } | null;
}
