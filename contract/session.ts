import { z } from 'zod';
import type { Person } from '../policy/people.ts';
import { ROLES } from '../policy/people.ts';
import type { Refusal } from '../policy/refusal.ts';

export const signInInput = z.strictObject({ name: z.string().min(1).max(120), passphrase: z.string().min(1).max(400) });
export const unlockInput = z.strictObject({ passphrase: z.string().min(1).max(400) });
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
  /** Why the log is refused; then nothing can be written until a person decides. */
  readonly refused: Refusal | null;
}
