import type { Mark } from './column.ts';

export interface DeterminationEventTable {
  entry_seq: number;
  id: string;
  determination_id: string;
  kind: 'revoked';
  at: string;
  by: string;
  mark: Mark;
}
