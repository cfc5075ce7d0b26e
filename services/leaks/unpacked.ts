// What was packed, unpacked piece by piece: gzip, and the files of a zip by anybody (APPNOTE 6.3).
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import type { OneFile } from './put-before.ts';
import { DAMAGED, Unread } from './unread.ts';

const END = Buffer.from('504b0506', 'hex');
const END_BYTES = 22;
/** Longest comment behind the end. */
const MOST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;
/** Stands where a number does not fit into four bytes (zip64). */
const ELSEWHERE = 0xffffffff;
const MOST_LIST = 64 * 1024 * 1024;
const TOO_LARGE = 'a zip larger than can be unpacked here';

type Budget = Pick<OneFile, 'spend'>;

async function* within(budget: Budget, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    budget.spend(piece.length);
    yield piece;
  }
}

interface Unpacking {
  readonly unpacker: Transform;
  readonly budget: Budget;
}

/** @throws Unread where it is damaged or grows too large; what came before was given already. */
async function* through(packed: AsyncIterable<Buffer>, { unpacker, budget }: Unpacking): AsyncGenerator<Buffer> {
  // A fault of either comes out of the unpacker.
  pipeline(Readable.from(packed), unpacker, () => undefined);
  try {
    yield* within(budget, unpacker);
  } catch (thrown) {
    throw thrown instanceof Unread ? thrown : new Unread(DAMAGED);
  } finally {
    unpacker.destroy();
  }
}

export function gunzipped(packed: AsyncIterable<Buffer>, budget: Budget): AsyncIterable<Buffer> {
  return through(packed, { unpacker: createGunzip(), budget });
}

/** One line of the list at a zip's end. */
interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly how: number;
  readonly packed: number;
  readonly at: number;
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/** A zip on the disk. */
export interface Packed {
  readonly path: string;
  readonly file: FileHandle;
  readonly size: number;
}

interface End {
  /** The list of files, as it lies there. */
  readonly list: Buffer;
  readonly count: number;
  readonly comment: string;
  /** Nothing stands between the list, its end, and that of the file. */
  readonly isLast: boolean;
}

async function endOf({ file, size }: Packed): Promise<End> {
  const from = Math.max(0, size - END_BYTES - MOST_COMMENT);
  const tail = await readAt(file, from, size - from);
  const at = tail.lastIndexOf(END);
  if (at < 0 || at + END_BYTES > tail.length) throw new Unread(DAMAGED);
  const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (start === ELSEWHERE || length > MOST_LIST) throw new Unread(TOO_LARGE);
  const behind = at + END_BYTES + tail.readUInt16LE(at + 20);
  return {
    list: await readAt(file, start, length),
    count: tail.readUInt16LE(at + 10),
    // Of a comment that is longer or shorter than it says, all is read.
    comment: tail.toString('utf8', at + END_BYTES),
    isLast: behind === tail.length && start + length === from + at,
  };
}

function entriesIn(list: Buffer): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + CENTRAL_BYTES <= list.length;) {
    if (list.readUInt32LE(at) !== CENTRAL) throw new Unread(DAMAGED);
    const end = at + CENTRAL_BYTES + list.readUInt16LE(at + 28);
    entries.push({
      name: list.toString('utf8', at + CENTRAL_BYTES, end),
      flags: list.readUInt16LE(at + 8),
      how: list.readUInt16LE(at + 10),
      packed: list.readUInt32LE(at + 20),
      at: list.readUInt32LE(at + 42),
    });
    at = end + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return entries;
}

interface ZipList {
  /** Folders are left out. */
  readonly entries: readonly ZipEntry[];
  readonly comment: string;
  /** The list is as long as its end says, and nothing is cut or put behind it. */
  readonly isWhole: boolean;
}

/** What a zip says that it holds. @throws Unread where its list is missing or of a later kind */
export async function zipList(zip: Packed): Promise<ZipList> {
  const { list, count, comment, isLast } = await endOf(zip);
  const all = entriesIn(list);
  const entries = all.filter(({ name, packed }) => !name.endsWith('/') || packed > 0);
  return { entries, comment, isWhole: isLast && all.length % 0x10000 === count };
}

/** Why what it holds is not to be had; null where it is. */
function whyNot({ flags, how, packed, at }: ZipEntry): string | null {
  if ((flags & ENCRYPTED) !== 0) return 'under a passphrase';
  if (how !== STORED && how !== DEFLATED) return 'packed in a way that is not known here';
  return packed === ELSEWHERE || at === ELSEWHERE ? TOO_LARGE : null;
}

/** What one of them holds. @throws Unread where it is damaged, encrypted, packed in another way, or too large */
export async function* unzipped({ path, file }: Packed, entry: ZipEntry, budget: Budget): AsyncGenerator<Buffer> {
  const { how, packed, at } = entry;
  const why = whyNot(entry);
  if (why !== null) throw new Unread(why);
  const head = await readAt(file, at, LOCAL_BYTES);
  if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== LOCAL) throw new Unread(DAMAGED);
  const start = at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (packed === 0) return;
  const bytes = createReadStream(path, { start, end: start + packed - 1 });
  try {
    if (how === STORED) yield* within(budget, bytes);
    else yield* through(bytes, { unpacker: createInflateRaw(), budget });
  } finally {
    bytes.destroy();
  }
}
