import { z } from 'zod';
import { proof } from './session.ts';
import type { Act, Decision, Ground } from '../policy/decision.ts';
import { ACTS, GROUNDS } from '../policy/decision.ts';
import type { MatterSubject } from '../policy/matters/matter.ts';
import type { Refusal } from '../policy/refusal.ts';
import { CHANNELS, DIRECTIONS, OUTCOMES, RELEASED } from '../policy/notification.ts';
import { LEAVE_OUT_REASONS } from '../policy/release.ts';
import { at } from './booking.ts';
import { matterSubject } from './matter.ts';
import { why } from './opening.ts';

/** Facts are checked name by name by the policy itself; the contract only bounds their size. */
const facts = z.record(z.string().max(60), z.unknown());
const forGround = { bookingId: z.uuid(), ground: z.enum(GROUNDS), facts, cosignId: z.uuid().optional() };

export const evaluateInput = z.strictObject({ ...forGround, act: z.enum(ACTS) });
export const cosignInput = z.strictObject({
  /** Whom the act is about: a booking, or the subject of a matter; the same as in the form that is co-signed. */
  bookingId: z.uuid().optional(),
  subject: matterSubject.optional(),
  /** Absent where the form leaves the ground open. */
  ground: z.enum(GROUNDS).optional(),
  facts,
  ...proof,
});
export const determineInput = z.strictObject(forGround);
export const determinationIdInput = z.strictObject({ determinationId: z.uuid() });
/** One page "May we …?": the act, and whose it is. Without a booking or a matter it is about somebody not booked. */
const toldPlace = { act: z.enum(ACTS), bookingId: z.uuid().optional(), matterId: z.uuid().optional() };
export const toldPlaceInput = z.strictObject(toldPlace);
export const keepToldInput = z.strictObject({
  ...toldPlace,
  subject: matterSubject.default({}),
  /** The ground that is looked at. */
  ground: z.enum(GROUNDS).optional(),
  facts,
});
export const statusInput = z.strictObject({
  bookingId: z.uuid(),
  determinationId: z.uuid(),
  /** The least that serves the ground; stored in the sealed table only. */
  value: z.string().trim().min(1).max(200),
});

export const readStatusInput = z.strictObject({ bookingId: z.uuid(), why });

export const notificationInput = z.strictObject({
  bookingId: z.uuid().optional(),
  determinationId: z.uuid().optional(),
  /** Somebody who is not booked; where a notice went out, the ground is judged with these facts as it is recorded. */
  subject: matterSubject.optional(),
  /** Absent where the form leaves the ground open. */
  ground: z.enum(GROUNDS).optional(),
  facts: facts.optional(),
  cosignId: z.uuid().optional(),
  outcome: z.enum(OUTCOMES),
  direction: z.enum(DIRECTIONS),
  contactedAt: at,
  agency: z.string().trim().min(1).max(120),
  unit: z.string().trim().max(120).optional(),
  recipient: z.string().trim().max(120).optional(),
  /** Number or address used to reach the recipient. */
  reachedAt: z.string().trim().max(120).optional(),
  verifiedHow: z.string().trim().max(400).optional(),
  channel: z.enum(CHANNELS),
  purpose: z.string().trim().min(3).max(1_000),
  released: z.array(z.enum(RELEASED)).max(RELEASED.length).readonly(),
  criminalHistory: z.boolean(),
  reason: z.string().trim().max(2_000).optional(),
});
export const notificationIdInput = z.strictObject({ notificationId: z.uuid() });

/** A page of the log, `before` an entry; all of it where nothing is said. */
export const notificationPageInput = z.strictObject({
  before: z.int().nonnegative().optional(),
  limit: z.int().min(1).max(200).optional(),
});
export const exportInput = z.strictObject({
  notificationIds: z.array(z.uuid()).min(1).max(1_000),
  folder: z.string().min(1),
  /** To whom the copy is handed (`aud`). */
  audience: z.string().trim().min(2).max(200),
  /** What the copy is for; stands on it. */
  purpose: z.string().trim().min(2).max(400).default('not named'),
  /** Disclosures left out of this copy, each by name, with a reason that stands on it. */
  leaveOut: z.array(z.strictObject({ name: z.string().max(60), reason: z.enum(LEAVE_OUT_REASONS) })).default([]),
});

/** The page "May we …?": the decision, the facts that are known and where each came from. */
export interface Evaluation {
  readonly decision: Decision;
  readonly facts: readonly { readonly fact: string; readonly value: unknown; readonly source: string }[];
  readonly opens: readonly Act[];
  readonly standing: Determination | null;
  /** Names of facts that the booking tells otherwise since then: the ground is looked at again before anything more. */
  readonly changed: readonly string[];
}

/** A ground that was found to stand, by whom and until when. */
export interface Determination {
  readonly determinationId: string;
  readonly bookingId: string;
  readonly ground: Ground;
  readonly cite: string;
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly cosignedBy: string | null;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

export interface StatusRecord {
  readonly statusId: string;
  readonly determinationId: string;
  readonly value: string;
  readonly enteredAt: string;
  readonly enteredBy: string;
}

/** Absent from the window unless `open`. */
export interface StatusCompartment {
  readonly open: boolean;
  readonly determinationId: string | null;
  /** How many are in it; they are read for a reason. */
  readonly records: number;
}

/** A contact without the form of its ground. */
export type NotificationDraft = Omit<z.output<typeof notificationInput>, 'ground' | 'facts' | 'cosignId'>;

export interface Notification extends Omit<NotificationDraft, 'subject'> {
  readonly notificationId: string;
  readonly number: string;
  readonly entry: number;
  readonly enteredAt: string;
  readonly decidedBy: string;
  readonly cosignedBy: string | null;
  readonly ground: Ground | null;
  readonly cite: string | null;
  readonly packDigest: string | null;
  readonly facts: Readonly<Record<string, unknown>> | null;
  /** Whom it is about; `bookingNumber` is null where the person is not booked. */
  readonly subject: {
    readonly bookingNumber: string | null;
    readonly lastName: string;
    readonly firstName: string;
  } | null;
  /** The matter that keeps the answer about somebody who is not booked. */
  readonly matterId: string | null;
}

export interface ExportedRecord {
  readonly notificationId: string;
  readonly exportNumber: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** What was told on a page "May we …?" and not recorded yet, of whoever asks; the second person's word is not kept. */
export interface ToldKept {
  /** Null where nothing is kept. */
  readonly keptAt: string | null;
  readonly subject: MatterSubject;
  readonly ground: Ground | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface KeptTold {
  readonly keptAt: string;
  readonly notKept: readonly Refusal[];
}
