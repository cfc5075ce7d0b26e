import { z } from 'zod';

/** One thing that was checked, in plain words. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What kind of fault it is, where it is one of the records: `tail-cut`. */
  readonly code?: string;
  /** Number of the first entry that is concerned, where it can be told. */
  readonly at?: number;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  /** The first check that failed, or its first bad position. */
  readonly firstBad?: string;
}

/** Folders and files beside the station's own, into which copies went. */
export const leaksInput = z.strictObject({ paths: z.array(z.string().min(1).max(4_096)).max(50) });

/** A place that tells status; its words are not repeated. */
export interface LeakedText {
  readonly place: string;
  /** Column of the row, text of the file, or its name. */
  readonly part: string;
  readonly category: string;
  readonly clause: string;
  /** Letters that tell it. */
  readonly length: number;
}

/** A saved text that a phrase let through which was taken back since; it is no leak, and to be looked at. */
export interface LetThroughText extends LeakedText {
  /** When the phrase was taken back; RFC 3339. */
  readonly takenBack: string;
}

/**
 * `checks`, by name: `stored`, `own files`, `copies`, `read`, `program files`, `crash dumps`, `printed sheets`,
 * `without words`. Scripts go by the names; new ones come behind.
 */
export interface LeakReport extends CheckReport {
  readonly leaks: readonly LeakedText[];
  readonly letThrough: readonly LetThroughText[];
  /** Compact JWS over the same, with log, time and person. */
  readonly signed: string;
}
