import { z } from 'zod';
import type { Account } from './account.ts';

export const accountReviewInput = z.strictObject({
  /** Number of the newest entry of the log when the list was shown. */
  upto: z.int().min(0),
  /** What was found, where something was. */
  remark: z.string().trim().min(1).max(400).optional(),
});

/** What may befall an account. */
export const ACCOUNT_CHANGES = [
  'added',
  'passphrase-changed',
  'deactivated',
  'released',
  'enabled',
  'factor-set',
  'codes-made',
  'factor-removed',
  'key-added',
  'key-removed',
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

export interface ReviewedAccount extends Account {
  readonly addedAt: string;
  /** What changed since the last review, the oldest first. */
  readonly changes: readonly { readonly at: string; readonly change: AccountChange }[];
}

export interface AccountReview {
  readonly upto: number;
  readonly at: string;
  /** Display name. */
  readonly by: string;
  /** How many accounts stood in the list, and how many of these may sign in. */
  readonly accounts: number;
  readonly active: number;
  readonly remark: string | null;
}

/** Every account, for the review of a year (CJIS AC-2, AC-6). */
export interface AccountsToReview {
  readonly accounts: readonly ReviewedAccount[];
  /** To be handed back with the signature. */
  readonly upto: number;
  /** The newest first. */
  readonly reviews: readonly AccountReview[];
  /** Whole days since the last review, or since the station began. */
  readonly days: number;
  readonly overdue: boolean;
}
