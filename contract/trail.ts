import { z } from 'zod';
import { entry, nothing } from './call.ts';
import { ROLES } from '../policy/people.ts';

export const reviewInput = z.strictObject({
  /** Number of the newest entry that was shown. */
  upto: z.int().min(0),
  /** What was found, where something was. */
  remark: z.string().trim().min(1).max(400).optional(),
});

/** One entry of the log: what kind, when, by whom; never what it is about. */
export interface TrailLine {
  readonly entry: number;
  /** Null where nothing says when. */
  readonly at: string | null;
  /** Null where somebody made the entry unreadable. */
  readonly type: string | null;
  /** Display name; null where nobody was signed in, or the entry cannot be read. */
  readonly by: string | null;
  readonly call: string | null;
  readonly code: string | null;
  /** Why something sealed was opened; null elsewhere, and for whom sees no case. */
  readonly why: string | null;
}

/** What tells that a name may not be its owner's alone; the first: the right passphrase, and no second factor soon after. */
export const SIGNS = ['left-at-factor', 'key-counted-back', 'closed'] as const;

export interface TrailSign {
  readonly sign: (typeof SIGNS)[number];
  /** Display name; null where nobody is called so. */
  readonly by: string | null;
  readonly times: number;
  /** Number and moment of the newest of them. */
  readonly entry: number;
  readonly lastAt: string;
}

export type TrailCount = Pick<TrailLine, 'type' | 'call' | 'code'> & { readonly count: number };

export interface Review {
  readonly upto: number;
  readonly at: string;
  readonly by: string;
  readonly remark: string | null;
}

/** What was done since the last review (CJIS AU-6: at least weekly). */
export interface Trail {
  /** What a reviewer looks at before all else, the newest first. */
  readonly signs: readonly TrailSign[];
  /** The newest first. */
  readonly lines: readonly TrailLine[];
  /** The most frequent first; a refusal by its code, a look by its call. */
  readonly counts: readonly TrailCount[];
  readonly reviews: readonly Review[];
  /** Whole days since the last review, or since the station began. */
  readonly days: number;
  readonly overdue: boolean;
}

export const TRAIL_CALLS = {
  'trail.get': entry(['supervisor', 'chief', 'auditor', 'administrator'], nothing),
  'trail.mine': entry(ROLES, nothing),
  'trail.review': entry(['supervisor', 'chief'], reviewInput),
} as const;

export interface TrailOutputs {
  'trail.get': Trail;
  'trail.mine': readonly TrailLine[];
  'trail.review': Review;
}
