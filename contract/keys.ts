import { z } from 'zod';

/** Why another key signs from now on: its term comes to an end, it is lost, or somebody else may have it. */
export const KEY_CHANGES = ['term', 'lost', 'compromised'] as const;
export type KeyChange = (typeof KEY_CHANGES)[number];

export const changeKeyInput = z.strictObject({
  /** Folder or stick with the recovery files. */
  recoveryFolder: z.string().min(1).max(4_000),
  /** As typed from the paper. */
  recoveryKey: z.string().max(200),
  why: z.enum(KEY_CHANGES),
  /** What happened; screened as a reason. */
  reason: z.string().min(1).max(400),
});

/** A certificate of the station. */
export interface KeyLine {
  /** `town`: a chain of a town's authority for one of these keys. */
  readonly kind: 'root' | 'signing' | 'town';
  /** SHA-256 of the certificate, of a chain that of its root, hex in pairs with colons. */
  readonly fingerprint: string;
  /** How the authority calls itself; null for the station's own certificates. */
  readonly name: string | null;
  /** RFC 7638 thumbprint of its key, as records name it. */
  readonly kid: string;
  /** ISO times. */
  readonly from: string;
  readonly until: string;
  /** Whether this key signs today; of a chain, whether exports carry it. */
  readonly current: boolean;
  /** When the root called it back, ISO; null where it never did. */
  readonly revokedAt: string | null;
}

/** The root whose fingerprint recipients compare. */
export interface PinnedRoot {
  /** SHA-256, hex in pairs with colons. */
  readonly fingerprint: string;
  /** Name of the authority whose root it is; null for the station's own. */
  readonly authority: string | null;
  /** ISO times. */
  readonly from: string;
  readonly until: string;
}

/** The last drill of a kind of change. */
export interface LastDrill {
  readonly why: KeyChange;
  /** ISO time; null where it never was practised. */
  readonly at: string | null;
  /** Whether the root opened and every step was done. */
  readonly passed: boolean;
  /** When every step of one was done, or the station began, ISO; a year after that it is due again. */
  readonly since: string;
  readonly due: boolean;
}

/** The newest first. */
export interface StationKeys {
  readonly keys: readonly KeyLine[];
  /** For what is signed today; null only where the records have lost it. */
  readonly root: PinnedRoot | null;
  /** Until when the key before signs heads of the log beside the new one, ISO; null where one key signs alone. */
  readonly overlapUntil: string | null;
  /** When each kind of change was last practised. */
  readonly drills: readonly LastDrill[];
}

export interface ChangedKey extends StationKeys {
  /** Its entry in the log. */
  readonly entry: number;
  /** The list of what the root called back (RFC 5280 5), beside the recovery files; null where it called nothing back. */
  readonly crl: string | null;
}
