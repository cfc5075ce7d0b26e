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
  readonly digitalSignature: boolean;
  readonly keyCertSign: boolean;
  readonly documents: boolean;
  /** Marked critical and not known here. */
  readonly unknown: boolean;
}

/** What a certificate may be used for, by its own words. Throws where they are not DER. */
export function powersOf({ extensions }: Certificate): Powers {
  const valueOf = (id: string): Uint8Array => extensions.find((one) => one.id === id)?.value ?? new Uint8Array();
  // Both values are shorter than 128 bytes: BIT STRING 03 len unused bits…, SEQUENCE 30 len [01 01 ff …].
  const usage = valueOf(KEY_USAGE)[3] ?? 0;
  const purposes = valueOf(EXTENDED_KEY_USAGE);
  const known = [KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE];
  return {
    ca: /^30..0101ff/.test(hexOf(valueOf(BASIC_CONSTRAINTS))),
    digitalSignature: (usage & 0x80) !== 0,
    keyCertSign: (usage & 0x04) !== 0,
    documents:
      purposes.length > 0 &&
      only(purposes, SEQUENCE).some(({ tag, body }) => tag === IDENTIFIER && hexOf(body) === DOCUMENT_SIGNING),
    unknown: extensions.some((one) => one.critical && !known.includes(one.id)),
  };
}
