import type { TaughtField, TaughtGrain } from '../../policy/screen/taught.ts';
import type { Mark } from './column.ts';

/** What a supervisor confirmed to tell no status. */
export interface TaughtPhraseTable {
  entry_seq: number;
  id: string;
  field: TaughtField;
  grain: TaughtGrain;
  phrase: string;
  reason: string;
  asked_by: string;
  confirmed_by: string;
  at: string;
  mark: Mark;
}
