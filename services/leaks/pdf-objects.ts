// The parts of a PDF (ISO 32000-2, 7.3 and 7.5), in the order of the file: no table of it is trusted.
import { inflateSync, constants } from 'node:zlib';
import { Unread } from './unread.ts';

export interface PdfObject {
  /** Null for a part without a number. */
  readonly id: string;
  /** What it says of itself, one letter a byte. */
  readonly words: string;
  /** What it holds, unpacked; undefined where it holds nothing, or it cannot be unpacked here. */
  readonly content?: Buffer;
  /** It holds something that could not be unpacked. */
  readonly closed: boolean;
}

const OBJECT = /(?:^|[\s>])(\d+) \d+ obj\b/g;
const STREAM = /\bstream\r?\n/;
const FILTERS = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/;
/** Of one stream, unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;

function inflated(packed: Buffer): Buffer | undefined {
  try {
    // Cut or followed by more: what can be unpacked is read.
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}

function contentOf(words: string, packed: Buffer): Buffer | undefined {
  const [, several, one] = FILTERS.exec(words) ?? [];
  const filters = (several ?? one ?? '').trim();
  if (filters === '') return packed;
  return filters === '/FlateDecode' ? inflated(packed) : undefined;
}

function objectAt(bytes: Buffer, text: string, place: { id: string; from: number; to: number }): PdfObject {
  const { id, from, to } = place;
  const body = text.slice(from, to);
  const found = STREAM.exec(body);
  if (found === null) return { id, words: body, closed: false };
  const words = body.slice(0, found.index);
  const start = from + found.index + found[0].length;
  const end = text.lastIndexOf('endstream', to);
  const content = contentOf(words, bytes.subarray(start, end < start ? to : end));
  return content === undefined ? { id, words, closed: true } : { id, words, content, closed: false };
}

/** Objects that lie packed together in another (7.5.7). */
function within({ words, content }: PdfObject): readonly PdfObject[] {
  if (content === undefined || !/\/Type\s*\/ObjStm\b/.test(words)) return [];
  const text = content.toString('latin1');
  const first = Number(/\/First (\d+)/.exec(words)?.[1] ?? 0);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const starts = numbers.flatMap((id, at) => (at % 2 === 0 ? [{ id, at: first + (numbers[at + 1] ?? 0) }] : []));
  return starts.map(({ id, at }, place) => ({
    id: String(id),
    words: text.slice(at, starts[place + 1]?.at),
    closed: false,
  }));
}

/** Every object of the file, those of earlier versions too. @throws Unread where it is under a passphrase */
export function objectsOf(bytes: Buffer): readonly PdfObject[] {
  const text = bytes.toString('latin1');
  if (/\/Encrypt\s+\d+ \d+ R/.test(text)) throw new Unread('under a passphrase');
  const starts = [...text.matchAll(OBJECT)].map(({ 0: head, 1: id = '', index }) => ({
    id,
    index,
    from: index + head.length,
  }));
  return starts.flatMap(({ id, from }, at) => {
    const object = objectAt(bytes, text, { id, from, to: starts[at + 1]?.index ?? text.length });
    return [object, ...within(object)];
  });
}
