import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
/** January 1, 1980: the time of a record is in the record. */
const DATE = 0x0021;
/** Readable by everybody, a file of Unix (APPNOTE 4.4.15). */
const FILE_MODE = 0o100644 * 0x10000;
const MADE_ON_UNIX = 0x0300 | VERSION;

/** What both headers of an entry say, from the version to the length of the name. */
function shared({ method, crc, packed, size, name }: Entry): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(VERSION, 0);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt16LE(DATE, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(name.length, 22);
  return bytes;
}

function centralHeader(entry: Entry): Buffer {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(0x02014b50, 0);
  start.writeUInt16LE(MADE_ON_UNIX, 4);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(FILE_MODE, 6);
  rest.writeUInt32LE(entry.at, 10);
  return Buffer.concat([start, shared(entry), rest, entry.name]);
}

const LOCAL = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * Writes a zip piece by piece (APPNOTE 6.3): what `add` and `end` give back goes into the file one behind the other.
 * Names are plain letters; nothing of this machine is in it.
 */
export class ZipPieces {
  readonly #entries: Entry[] = [];
  #at = 0;

  add(name: string, content: Uint8Array): Buffer {
    const deflated = deflateRawSync(content);
    const [method, bytes] = deflated.length < content.length ? [DEFLATED, deflated] : [STORED, content];
    const entry: Entry = {
      name: Buffer.from(name, 'latin1'),
      method,
      crc: crc32(content),
      packed: bytes.length,
      size: content.length,
      at: this.#at,
    };
    this.#entries.push(entry);
    return this.#piece(LOCAL, shared(entry), entry.name, bytes);
  }

  end(): Buffer {
    const from = this.#at;
    const directory = Buffer.concat(this.#entries.map(centralHeader));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(from, 16);
    return this.#piece(directory, end);
  }

  #piece(...parts: readonly Uint8Array[]): Buffer {
    const piece = Buffer.concat(parts);
    this.#at += piece.length;
    return piece;
  }
}
