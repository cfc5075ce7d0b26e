// As much of @sigstore/verify as is asked here.
declare module '@sigstore/verify/dist/tlog/index.js' {
  import type { KeyObject } from 'node:crypto';

  interface Entry {
    readonly logId: { readonly keyId: Buffer };
    readonly canonicalizedBody: Buffer;
    readonly inclusionProof: {
      readonly logIndex: string;
      readonly hashes: readonly Buffer[];
      readonly checkpoint: { readonly envelope: string };
    };
  }
  interface Log {
    readonly publicKey: KeyObject;
    readonly logID: Buffer;
    /** Holds the name under which it signs. */
    readonly baseURL: string;
  }
  /** Throws where the entry is not in the log, or none of these signed its head. */
  export function verifyTLogInclusion(entry: Entry, logs: readonly Log[]): void;
}
