import type { BlankFormClause, BlankFormKind } from '../../policy/blank-forms.ts';
import type { Mark } from './column.ts';

/** One row when a form is printed, and one for what became of it. */
export interface BlankFormTable {
  entry_seq: number;
  year: number;
  seq: number;
  number: string;
  clause: BlankFormClause;
  kind: BlankFormKind;
  /** The record into which it was keyed; null otherwise. */
  record_number: string | null;
  at: string;
  by: string;
  mark: Mark;
}
