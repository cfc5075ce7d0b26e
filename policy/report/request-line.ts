// One line of a report for each request, as the window and the command line show it.
import type { Ground } from '../decision.ts';
import type { Ask } from '../matters/asks.ts';
import type { Form } from '../matters/forms.ts';
import type { Role } from '../people.ts';

/** What a request is by its paper; without one it is `other`, whatever it asks. */
export type RequestKind = 'detainer' | 'civil-warrant' | 'judicial-warrant' | 'other';

/** Times are ISO with offset, minutes are whole. Null where nothing was told. */
export interface RequestLine {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly enteredAt: string;
  readonly channel: string | null;
  readonly agency: string | null;
  readonly form: Form | null;
  readonly kind: RequestKind;
  /** What is asked for: as told, else what the form asks. */
  readonly asks: readonly Ask[];
  /** The priority that they claim (the schedule of the policy). */
  readonly claimed: string | null;
  readonly decision: string | null;
  /** The ground under which it was answered, where one was needed. */
  readonly ground: Ground | null;
  /** The clause under which it was declined, or a part of it. */
  readonly clause: string | null;
  readonly decidedBy: Role | null;
  readonly minutesToDecide: number | null;
  /** When the person was given a copy, in which language and how. */
  readonly copyAt: string | null;
  readonly copyLanguage: string | null;
  readonly copyHow: string | null;
  /** Level of the gravest charge of the booking. */
  readonly charge: string | null;
  readonly bailSetAt: string | null;
  readonly releaseEligibleAt: string | null;
  readonly releasedAt: string | null;
  /** Where a detention of the same booking ended: released, to court, to jail, to another agency. */
  readonly endedHow: string | null;
  /** Categories of data that left about this booking since. */
  readonly released: readonly string[];
  readonly criminalHistory: boolean;
  /** The call to the task force that this request, or its booking, made due: 2(c). */
  readonly jttf: 'none' | 'open' | 'done';
  /** From when the facts were known until it was reached, or tried last. */
  readonly jttfMinutes: number | null;
}
