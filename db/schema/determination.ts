import type { Ground } from '../../policy/decision.ts';
import type { Mark } from './column.ts';

export interface DeterminationTable {
  entry_seq: number;
  id: string;
  booking_id: string;
  ground: Ground;
  cite: string;
  /** JSON list of the acts that the ground opens, from the pack. */
  opens: string;
  /** JSON of the request as the policy read it. */
  facts: string;
  pack_digest: string;
  decided_by: string;
  cosigned_by: string | null;
  decided_at: string;
  /** At most 24 hours after `decided_at`. */
  expires_at: string;
  mark: Mark;
}
