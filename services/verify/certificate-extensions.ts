import { BOOLEAN, elementsOf, IDENTIFIER, NotDer, OCTETS, only, SEQUENCE, type Element } from '../keys/der.ts';

/** One extension of a certificate (RFC 5280 4.2), its value as bytes. */
export interface Extension {
  /** DER of the identifier, hex. */
  readonly id: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** `[3]`, where a certificate keeps its extensions. */
const EXTENSIONS = 0xa3;

function extensionOf(element: Element): Extension {
  const parts = elementsOf(element.body);
  const [id, flag] = parts;
  const value = parts.at(-1);
  if (element.tag !== SEQUENCE || id?.tag !== IDENTIFIER || value?.tag !== OCTETS) throw new NotDer();
  const critical = parts.length === 3 && flag?.tag === BOOLEAN;
  return { id: Buffer.from(id.body).toString('hex'), critical, value: value.body };
}

/** Reads the extensions out of a certificate's DER; throws where the bytes are not DER. */
function extensionsOf(certificate: Uint8Array): readonly Extension[] {
  const [toBeSigned] = only(certificate, SEQUENCE);
  const found = elementsOf(toBeSigned?.body ?? new Uint8Array()).find((element) => element.tag === EXTENSIONS);
  return found === undefined ? [] : only(found.body, SEQUENCE).map(extensionOf);
}

const KEY_USAGE = '551d0f';
const BASIC_CONSTRAINTS = '551d13';
const EXTENDED_KEY_USAGE = '551d25';

export interface Powers {
  /** May issue other certificates. */
  readonly ca: boolean;
  readonly digitalSignature: boolean;
  readonly keyCertSign: boolean;
  /** Marked critical and not known here. */
  readonly unknown: boolean;
}

/** What a certificate may be used for, by its own words. */
export function powersOf(certificate: Uint8Array): Powers {
  const extensions = extensionsOf(certificate);
  const valueOf = (id: string): Uint8Array => extensions.find((one) => one.id === id)?.value ?? new Uint8Array();
  // Both values are shorter than 128 bytes: BIT STRING 03 len unused bits…, SEQUENCE 30 len [01 01 ff …].
  const usage = valueOf(KEY_USAGE)[3] ?? 0;
  const constraints = Buffer.from(valueOf(BASIC_CONSTRAINTS)).toString('hex');
  const known = [KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE];
  return {
    ca: /^30..0101ff/.test(constraints),
    digitalSignature: (usage & 0x80) !== 0,
    keyCertSign: (usage & 0x04) !== 0,
    unknown: extensions.some((one) => one.critical && !known.includes(one.id)),
  };
}
