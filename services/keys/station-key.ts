import { timingSafeEqual } from 'node:crypto';
import { wipe } from './wipe.ts';

const KEY_BYTES = 32;
const SERIALISED_BYTES = 1 + 3 * KEY_BYTES;
const VERSION = 1;

/** The three random 32-byte keys of a station: they encrypt the records, mark their text, and seal the signing key. */
export interface StationKey {
  readonly database: Uint8Array;
  readonly mark: Uint8Array;
  readonly box: Uint8Array;
}

export function generateStationKey(random: (size: number) => Uint8Array): StationKey {
  return { database: random(KEY_BYTES), mark: random(KEY_BYTES), box: random(KEY_BYTES) };
}

/** 97 bytes: version, then the three keys. Whoever asked wipes them. */
export function serialiseStationKey(key: StationKey): Uint8Array {
  const bytes = new Uint8Array(SERIALISED_BYTES);
  bytes[0] = VERSION;
  for (const [index, part] of [key.database, key.mark, key.box].entries()) bytes.set(part, 1 + index * KEY_BYTES);
  return bytes;
}

/** Undefined where the bytes are no station key of this version. */
export function parseStationKey(bytes: Uint8Array): StationKey | undefined {
  if (bytes.length !== SERIALISED_BYTES || bytes[0] !== VERSION) return undefined;
  const part = (index: number): Uint8Array => bytes.slice(1 + index * KEY_BYTES, 1 + (index + 1) * KEY_BYTES);
  return { database: part(0), mark: part(1), box: part(2) };
}

/** Compares in constant time. */
export function isSameKey(one: StationKey, other: StationKey): boolean {
  const [ours, theirs] = [serialiseStationKey(one), serialiseStationKey(other)];
  const same = timingSafeEqual(ours, theirs);
  wipe(ours, theirs);
  return same;
}

/** The key of records that are not open, or are closed now. */
export function wipeStationKey({ database, mark, box }: StationKey): void {
  wipe(database, mark, box);
}
