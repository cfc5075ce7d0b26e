// What was typed of a matter and not recorded yet waits for whoever typed it.
import { z } from 'zod';
import { MATTER_KINDS } from '../policy/matters/matter.ts';
import type { TypedForm } from '../policy/matters/typed-form.ts';
import type { Refusal } from '../policy/refusal.ts';
import { at } from './booking.ts';
import { entry, nothing } from './call.ts';
import { matterSubject, typedDetail } from './matter.ts';
import type { WaitingForm } from './waiting.ts';

const CLERKS = ['booking-officer', 'supervisor', 'chief', 'records-clerk'] as const;

/** One form: of an event of a matter, or of one that would begin a matter, then with or without a booking. */
const formPlace = {
  kind: z.enum(MATTER_KINDS),
  event: z.string().max(40),
  matterId: z.uuid().optional(),
  bookingId: z.uuid().optional(),
};
export const formPlaceInput = z.strictObject(formPlace);
export const keepFormInput = z.strictObject({
  ...formPlace,
  at: at.optional(),
  detail: typedDetail,
  /** Names of boxes whose text may not be kept and is not sent; other names are dropped. */
  left: z.array(z.string().max(60)).max(40).default([]),
  /** Whom it would be about; not used where the matter has begun. */
  subject: matterSubject.default({}),
});

export const FORM_CALLS = {
  'matter.keepForm': entry(CLERKS, keepFormInput),
  'matter.forms': entry(CLERKS, nothing),
  'matter.dropForm': entry(CLERKS, formPlaceInput),
} as const;

/** The same with all that was kept of it. */
export interface KeptForm extends WaitingForm, TypedForm {}

export interface FormOutputs {
  'matter.keepForm': { readonly keptAt: string; readonly notKept: readonly Refusal[] };
  /** Of whoever asks, the oldest first. */
  'matter.forms': { readonly forms: readonly KeptForm[] };
  'matter.dropForm': { readonly dropped: boolean };
}
