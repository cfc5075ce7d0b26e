import type { Act, Ground, SubjectRole } from '../../policy/decision.ts';
import type { Mark } from './column.ts';

/** What was told on "May we …?" before it was recorded. A new row takes the place of the old one. */
export interface GroundDraftTable {
  id: string;
  act: Act;
  booking_id: string | null;
  /** The matter that waits for the answer. */
  matter_id: string | null;
  /** Whom it is about, where no record says so. */
  subject_role: SubjectRole | null;
  subject_last: string | null;
  subject_first: string | null;
  /** YYYY-MM-DD. */
  subject_dob: string | null;
  ground: Ground | null;
  /** JSON of facts by name. */
  facts: string;
  kept_at: string;
  kept_by: string;
  mark: Mark;
}
