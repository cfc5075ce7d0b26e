// Forms on paper for a total outage: one for each clause of the policy, and one for a request that comes in.
import { GROUNDS, type Ground } from './decision.ts';

/** What a form is for: a ground, or 3(a), a request received. */
export type BlankFormClause = Ground | 'request';
export const BLANK_FORM_CLAUSES: readonly BlankFormClause[] = [...GROUNDS, 'request'];

/** It was printed; then it was keyed into a record, given back unused, or lost. */
export const BLANK_FORM_KINDS = ['printed', 'keyed-in', 'not-used', 'lost'] as const;
export type BlankFormKind = (typeof BLANK_FORM_KINDS)[number];
