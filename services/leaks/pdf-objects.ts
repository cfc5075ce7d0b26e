// The parts of a PDF (ISO 32000-2, 7.3 and 7.5), in the order of the file: no table of it is trusted.
import { inflateSync, constants } from 'node:zlib';
import { systemCode } from '../keys/safe-files.ts';
import { entriesOf, tokensOf } from './pdf-scan.ts';
import { DAMAGED, TOO_LARGE_UNPACKED, Unread } from './unread.ts';

export interface PdfObject {
  /** Empty for what stands between the parts. */
  readonly id: string;
  /** What it says of itself, one letter a byte. */
  readonly words: string;
  /** What it holds, as it lies in the file. */
  readonly packed?: Buffer;
}

interface Place {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface Pdf {
  readonly bytes: Buffer;
  /** One letter a byte. */
  readonly text: string;
  readonly places: readonly Place[];
  readonly placeOf: ReadonlyMap<string, Place>;
  /** What may still be unpacked and read, in bytes: what asks for more was made to fill memory and time. */
  readonly left: { bytes: number };
}

const OBJECT = /(?:^|[\s>\])jm])(\d{1,10})\s{1,4}\d{1,5}\s{1,4}obj(?![a-z])/g;
const STREAM = /\bstream(?:\r\n|\n|\r)/;
const END = 'endstream';
const LOCKED = /\/Encrypt\s{0,9}(?:<<|\d)/;
const MOST_PARTS = 500_000;
/** Of one part, unpacked. */
const MOST_OF_ONE = 64 * 1024 * 1024;
const MOST_IN_ALL = 256 * 1024 * 1024;
const MOST_FILTERS = 4;
/** Of a number in the list of a part that holds others. */
const NUMBER_COST = 32;
const PICTURES = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'CCITTFaxDecode', 'CCF', 'JBIG2Decode']);

/** @throws Unread where it asks for more than is left */
export function spend({ left }: Pdf, bytes: number): void {
  left.bytes -= bytes;
  if (left.bytes < 0) throw new Unread(TOO_LARGE_UNPACKED);
}

function placesIn(text: string): readonly Place[] {
  const starts: { readonly id: string; readonly index: number; readonly from: number }[] = [];
  for (const { 0: head, 1: id = '', index } of text.matchAll(OBJECT)) {
    if (starts.length === MOST_PARTS) throw new Unread('a PDF of too many parts');
    starts.push({ id, index, from: index + head.length });
  }
  return [
    { id: '', from: 0, to: starts[0]?.index ?? text.length },
    ...starts.map(({ id, from }, at) => ({ id, from, to: starts[at + 1]?.index ?? text.length })),
  ];
}

/** @throws Unread where it is under a passphrase */
export function openPdf(bytes: Buffer, left: number): Pdf {
  const text = bytes.toString('latin1');
  if (LOCKED.test(text)) throw new Unread('under a passphrase');
  const places = placesIn(text);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  return { bytes, text, places, placeOf, left: { bytes: Math.min(MOST_IN_ALL, left) } };
}

/** The end of line before the sign of the end is no part of what is held. */
function withoutLineEnd(body: string, start: number, end: number): number {
  const line = body.slice(Math.max(start, end - 2), end);
  return end - (/\r?\n$|\r$/.exec(line)?.[0].length ?? 0);
}

/** What stands at this place, and what is left behind it. */
function objectsAt({ bytes, text }: Pdf, { id, from, to }: Place): readonly PdfObject[] {
  const body = text.slice(from, to);
  const found = STREAM.exec(body);
  if (found === null) return [{ id, words: body }];
  const start = found.index + found[0].length;
  const last = body.lastIndexOf(END);
  const end = last < start ? body.length : withoutLineEnd(body, start, last);
  const object = { id, words: body.slice(0, found.index), packed: bytes.subarray(from + start, from + end) };
  return last < start ? [object] : [object, { id: '', words: body.slice(last + END.length) }];
}

/** Every object of the file, those of earlier versions too. */
export function* objectsOf(pdf: Pdf): Generator<PdfObject> {
  for (const place of pdf.places) yield* objectsAt(pdf, place);
}

export function objectOf(pdf: Pdf, id: string): PdfObject | undefined {
  const place = pdf.placeOf.get(id);
  return place === undefined ? undefined : objectsAt(pdf, place)[0];
}

function namesIn(words: string): readonly string[] {
  const names: string[] = [];
  for (const token of tokensOf(words)) {
    if (token.kind === 'name') names.push(token.sign);
    if (names.length === MOST_FILTERS) break;
  }
  return names;
}

/** How it is packed, the last way first to be undone; said here, or in another object. */
function filtersOf(pdf: Pdf, words: string): readonly string[] {
  const [first, ...more] = entriesOf(words).get('Filter') ?? [];
  if (first === undefined) return [];
  if (typeof first === 'string') return [first, ...more].map(String);
  const names = namesIn(objectOf(pdf, String(first))?.words ?? '');
  if (names.length === 0) throw new Unread(DAMAGED);
  return names;
}

function inflated(pdf: Pdf, packed: Buffer): Buffer {
  const most = Math.min(MOST_OF_ONE, pdf.left.bytes);
  if (most <= 0) spend(pdf, 1);
  try {
    // Cut or followed by more: what can be unpacked is read.
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most });
  } catch (thrown) {
    const isTooLarge = systemCode(thrown) === 'ERR_BUFFER_TOO_LARGE';
    throw new Unread(isTooLarge ? TOO_LARGE_UNPACKED : DAMAGED);
  }
}

function fromHexadecimal(packed: Buffer): Buffer {
  const digits = (packed.toString('latin1').split('>')[0] ?? '').replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** Four bytes for five letters, or one less than there are letters. */
function bytesOfGroup(group: string): readonly number[] {
  let value = 0;
  for (const letter of group.padEnd(5, 'u')) value = value * 85 + letter.charCodeAt(0) - 0x21;
  return [3, 2, 1, 0].slice(0, group.length - 1).map((place) => Math.floor(value / 256 ** place) % 256);
}

/** ASCII85 (7.4.3). */
function fromLetters(packed: Buffer): Buffer {
  const [letters = ''] = packed.toString('latin1').split('~', 1);
  const groups = letters
    .replaceAll('z', '!!!!!')
    .replace(/[^!-u]/g, '')
    .match(/.{1,5}/g);
  return Buffer.from((groups ?? []).flatMap(bytesOfGroup));
}

function undone(pdf: Pdf, bytes: Buffer, filter: string): Buffer {
  if (filter === 'FlateDecode' || filter === 'Fl') return bytes.length === 0 ? bytes : inflated(pdf, bytes);
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') return fromHexadecimal(bytes);
  if (filter === 'ASCII85Decode' || filter === 'A85') return fromLetters(bytes);
  throw new Unread('packed in a way that is not known here');
}

/** What it holds, unpacked; undefined for a picture. @throws Unread where it cannot be unpacked here */
export function contentOf(pdf: Pdf, { words, packed = Buffer.alloc(0) }: PdfObject): Buffer | undefined {
  const filters = filtersOf(pdf, words);
  if (filters.length > MOST_FILTERS) throw new Unread('packed too often');
  if (filters.some((filter) => PICTURES.has(filter))) return undefined;
  let bytes = packed;
  for (const filter of filters) bytes = undone(pdf, bytes, filter);
  spend(pdf, bytes.length);
  return bytes;
}

/** Objects that lie packed together in another (7.5.7). */
export function within(pdf: Pdf, { words }: PdfObject, content: Buffer): readonly PdfObject[] {
  const text = content.toString('latin1');
  const first = Number(entriesOf(words).get('First')?.[0] ?? 0);
  const numbers: number[] = [];
  for (const token of tokensOf(text.slice(0, first))) {
    spend(pdf, NUMBER_COST);
    if (token.kind === 'number') numbers.push(token.value);
  }
  const starts = numbers
    .flatMap((id, at) => (at % 2 === 0 ? [{ id, at: first + (numbers[at + 1] ?? 0) }] : []))
    .toSorted((a, b) => a.at - b.at);
  return starts.map(({ id, at }, place) => ({ id: String(id), words: text.slice(at, starts[place + 1]?.at) }));
}
