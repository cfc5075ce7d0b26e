import type { RefusalCode } from '../../policy/refusal.ts';
import type { Mark } from './column.ts';

/** That something was refused, by which rule and how long it was; never the text. */
export interface RefusalLogTable {
  id: string;
  at: string;
  person_id: string | null;
  call: string;
  code: RefusalCode;
  category: string | null;
  clause: string | null;
  field: string | null;
  length: number | null;
  mark: Mark;
}
