import type { SubjectRole } from '../../policy/decision.ts';
import type { MatterKind } from '../../policy/matters/matter.ts';
import type { Mark } from './column.ts';

export interface MatterTable {
  entry_seq: number;
  id: string;
  /** M-2026-00001, reserved without gaps. */
  number: string;
  kind: MatterKind;
  booking_id: string | null;
  /** Role in this record; null where nobody is known. */
  subject_role: SubjectRole | null;
  subject_last: string | null;
  subject_first: string | null;
  /** YYYY-MM-DD. */
  subject_dob: string | null;
  opened_at: string;
  opened_by: string;
  mark: Mark;
}
