import { z } from 'zod';

export const adoptInput = z.strictObject({
  /** Path of a pack's file; the pack that ships with the program where it is absent. */
  path: z.string().min(1).max(4_096).optional(),
});
export const acknowledgeInput = z.strictObject({ digest: z.string().regex(/^[\da-f]{64}$/) });
const words = z.string().trim().min(3).max(2_000);
export const interpretInput = z.strictObject({
  readings: z
    .array(z.strictObject({ id: z.string().min(1).max(80), reading: words, reason: words }))
    .min(1)
    .max(60),
});

/** Why no version of the policy can be applied now, so that every gated act stays closed. */
export type PolicyTrouble = 'none-adopted' | 'gap' | 'unreadable' | 'wrong-signature';

/** One adopted version. */
export interface PolicyVersion {
  /** SHA-256 of its canonical JSON, hex. */
  readonly digest: string;
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  /** First day on which it no longer counts, by its own dates or its successor's; null while none is known. */
  readonly endsOn: string | null;
  readonly state: 'in-force' | 'coming' | 'over';
  readonly proof: 'good' | 'unreadable' | 'wrong-signature';
  readonly adoptedAt: string;
  /** Display name. */
  readonly adoptedBy: string;
  readonly acknowledgements: readonly { readonly person: string; readonly at: string }[];
  /** When the person who asks has acknowledged it; null where not yet. */
  readonly acknowledgedAt: string | null;
}

export interface PolicyVersions {
  /** In the order of their adoption. */
  readonly versions: readonly PolicyVersion[];
  readonly inForce: string | null;
  readonly trouble: PolicyTrouble | null;
  /** The pack that comes with the program. */
  readonly shipped: {
    readonly digest: string;
    readonly id: string;
    readonly version: string;
    readonly adopted: boolean;
  };
}

/** A version that was just adopted. */
export interface AdoptedVersion {
  readonly digest: string;
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}
