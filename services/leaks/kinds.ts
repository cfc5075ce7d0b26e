// What a file is, by its bytes: a name says nothing for certain.

/** `packed`: in a way that is not known here. */
type Kind = 'bytes' | 'gzip' | 'zip' | 'pdf' | 'picture' | 'packed';

interface Sign {
  readonly kind: Kind;
  readonly at: number;
  readonly bytes: Buffer;
}

const sign = (kind: Kind, hexadecimal: string, at = 0): Sign => ({ kind, at, bytes: Buffer.from(hexadecimal, 'hex') });

const SIGNS: readonly Sign[] = [
  sign('gzip', '1f8b08'),
  sign('zip', '504b0304'),
  sign('zip', '504b0506'),
  sign('pdf', '255044462d'),
  // PNG, JPEG, GIF, TIFF of both orders; MP3, Ogg, WebP and its kin; HEIC and film.
  ...['89504e470d0a1a0a', 'ffd8ff', '47494638', '49492a00', '4d4d002a'].map((hex) => sign('picture', hex)),
  ...['49443303', '49443304', '4f676753', '52494646'].map((hex) => sign('picture', hex)),
  sign('picture', '66747970', 4),
  // 7z, rar, xz, zstd, lz4; bzip2 by its first block.
  ...['377abcaf271c', '526172211a07', 'fd377a585a00', '28b52ffd', '04224d18'].map((hex) => sign('packed', hex)),
  sign('packed', '314159265359', 4),
];

/** Bytes of a head in which every sign lies. */
export const HEAD = 16;

export function kindOf(head: Buffer): Kind {
  const found = SIGNS.find(({ at, bytes }) => head.subarray(at, at + bytes.length).equals(bytes));
  return found?.kind ?? 'bytes';
}

/** Why nothing, or not all, can be read of a file that is no fault: it is told, and does not fail a check. */
export type Wordless = 'encrypted' | 'picture' | 'drawn-pages' | 'table' | 'lock';

const TABLE_END = Buffer.from('57fb808b247547db', 'hex');

/** A table of LevelDB, in which Chromium keeps what pages store: its blocks may be packed. @param bytes the last of it */
export function isTable(bytes: Buffer): boolean {
  return bytes.subarray(-TABLE_END.length).equals(TABLE_END);
}
