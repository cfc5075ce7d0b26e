import type { Mark } from './column.ts';

export interface SecurityKeyTable {
  entry_seq: number;
  id: string;
  person_id: string;
  /** What its owner calls it. */
  name: string;
  /** Base64url. */
  credential: string;
  /** Base64url of the SPKI of a point on P-256. */
  public_key: string;
  /** How often it had signed when it was set up. */
  sign_count: number;
  at: string;
  mark: Mark;
}
