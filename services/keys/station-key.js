export const KEY_BYTES = 32;
const SERIALISED_BYTES = 1 + 3 * KEY_BYTES;
const VERSION = 1;
export function generateStationKey(random) {
    return { database: random(KEY_BYTES), mark: random(KEY_BYTES), box: random(KEY_BYTES) };
}
/** 97 bytes: version, then the three keys. */
export function serialiseStationKey(key) {
    return Uint8Array.from([VERSION, ...key.database, ...key.mark, ...key.box]);
}
/** Undefined where the bytes are no station key of this version. */
export function parseStationKey(bytes) {
    if (bytes.length !== SERIALISED_BYTES || bytes[0] !== VERSION)
        return undefined;
    const part = (index) => bytes.slice(1 + index * KEY_BYTES, 1 + (index + 1) * KEY_BYTES);
    return { database: part(0), mark: part(1), box: part(2) };
}
