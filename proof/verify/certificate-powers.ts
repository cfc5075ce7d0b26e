import { hexOf } from '../bytes.ts';
import { IDENTIFIER, only, SEQUENCE } from '../der.ts';
import type { Certificate } from './certificate.ts';

const KEY_USAGE = '551d0f';
const BASIC_CONSTRAINTS = '551d13';
const EXTENDED_KEY_USAGE = '551d25';
/** id-kp-documentSigning, 1.3.6.1.5.5.7.3.36 (RFC 9336). */
const DOCUMENT_SIGNING = '2b06010505070324';

interface Powers {
  /** May issue other certificates. */
  readonly ca: boolean;
  /** How many issuers may stand between it and what it vouches for (RFC 5280 4.2.1.9). */
  readonly mostBelow: number;
  readonly digitalSignature: boolean;
  readonly keyCertSign: boolean;
  readonly documents: boolean;
  /** Marked critical and not known here. */
  readonly unknown: boolean;
}

/** `30 len 01 01 ff [02 01 n]` */
function mostBelow(constraints: string): number {
  const [, most] = /^30..0101ff0201([0-7].)$/.exec(constraints) ?? [];
  return most === undefined ? Infinity : parseInt(most, 16);
}

/** What a certificate may be used for, by its own words. Throws where they are not DER. */
export function powersOf({ extensions }: Certificate): Powers {
  const valueOf = (id: string): Uint8Array => extensions.find((one) => one.id === id)?.value ?? new Uint8Array();
  // Both values are shorter than 128 bytes: BIT STRING 03 len unused bits…, SEQUENCE 30 len [01 01 ff …].
  const usage = valueOf(KEY_USAGE)[3] ?? 0;
  const purposes = valueOf(EXTENDED_KEY_USAGE);
  const constraints = hexOf(valueOf(BASIC_CONSTRAINTS));
  const known = [KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE];
  return {
    ca: /^30..0101ff/.test(constraints),
    mostBelow: mostBelow(constraints),
    digitalSignature: (usage & 0x80) !== 0,
    keyCertSign: (usage & 0x04) !== 0,
    documents:
      purposes.length > 0 &&
      only(purposes, SEQUENCE).some(({ tag, body }) => tag === IDENTIFIER && hexOf(body) === DOCUMENT_SIGNING),
    unknown: extensions.some((one) => one.critical && !known.includes(one.id)),
  };
}
