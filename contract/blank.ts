import { z } from 'zod';
import { BLANK_FORM_CLAUSES, type BlankFormClause, type BlankFormKind } from '../policy/blank-forms.ts';

export const printBlankInput = z.strictObject({
  clauses: z.array(z.enum(BLANK_FORM_CLAUSES)).min(1).max(BLANK_FORM_CLAUSES.length),
  /** Of each. */
  copies: z.int().min(1).max(20),
});
export const endBlankInput = z.strictObject({
  number: z.string().max(40),
  kind: z.enum(['keyed-in', 'not-used', 'lost']),
  /** Number of the booking, matter or notification into which it was keyed. */
  recordNumber: z.string().max(40).optional(),
});

/** A form on paper, by its number. */
export interface BlankForm {
  /** `F-2026-00001`. */
  readonly number: string;
  readonly clause: BlankFormClause;
  readonly printedAt: string;
  /** Display name. */
  readonly printedBy: string;
  /** What became of it; null while it lies somewhere. */
  readonly ended: {
    readonly kind: Exclude<BlankFormKind, 'printed'>;
    readonly recordNumber: string | null;
    readonly at: string;
    /** Display name. */
    readonly by: string;
  } | null;
}
