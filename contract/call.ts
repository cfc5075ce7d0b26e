import { z } from 'zod';
import type { Role } from '../policy/people.ts';

/** `anyone`: before sign-in. `signed-in`: any role, also while locked. A list: these roles, not while locked. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

export const nothing = z.strictObject({});

/** What a call is: who may make it, and the strict shape of what it takes. */
export function entry<I extends z.ZodType>(access: Access, input: I): { readonly access: Access; readonly input: I } {
  return { access, input };
}
