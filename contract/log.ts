import { z } from 'zod';

export const beginLogInput = z.strictObject({ reason: z.string().min(1).max(2_000) });

/** A signed head of the log. */
export interface LogHead {
  readonly size: number;
  /** SHA-256 in base64, as the signed note has it. */
  readonly root: string;
  readonly at: string;
  readonly cause: string;
}

/** Why the log is refused, and how many entries are missing at its end. */
export interface RefusedLog {
  readonly why: string;
  readonly missing: number;
  /** Entries that the newest known head counts. */
  readonly known: number;
}

/** Where the log stands. */
export interface LogState {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** The newest first. */
  readonly heads: readonly LogHead[];
  /** Null where the log only grew since it was last signed. */
  readonly refused: RefusedLog | null;
}
