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
  const { publicKey, validFromDate, validToDate } = new X509Certificate(pem);
  return { kid: thumbprint(publicKey), from: validFromDate.toISOString(), until: validToDate.toISOString() };
}
