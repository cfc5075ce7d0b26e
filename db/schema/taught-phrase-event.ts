import type { Mark } from './column.ts';

export interface TaughtPhraseEventTable {
  entry_seq: number;
  id: string;
  phrase_id: string;
  kind: 'revoked';
  reason: string | null;
  at: string;
  by: string;
  mark: Mark;
}
