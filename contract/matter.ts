import { z } from 'zod';
import { ACTS, GROUNDS, SUBJECT_ROLES, type Act, type Ground } from '../policy/decision.ts';
import { MATTER_KINDS, type MatterDetail, type MatterKind, type MatterSubject } from '../policy/matters/matter.ts';
import { at } from './booking.ts';
import { why } from './opening.ts';

/** Facts, boxes and texts are checked name by name by the policy; the contract only bounds their size. */
const facts = z.record(z.string().max(60), z.unknown());
/** Boxes by name, as they are told. */
export const typedDetail = z.record(
  z.string().max(60),
  z.union([
    z.string().max(2_000),
    z.boolean(),
    z.array(z.string().max(60)).max(20).readonly(),
    z
      .array(z.record(z.string().max(60), z.string().max(2_000)).readonly())
      .max(40)
      .readonly(),
  ]),
);
const event = z.strictObject({ kind: z.string().max(40), at, detail: typedDetail });
export const matterSubject = z.strictObject({
  role: z.enum(SUBJECT_ROLES).optional(),
  lastName: z.string().trim().max(120).optional(),
  firstName: z.string().trim().max(120).optional(),
  dob: z.iso.date().optional(),
});
/** What the policy is asked before an event that needs its word. */
const asked = z.strictObject({ ground: z.enum(GROUNDS).optional(), facts, cosignId: z.uuid().optional() });

export const openMatterInput = z.strictObject({
  kind: z.enum(MATTER_KINDS),
  bookingId: z.uuid().optional(),
  subject: matterSubject,
  event,
  asked: asked.optional(),
});
export const matterEventInput = z.strictObject({ matterId: z.uuid(), event, asked: asked.optional() });
export const matterIdInput = z.strictObject({ matterId: z.uuid() });
export const listMattersInput = z.strictObject({
  kind: z.enum(MATTER_KINDS).optional(),
  bookingId: z.uuid().optional(),
  /** Only those that are not closed. */
  open: z.boolean().default(false),
});
/** The page "May we …?" about somebody who is not booked, or for every ground at once. */
export const explainInput = z.strictObject({
  act: z.enum(ACTS),
  bookingId: z.uuid().optional(),
  subject: matterSubject.default({}),
  facts,
  /** The ground that a co-signer put their name to. */
  ground: z.enum(GROUNDS).optional(),
  cosignId: z.uuid().optional(),
});
export const attachScanInput = z.strictObject({ matterId: z.uuid(), path: z.string().min(1) });
export const readScanInput = z.strictObject({
  matterId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where its copy goes. */
  folder: z.string().min(1),
  why,
});
export const listDutiesInput = z.strictObject({
  /** Only those that nobody has ended yet. */
  open: z.boolean().default(true),
});
export const dutyActInput = z.strictObject({
  dutyId: z.uuid(),
  /** `attempt` logs a try; `done` ends the duty. */
  kind: z.enum(['attempt', 'done']),
  at,
  detail: typedDetail,
});

export interface MatterEvent {
  readonly id: string;
  readonly kind: string;
  /** When it happened, as told; `enteredAt` is when it was entered. A gap of an hour or more is a late entry. */
  readonly at: string;
  readonly enteredAt: string;
  /** Display name. */
  readonly by: string;
  readonly detail: MatterDetail;
  /** What was told is sealed; whether it opens to whoever asks. Null where nothing is sealed. */
  readonly sealed: { readonly readable: boolean } | null;
  readonly decision: MatterDecision | null;
}

/** What the policy answered before the event. */
export interface MatterDecision {
  readonly act: Act;
  readonly ground: Ground | null;
  readonly cite: string | null;
  readonly outcome: 'allow' | 'refuse';
  readonly missing: readonly string[];
  readonly request: Readonly<Record<string, unknown>>;
  readonly packDigest: string;
  readonly cosignedBy: string | null;
}

export interface Matter {
  readonly matterId: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly bookingId: string | null;
  readonly bookingNumber: string | null;
  /** "Testperson, Alex", of the booking as it holds now; null where the matter is of no booking. */
  readonly bookedName: string | null;
  readonly subject: MatterSubject;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly closedAt: string | null;
  readonly events: readonly MatterEvent[];
  readonly scans: readonly Scan[];
  readonly duties: readonly Duty[];
}

/** A paper of a matter, sealed; its hash is what a record names. */
export interface Scan {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly at: string;
  /** Display name. */
  readonly by: string;
  /** Whether it opens to whoever asks. */
  readonly readable: boolean;
}

/** A copy of a paper, outside the sealed records from now on. */
export interface OpenedScan {
  readonly path: string;
}

export interface MatterLine {
  readonly matterId: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly about: string;
  readonly openedAt: string;
  readonly lastEvent: string;
  readonly closedAt: string | null;
}

/** Something that has to be done, with its time. `late` counts by the steady clock, which nobody can set back. */
export interface Duty {
  readonly dutyId: string;
  /** Code of the pack: `jttf`, `cleared`, `written-confirmation`. */
  readonly duty: string;
  readonly label: string;
  readonly cite: string;
  readonly ground: Ground;
  readonly matterId: string | null;
  readonly bookingId: string | null;
  /** Number of the matter or booking and a name. */
  readonly about: string;
  /** Name of whom it is about; null where nobody is known. */
  readonly person: string | null;
  readonly since: string;
  readonly by: string;
  /** Milliseconds left; below zero it is late. */
  readonly left: number;
  /** How far it has escalated: 0 not yet, then 1, 2, 3. */
  readonly escalation: number;
  readonly doneAt: string | null;
  readonly events: readonly DutyEvent[];
}

export interface DutyEvent {
  readonly kind: 'attempt' | 'done' | 'escalated' | 'clock';
  readonly at: string;
  readonly enteredAt: string;
  readonly by: string;
  readonly detail: MatterDetail;
}
