import type { Mark } from './column.ts';

export interface TownChainTable {
  entry_seq: number;
  /** RFC 7638 thumbprint of the signing key. */
  kid: string;
  /** Of the chain, hex; null as the chain is. */
  sha256: string | null;
  /** Signing certificate first, root last; null where the station's own root vouches for the key again. */
  pem: string | null;
  at: string;
  by: string;
  mark: Mark;
}
