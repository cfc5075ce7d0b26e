import { z } from 'zod';

/** Where the request for the town's authority goes. */
export const requestCertificateInput = z.strictObject({
  /** Folder or stick. */
  folder: z.string().min(1).max(4_000),
});

/** What the authority sent back. */
export const certifyKeyInput = z.strictObject({
  /** File with the chain in PEM: the certificate of the station's key first, the root last. */
  file: z.string().min(1).max(4_000),
});

/** Back to the station's own root. */
export const ownRootInput = z.strictObject({
  /** Why; screened as a reason. */
  reason: z.string().min(1).max(400),
});

export interface WrittenRequest {
  readonly file: string;
  /** RFC 7638 thumbprint of the key that it asks for. */
  readonly kid: string;
}
