import { fromBase64, toBase64 } from './base64.ts';

const LINE = 64;

/** The one spelling of a certificate file: 64 letters a line, a newline at the end (RFC 7468). */
export function certificatePem(der: Uint8Array): string {
  const base64 = toBase64(der);
  const lines = Array.from({ length: Math.ceil(base64.length / LINE) }, (_, index) =>
    base64.slice(index * LINE, (index + 1) * LINE),
  );
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** One certificate behind the other, as a file holds them. */
export function certificatesPem(all: readonly Uint8Array[]): string {
  return all.map(certificatePem).join('');
}

/** The certificate that stands first in a file, as openssl reads it; undefined where there is none. */
export function firstOfPem(pem: string): Uint8Array | undefined {
  const end = '-----END CERTIFICATE-----';
  return derOfPem(pem.slice(0, pem.indexOf(end) + end.length));
}

/** DER of the one certificate, or the like, of a file, in any layout of its lines; undefined where there is none, or more. */
export function derOfPem(pem: string, label = 'CERTIFICATE'): Uint8Array | undefined {
  const [, base64, ...more] = pem.split(new RegExp(`-----(?:BEGIN|END) ${label}-----`));
  return base64 === undefined || more.length !== 1 ? undefined : fromBase64(base64.replaceAll(/\s/g, ''));
}
