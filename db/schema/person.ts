import type { Role } from '../../policy/people.ts';
import type { Mark } from './column.ts';

export interface PersonTable {
  entry_seq: number;
  id: string;
  /** For signing in; one person per name, capitals aside. */
  name: string;
  display_name: string;
  badge: string;
  role: Role;
  /** Proves a passphrase; replaced by a later event. */
  verifier: string;
  created_at: string;
  created_by: string;
  mark: Mark;
}
