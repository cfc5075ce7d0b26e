import { z } from 'zod';
import { proof } from './session.ts';
import { OPENING_REASONS, ORDER_KINDS, type OrderKind } from '../policy/order.ts';
import { at } from './booking.ts';
import { why } from './opening.ts';

/** Texts are read by the gate; the contract bounds them. */
const order = z.strictObject({
  kind: z.enum(ORDER_KINDS),
  section: z.string().trim().max(8),
  court: z.string().trim().min(2).max(120),
  docket: z.string().trim().min(1).max(60),
  orderedOn: z.iso.date(),
  reference: z.string().trim().max(120).optional(),
});

/** Ids of matters and refused answers that belong to no booking and are about the same person. */
const beside = z.array(z.uuid()).max(200);

export const findOrderInput = z.strictObject({ number: z.string().trim().min(1).max(60) });
export const previewOrderInput = z.strictObject({ bookingId: z.uuid(), kind: z.enum(ORDER_KINDS), beside });
const under = { bookingId: z.uuid(), order, beside };
export const cosignOrderInput = z.strictObject({
  ...under,
  ...proof,
});
export const carryOutOrderInput = z.strictObject({
  ...under,
  /** Number of the booking, typed once more. */
  typed: z.string().trim().max(60),
  cosignId: z.uuid(),
});

/** How somebody was told that a copy must go. */
export const TOLD_HOW = ['letter', 'email', 'phone', 'in-person'] as const;
export const toldInput = z.strictObject({ recallId: z.uuid(), at, how: z.enum(TOLD_HOW) });
export const openSealedInput = z.strictObject({ bookingId: z.uuid(), reason: z.enum(OPENING_REASONS), why });

/** A booking that an order may be about. */
export interface OrderedBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly dob: string | null;
  readonly bookedAt: string;
  readonly sealed: boolean;
}

/** A record of no booking that may be about the same person. */
export interface BesideRecord {
  readonly id: string;
  readonly kind: 'matter' | 'refused-answer';
  readonly number: string | null;
  readonly at: string;
  readonly person: string | null;
  readonly likely: boolean;
}

/** What stands in the way: somebody in a cell, a duty that runs, a seal that is there already or is not. */
export type OrderObstacle = 'in-custody' | 'duty-runs' | 'sealed-already' | 'not-sealed';

/** Exactly what goes, or is closed, before anybody says yes. */
export interface OrderPreview {
  readonly booking: OrderedBooking;
  /** Rows by table; those with none are left out. */
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
  readonly beside: readonly BesideRecord[];
  /** Who holds a copy or was told, and will have to be told of the order. */
  readonly audiences: readonly { readonly audience: string; readonly number: string | null; readonly leftAt: string }[];
  /** Copies of the records beside them, that go with it; names of files. */
  readonly copies: readonly string[];
  /** It came from a records system, which may send it again. */
  readonly imported: boolean;
  readonly obstacles: readonly OrderObstacle[];
}

/** Names nobody and nothing. */
export interface OrderReceipt {
  readonly kind: OrderKind;
  readonly at: string;
  /** The files hold no trace any more; otherwise it is done again at the next start. */
  readonly clean: boolean;
  readonly copies: number;
  /** How many have to be told. */
  readonly audiences: number;
}

/** Somebody who has yet to be told. */
export interface Recall {
  readonly recallId: string;
  readonly audience: string;
  readonly reached: string | null;
  readonly number: string | null;
  readonly leftAt: string;
}

export interface SealedBooking {
  readonly bookingId: string;
  readonly number: string;
  readonly sealedAt: string;
  /** Display name. */
  readonly sealedBy: string;
}
