import type { Mark } from './column.ts';

export type PersonEventKind = 'deactivated' | 'passphrase-changed';

export interface PersonEventTable {
  entry_seq: number;
  id: string;
  person_id: string;
  kind: PersonEventKind;
  verifier: string | null;
  at: string;
  by: string;
  mark: Mark;
}
