// Which field of a zip (APPNOTE 4.3) a byte belongs to, and which of them say nothing about what is in it.
import type { FreePlace } from './free-places.ts';
import type { Draw } from './draw.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;

interface Header {
  readonly kind: 'local' | 'central' | 'end';
  readonly from: number;
  /** Behind its name. */
  readonly to: number;
}

/** The headers of a zip as the station writes it: no comment, no extra field. */
function headersOf(zip: Buffer): readonly Header[] {
  const end = zip.length - END_BYTES;
  const headers: Header[] = [{ kind: 'end', from: end, to: zip.length }];
  for (let at = zip.readUInt32LE(end + 16); at < end && zip.readUInt32LE(at) === CENTRAL;) {
    const to = at + CENTRAL_BYTES + zip.readUInt16LE(at + 28);
    headers.push({ kind: 'central', from: at, to });
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) === LOCAL)
      headers.push({ kind: 'local', from: local, to: local + LOCAL_BYTES + zip.readUInt16LE(local + 26) });
    at = to;
  }
  return headers;
}

export function areaOf(zip: Buffer, draw: Draw): Header {
  return draw.of(headersOf(zip));
}

type Span = readonly [from: number, to: number, name: FreePlace];

/** From the start of the header; the end is not part of it. */
const FREE: Readonly<Record<Header['kind'], readonly Span[]>> = {
  local: [
    [4, 6, 'zip: versions'],
    [10, 14, 'zip: time and date of a file'],
  ],
  central: [
    [4, 8, 'zip: versions'],
    [12, 16, 'zip: time and date of a file'],
    [36, 42, 'zip: attributes of a file'],
  ],
  end: [],
};

function nameAt(zip: Buffer, at: number): FreePlace | undefined {
  const header = headersOf(zip).find(({ from, to }) => at >= from && at < to);
  if (header === undefined) return undefined;
  return FREE[header.kind].find(([from, to]) => at - header.from >= from && at - header.from < to)?.[2];
}

/** Name of the free place that both bytes lie in; undefined where one of them matters. */
export function freeAt(zip: Buffer, [first, last]: readonly [number, number]): FreePlace | undefined {
  const names = [first, last].map((at) => nameAt(zip, at));
  return names.includes(undefined) ? undefined : names[0];
}
