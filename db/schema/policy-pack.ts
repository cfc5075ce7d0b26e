import type { Mark } from './column.ts';

export interface PolicyPackTable {
  entry_seq: number;
  /** SHA-256 of the pack's canonical JSON, hex. */
  digest: string;
  id: string;
  version: string;
  body: string;
  effective_from: string;
  effective_until: string | null;
  adopted_at: string;
  mark: Mark;
}
