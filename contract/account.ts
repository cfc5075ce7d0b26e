import { z } from 'zod';
import type { Person } from '../policy/people.ts';
import { LOCK_MINUTES, type StationSettings } from '../policy/settings.ts';
import { provedAgain, provedJustNow } from './security-key.ts';
import type { SessionState } from './session.ts';

export const beginFactorInput = z.strictObject(provedJustNow);
export const renewCodesInput = z.strictObject(provedAgain);
export const codeInput = z.strictObject({ code: z.string().trim().min(1).max(40) });
export const changePassphraseInput = z.strictObject({
  passphrase: z.string().min(1).max(400),
  next: z.string().max(400),
});
export const settingInput = z.strictObject({
  'second-factor': z.enum(['own-choice', 'everybody']).optional(),
  'lock-after': z.enum(LOCK_MINUTES).optional(),
  'hide-from-capture': z.enum(['no', 'yes']).optional(),
});

/** A secret on its way into a phone. */
export interface Enrolling {
  /** Base 32 in groups of four, for phones without a camera. */
  readonly secret: string;
  /** What the square says. */
  readonly uri: string;
}

export interface RecoveryCodes {
  /** Shown once; none where they have some already. */
  readonly recoveryCodes: readonly string[];
}

export interface Enrolled extends RecoveryCodes {
  readonly session: SessionState;
}

/** Somebody who may sign in, and how their account stands. */
export interface Account extends Person {
  readonly hasFactor: boolean;
  /** When they were last in, were let in again, or were added. */
  readonly seenAt: string | null;
  /** Closed until a chief or an administrator lets them in again. */
  readonly closed: 'wrong-tries' | 'away' | null;
}

export type Settings = StationSettings;
