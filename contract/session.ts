import { z } from 'zod';
import { provedAgain, secondFactor } from './security-key.ts';
import type { Person } from '../policy/people.ts';
import { ROLES } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';

/** Sign-in name, passphrase and, where somebody has a second factor, a code, a recovery code or a touch of a key. */
export const proof = {
  name: z.string().min(1).max(120),
  passphrase: z.string().min(1).max(400),
  ...secondFactor,
};
export const signInInput = z.strictObject(proof);
/** The factor too where both were given long ago. */
export const unlockInput = z.strictObject(provedAgain);
export const personInput = z.strictObject({
  name: z.string().trim().min(1).max(60),
  displayName: z.string().trim().min(1).max(120),
  badge: z.string().trim().min(1).max(30),
  role: z.enum(ROLES),
  passphrase: z.string(),
});
export const personIdInput = z.strictObject({ personId: z.uuid() });

export interface SessionState {
  readonly person: Person | null;
  readonly locked: boolean;
  /** What has to be done before anything else. */
  readonly must: 'set-up-factor' | null;
  /** They came in by their last recovery code, which counts as the proof for setting one factor up, until the lock. */
  readonly lastCode: boolean;
  /** Why the log is refused, or not written; then nothing can be done until that is put right. */
  readonly refused: Refusal | null;
}
