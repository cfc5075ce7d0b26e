import { z } from 'zod';
import { proof } from './session.ts';
import { TAUGHT_FIELDS, type TaughtPhrase } from '../policy/screen/taught.ts';

const place = z.int().min(0).max(200_000);

export const teachInput = z.strictObject({
  field: z.enum(TAUGHT_FIELDS),
  /** The text as the gate reads it, with the refused place in it; what is kept of it the station works out by itself. */
  text: z.string().min(1).max(200_000),
  /** UTF-16 offsets of the marked words. */
  start: place,
  end: place,
  /** Why it tells nobody's status. */
  reason: z.string().trim().min(3).max(400),
  /** Sign-in name and passphrase of the supervisor who confirms. */
  ...proof,
});
export const revokePhraseInput = z.strictObject({
  phraseId: z.uuid(),
  reason: z.string().trim().min(3).max(400).optional(),
});

/** What was taught, and all that the station lets through from now on. */
export interface Taught {
  readonly taught: TaughtPhrase;
  /** Display name. */
  readonly confirmedBy: string;
  readonly phrases: readonly TaughtPhrase[];
}

/** The phrases as they stand after one was taken back. */
export interface Revoked {
  readonly entries: readonly PhraseEntry[];
  /** How many unfinished forms lost sentences or entries with it. */
  readonly drafts: number;
}

/** A saved text that a phrase was let through in. */
export interface PhraseUse {
  readonly bookingId: string;
  readonly number: string;
  readonly savedAt: string;
  /** Display name. */
  readonly savedBy: string;
}

/** A phrase with its history. */
export interface PhraseEntry extends TaughtPhrase {
  readonly phraseId: string;
  /** Number of the ledger entry that covers it. */
  readonly entry: number;
  readonly at: string;
  /** Display names. */
  readonly askedBy: string;
  readonly confirmedBy: string;
  readonly reason: string;
  /** Texts that were saved with it, in all and within the last seven days. */
  readonly uses: number;
  readonly usesThisWeek: number;
  /** Null while it stands. */
  readonly revoked: {
    readonly at: string;
    /** Display name. */
    readonly by: string;
    readonly reason: string | null;
    readonly entry: number;
    /** Bookings that still hold it, the newest first. */
    readonly toReview: readonly PhraseUse[];
  } | null;
}
