// Files of any size, a window at a time: memory stays flat, and no text is cut in two unseen.

/** Bytes that are looked at together; a smaller file is looked at whole. */
const WINDOW = 8 * 1024 * 1024;
/** Where a text runs on over the edge of a window, so much of it is read again with the next. */
const OVERLAP = 256 * 1024;
const LINE_END = Buffer.from('\n');
/** No text of one byte or of two a letter has three of these in a row. */
const NOTHING = Buffer.alloc(3);

export interface Window {
  readonly bytes: Buffer;
  /** It is all there is. */
  readonly whole: boolean;
}

/** Where a window ends and the next begins: behind the last text that has ended, or within the one that has not. */
function edgesOf(bytes: Buffer): { readonly end: number; readonly next: number } {
  const earliest = bytes.length - OVERLAP;
  for (const mark of [LINE_END, NOTHING]) {
    const at = bytes.lastIndexOf(mark);
    const behind = at + mark.length;
    if (at >= earliest) return { end: behind, next: behind };
  }
  return { end: bytes.length, next: earliest };
}

/** Windows over bytes that come in pieces: each stretch of 256 KiB that is one text stands whole in one of them. */
export async function* windowsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Window> {
  let held: Buffer[] = [];
  let length = 0;
  let whole = true;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < WINDOW) continue;
    const bytes = Buffer.concat(held);
    const { end, next } = edgesOf(bytes);
    yield { bytes: bytes.subarray(0, end), whole: false };
    held = [Buffer.from(bytes.subarray(next))];
    length -= next;
    whole = false;
  }
  yield { bytes: Buffer.concat(held), whole };
}

interface Peeked {
  /** The first bytes. */
  readonly head: Buffer;
  /** From the first byte on. */
  readonly all: AsyncIterable<Buffer>;
  /** Lets go of it, however much of it was read. */
  readonly close: () => Promise<void>;
}

/** The first bytes of something, and all of it. */
export async function peek(pieces: AsyncIterable<Buffer>, bytes: number): Promise<Peeked> {
  const source = pieces[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < bytes) {
    const read = await source.next();
    if (read.done === true) break;
    head = Buffer.concat([head, read.value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    for (let read = await source.next(); read.done !== true; read = await source.next()) yield read.value;
  }
  const close = async (): Promise<void> => {
    await source.return?.();
  };
  return { head: head.subarray(0, bytes), all: all(), close };
}

/** All of it in one; undefined where it is more than `most` bytes. */
export async function gather(pieces: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const held: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) return undefined;
    held.push(piece);
  }
  return Buffer.concat(held);
}
