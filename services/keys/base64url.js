/** Base64url without padding (RFC 4648 section 5). */
export function toBase64url(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');
}
/** Reads only the one spelling that `toBase64url` writes; undefined for any other, stray last bits included. */
export function fromBase64url(text) {
    const bytes = Buffer.from(text, 'base64url');
    return bytes.toString('base64url') === text ? new Uint8Array(bytes) : undefined;
}
