// Calls about orders of a court, which are confidential (c.276 s.100O).
import type { Person } from '../policy/people.ts';
import type { Booking } from './booking.ts';
import { entry, nothing } from './call.ts';
import {
  carryOutOrderInput,
  cosignOrderInput,
  findOrderInput,
  openSealedInput,
  previewOrderInput,
  toldInput,
  type OrderedBooking,
  type OrderPreview,
  type OrderReceipt,
  type Recall,
  type SealedBooking,
} from './order.ts';

/** The chief carries an order out, a records clerk works off who has to be told. */
const CHIEF = ['chief'] as const;
const TELLERS = ['chief', 'records-clerk'] as const;

export const ORDER_CALLS = {
  'order.find': entry(CHIEF, findOrderInput),
  'order.preview': entry(CHIEF, previewOrderInput),
  'order.cosign': entry(CHIEF, cosignOrderInput),
  'order.carryOut': entry(CHIEF, carryOutOrderInput),
  'order.recalls': entry(TELLERS, nothing),
  'order.told': entry(TELLERS, toldInput),
  'order.sealed': entry(CHIEF, nothing),
  'order.openSealed': entry(CHIEF, openSealedInput),
} as const;

export interface OrderOutputs {
  'order.find': readonly OrderedBooking[];
  'order.preview': OrderPreview;
  'order.cosign': { readonly cosignId: string; readonly person: Person };
  'order.carryOut': OrderReceipt;
  'order.recalls': readonly Recall[];
  'order.told': readonly Recall[];
  'order.sealed': readonly SealedBooking[];
  'order.openSealed': Booking;
}
