/** The bytes with one of them changed. */
export function flipped(bytes: Uint8Array, at: number, mask = 0x01): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ mask;
  return changed;
}
