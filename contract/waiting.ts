// What somebody began and has not recorded, as their desk tells of it.
import type { Act } from '../policy/decision.ts';
import type { TypedForm } from '../policy/matters/typed-form.ts';

/** Facts that were told about an act and of which nothing was recorded yet. */
export interface WaitingTold {
  readonly act: Act;
  readonly bookingId: string | null;
  readonly matterId: string | null;
  readonly number: string | null;
  /** Null where nobody is named. */
  readonly person: string | null;
  readonly keptAt: string;
}

/** A form that somebody began, as its desk tells of it. */
export interface WaitingForm {
  readonly kind: TypedForm['kind'];
  readonly event: string;
  readonly matterId: string | null;
  readonly bookingId: string | null;
  /** Of the matter, else of the booking. */
  readonly number: string | null;
  /** Null where nobody is named. */
  readonly person: string | null;
  readonly keptAt: string;
}
