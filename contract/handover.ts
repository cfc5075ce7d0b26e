import { z } from 'zod';
import type { BookingLine, OpenDraft, WaitingMatter } from './booking.ts';
import type { Duty } from './matter.ts';
import { proof } from './session.ts';

/** What is handed over, by how many there are of each. */
export const HANDED = ['inCustody', 'clocks', 'unfinished', 'due', 'drafts', 'waiting', 'keptApart'] as const;
export type Handed = (typeof HANDED)[number];
export type HandedCounts = Readonly<Record<Handed, number>>;

export const handoverInput = z.strictObject({
  /** The digest that came with the list that was shown; a list that changed since refuses with `changed-meanwhile`. */
  shown: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the next shift must know besides. */
  note: z.string().trim().max(1_000).optional(),
  /** Of whoever takes over. */
  ...proof,
});

/** A shift that was handed over, signed by two. */
export interface Handover extends HandedCounts {
  readonly entry: number;
  readonly at: string;
  /** Display names. */
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
  /** There is a note that may not be read; `note` is null then. */
  readonly withheld: boolean;
}

/** What the next shift must know. */
export interface ToHandOver {
  readonly inCustody: readonly BookingLine[];
  /** Calls and help that run, and who is held past release. */
  readonly clocks: readonly Duty[];
  /** Records that were opened life first and still lack facts. */
  readonly unfinished: readonly Duty[];
  /** What else has to be done, with its time. */
  readonly due: readonly Duty[];
  readonly drafts: readonly OpenDraft[];
  readonly waiting: readonly WaitingMatter[];
  /** Imported rows that were refused and wait for a look. */
  readonly keptApart: number;
  /** SHA-256 over the ids of all of the above and what the page and the paper tell of them, hex: what both sign. */
  readonly digest: string;
  /** The newest first. */
  readonly before: readonly Handover[];
}
