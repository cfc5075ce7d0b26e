const LONGEST = 80;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that is a plain file name on every system: letters, digits, spaces, dots, dashes; never a path. */
export function fileNameFrom(asked: string): string {
  const plain = asked
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    .replace(/^[ .-]+/, '')
    .slice(0, LONGEST)
    .replace(/[ .-]+$/, '');
  return plain === '' || RESERVED.test(plain) ? 'sheet' : plain;
}
