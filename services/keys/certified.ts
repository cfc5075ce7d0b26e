import { X509Certificate } from 'node:crypto';
import { thumbprint } from './thumbprint.ts';

/** What a certificate of the station says: of which key, and for how long. */
export interface Certified {
  /** RFC 7638 thumbprint of its key. */
  readonly kid: string;
  /** ISO times. */
  readonly from: string;
  readonly until: string;
}

/** Reads a certificate. @throws where it is none */
export function readCertified(pem: string): Certified {
  // Dates as text: Electron's own cryptography does not read them.
  const { publicKey, validFrom, validTo } = new X509Certificate(pem);
  const iso = (date: string): string => new Date(date).toISOString();
  return { kid: thumbprint(publicKey), from: iso(validFrom), until: iso(validTo) };
}
