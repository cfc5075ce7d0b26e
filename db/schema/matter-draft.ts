import type { SubjectRole } from '../../policy/decision.ts';
import type { MatterKind } from '../../policy/matters/matter.ts';
import type { Mark } from './column.ts';

/** What was typed of a matter's event before it was recorded. A new row takes the place of the old one. */
export interface MatterDraftTable {
  id: string;
  /** Null where the event would begin a matter. */
  matter_id: string | null;
  kind: MatterKind;
  event: string;
  /** Of a matter that has not begun. */
  booking_id: string | null;
  subject_role: SubjectRole | null;
  subject_last: string | null;
  subject_first: string | null;
  /** YYYY-MM-DD. */
  subject_dob: string | null;
  /** When it happened, as told so far. */
  at: string | null;
  /** JSON of the event's boxes by name. */
  detail: string;
  /** JSON of names of boxes that held what may not be kept. */
  left_out: string;
  kept_at: string;
  kept_by: string;
  mark: Mark;
}
