import { z } from 'zod';
import type { MatterDetail } from '../policy/matters/matter.ts';
import { why } from './opening.ts';

export const openAnswerInput = z.strictObject({ matterId: z.uuid(), eventId: z.uuid(), why });

/** What a sealed answer says. */
export interface OpenedAnswer {
  readonly detail: MatterDetail;
}
