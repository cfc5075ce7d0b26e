import { z } from 'zod';
import { SET_BACK_CAUSES } from '../policy/set-back.ts';

export const beginLogInput = z.strictObject({ reason: z.string().min(1).max(2_000) });

/** A signed head of the log as text (C2SP signed note), as it stands in a file or in a square on paper. */
export const noteText = z.string().min(1).max(2_000);

/** What a head is signed for, on somebody's word. */
export const signHeadInput = z.strictObject({ cause: z.enum(['report', 'shift']) });
export const compareHeadInput = z.strictObject({ note: noteText });

/** What a step back of the log in time was, at the entry that is older than one before it. */
export const accountInput = z.strictObject({
  entry: z.number().int().min(0),
  cause: z.enum(SET_BACK_CAUSES),
});

/** A head that was just signed, with the note that proves it. */
export interface SignedLogHead extends LogHead {
  readonly note: string;
}

/** An older head that the log of today contains. */
export interface ContainedHead {
  readonly size: number;
  readonly root: string;
  /** When it was signed; null where these records do not keep it. */
  readonly at: string | null;
  /** Entries made since. */
  readonly since: number;
}

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
