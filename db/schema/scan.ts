import type { Mark } from './column.ts';

export const SCAN_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

export interface ScanTable {
  entry_seq: number;
  matter_id: string;
  /** Of the bytes before sealing. */
  sha256: string;
  size: number;
  media_type: ScanType;
  /** Base64url. */
  nonce: string;
  /** AES-256-GCM under the station's box key, tag behind. */
  sealed: Buffer;
  at: string;
  by: string;
  mark: Mark;
}
