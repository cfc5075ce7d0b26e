import type { Mark } from './column.ts';

/** What a box of a matter's event said that is kept sealed; the event stands under the same entry. */
export interface SealedAnswerTable {
  entry_seq: number;
  matter_id: string;
  /** Base64url. */
  nonce: string;
  /** AES-256-GCM under the station's box key, of one length whatever it says. */
  sealed: Buffer;
  at: string;
  by: string;
  mark: Mark;
}
