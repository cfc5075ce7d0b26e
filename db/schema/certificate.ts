import type { Mark } from './column.ts';

/** `root` certifies, `signing` signs exports. */
export type CertificateKind = 'root' | 'signing';

export interface CertificateTable {
  entry_seq: number;
  /** SHA-256 of the certificate, as the keys of the station print it. */
  fingerprint: string;
  kind: CertificateKind;
  pem: string;
  created_at: string;
  mark: Mark;
}
