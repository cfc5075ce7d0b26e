import type { Mark } from './column.ts';

/** A row that was kept out: where it stands and why, never what it carried. */
export interface QuarantineTable {
  id: string;
  entry_seq: number;
  import_id: string;
  row: number;
  source_id: string | null;
  /** JSON list of headings. */
  headings: string;
  /** JSON list of categories. */
  categories: string;
  mark: Mark;
}
