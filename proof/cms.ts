import { fromHex, hexOf } from './bytes.ts';
import { der, elementsOf, IDENTIFIER, INTEGER, OCTETS, only, SEQUENCE, SET, type Element } from './der.ts';

/** What a signature in a PDF is made of; certificates as DER. */
export interface Signed {
  /** SHA-256 of the signed bytes. */
  readonly digest: Uint8Array;
  readonly signing: Uint8Array;
  /** SHA-256 of it. */
  readonly signingDigest: Uint8Array;
  /** Everything above it, the root last. */
  readonly issuers: readonly Uint8Array[];
}

const oid = (hex: string): Uint8Array => der(IDENTIFIER, fromHex(hex));

const SIGNED_DATA = oid('2a864886f70d010702');
const DATA = oid('2a864886f70d010701');
const CONTENT_TYPE = oid('2a864886f70d010903');
const MESSAGE_DIGEST = oid('2a864886f70d010904');
const SIGNING_CERTIFICATE_V2 = oid('2a864886f70d010910022f');
const SHA_256 = der(SEQUENCE, oid('608648016503040201'));
const ECDSA_SHA_256 = der(SEQUENCE, oid('2a8648ce3d040302'));
const VERSION_1 = der(INTEGER, Uint8Array.of(1));
/** `[0]` around what is in it, and `[4]`: a name among other ways of naming somebody. */
const CONTEXT_0 = 0xa0;
const DIRECTORY_NAME = 0xa4;

interface Issuer {
  readonly serial: Uint8Array;
  readonly name: Uint8Array;
}

/** Serial number and issuer of a certificate, as its own bytes (RFC 5280 4.1). */
function issuerOf(certificate: Uint8Array): Issuer {
  const [toBeSigned] = only(certificate, SEQUENCE);
  const [first, ...rest]: readonly Element[] = elementsOf(toBeSigned?.body ?? new Uint8Array());
  const [serial, , name] = first?.tag === CONTEXT_0 ? rest : [first, ...rest];
  if (serial === undefined || name === undefined) throw new RangeError('certificate');
  return { serial: serial.raw, name: name.raw };
}

const attribute = (type: Uint8Array, value: Uint8Array): Uint8Array => der(SEQUENCE, type, der(SET, value));

/** ESSCertIDv2 (RFC 5035): which certificate was meant, so that no other with the same key can take its place. */
function signingCertificate({ signing, signingDigest }: Signed): Uint8Array {
  const { serial, name } = issuerOf(signing);
  const issuerSerial = der(SEQUENCE, der(SEQUENCE, der(DIRECTORY_NAME, name)), serial);
  const meant = der(SEQUENCE, der(OCTETS, signingDigest), issuerSerial);
  return attribute(SIGNING_CERTIFICATE_V2, der(SEQUENCE, der(SEQUENCE, meant)));
}

/**
 * What the key signs (RFC 5652 5.4), under this tag: type of the content, its digest, the certificate that was meant.
 * No time of signing, which PAdES keeps outside (ETSI EN 319 142-1 6.3).
 */
function attributes(signed: Signed, tag: number): Uint8Array {
  const parts = [
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, der(OCTETS, signed.digest)),
    signingCertificate(signed),
  ];
  return der(tag, ...parts.sort((one, other) => (hexOf(one) < hexOf(other) ? -1 : 1)));
}

/** The signed attributes as they are signed. */
export function toBeSigned(signed: Signed): Uint8Array {
  return attributes(signed, SET);
}

/** CMS SignedData (RFC 5652) without its content. @param signature ECDSA over `toBeSigned`, DER */
export function cmsOf(signed: Signed, signature: Uint8Array): Uint8Array {
  const { serial, name } = issuerOf(signed.signing);
  const signer = der(
    SEQUENCE,
    VERSION_1,
    der(SEQUENCE, name, serial),
    SHA_256,
    attributes(signed, CONTEXT_0),
    ECDSA_SHA_256,
    der(OCTETS, signature),
  );
  const certificates = der(CONTEXT_0, signed.signing, ...signed.issuers);
  const data = der(SEQUENCE, VERSION_1, der(SET, SHA_256), der(SEQUENCE, DATA), certificates, der(SET, signer));
  return der(SEQUENCE, SIGNED_DATA, der(CONTEXT_0, data));
}
