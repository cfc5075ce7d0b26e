import type { Act, Ground } from '../../policy/decision.ts';
import type { Mark } from './column.ts';

/** Every answer of the policy that somebody acted upon, refusals included. */
export interface DecisionTable {
  entry_seq: number;
  id: string;
  booking_id: string;
  act: Act | null;
  ground: Ground;
  /** JSON of the request as the policy read it. */
  facts: string;
  pack_digest: string;
  outcome: 'allow' | 'refuse';
  at: string;
  by: string;
  mark: Mark;
}
