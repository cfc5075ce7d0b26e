import type { Act, Ground } from '../../policy/decision.ts';
import type { Mark } from './column.ts';

/** What the policy answered before an event of a matter. A refused beginning leaves no matter behind. */
export interface MatterDecisionTable {
  entry_seq: number;
  id: string;
  matter_id: string | null;
  /** Kind of the event that it was asked for. */
  event: string;
  act: Act;
  ground: Ground | null;
  cite: string | null;
  /** JSON of the request as the policy read it. */
  facts: string;
  pack_digest: string;
  outcome: 'allow' | 'refuse';
  /** JSON list of names. */
  missing: string;
  /** JSON list of names. */
  contradicted: string;
  at: string;
  by: string;
  cosigned_by: string | null;
  mark: Mark;
}
