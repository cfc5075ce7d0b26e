import type { Mark } from './column.ts';

export interface PolicyAdoptionTable {
  entry_seq: number;
  pack_digest: string;
  /** Compact JWS with its payload left out (RFC 7515 appendix F). */
  signature: string;
  adopted_at: string;
  adopted_by: string;
  mark: Mark;
}
