import type { Mark } from './column.ts';

/** The newest of a person counts, unless it was removed. */
export interface SecondFactorTable {
  entry_seq: number;
  id: string;
  person_id: string;
  /** Base64url. */
  nonce: string;
  /** Secret and digests of recovery codes, under the station's box key. */
  sealed: Buffer;
  at: string;
  mark: Mark;
}
