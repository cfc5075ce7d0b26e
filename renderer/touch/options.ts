// What the page of the window asks of a key (W3C Web Authentication, level 3: 5.4 and 5.5).
import type { KeyToMake, KeyToTouch } from '../../contract/security-key.ts';

/** As long as main lets the window stand. */
const WAIT_MS = 60_000;
/** ES256 (IANA COSE algorithms). */
const ES256 = -7;

/** Not in the types of the engine's own calls yet. */
interface Hinted {
  readonly hints: readonly string[];
}

/** Systems that show a dialog of their own begin with the key, not with a phone or a passkey (PublicKeyCredentialHint). */
const HINTS = ['security-key'];

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function named(ids: readonly string[]): PublicKeyCredentialDescriptor[] {
  return ids.map((id) => ({ type: 'public-key', id: toBytes(id), transports: ['usb', 'nfc'] }));
}

/**
 * Has a key made that one holds in one's hand; it keeps nothing, is asked for no PIN, and does not say who built it.
 * @param host - Name under which keys know this program.
 */
export function toMake(
  { challenge, userId, userName, known }: KeyToMake,
  host: string,
): PublicKeyCredentialCreationOptions & Hinted {
  return {
    rp: { id: host, name: 'Sallyport' },
    user: { id: toBytes(userId), name: userName, displayName: userName },
    challenge: toBytes(challenge),
    pubKeyCredParams: [{ type: 'public-key', alg: ES256 }],
    excludeCredentials: named(known),
    authenticatorSelection: {
      authenticatorAttachment: 'cross-platform',
      residentKey: 'discouraged',
      userVerification: 'discouraged',
    },
    attestation: 'none',
    hints: HINTS,
    timeout: WAIT_MS,
  };
}

/** Has one of these keys touched. */
export function toTouch(
  { challenge, credentials }: KeyToTouch,
  host: string,
): PublicKeyCredentialRequestOptions & Hinted {
  return {
    rpId: host,
    challenge: toBytes(challenge),
    allowCredentials: named(credentials),
    userVerification: 'discouraged',
    hints: HINTS,
    timeout: WAIT_MS,
  };
}
