import { isUtf8 } from 'node:buffer';

/** Names as the import report prints them. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Why a file cannot be read as CSV; each has its words in `file-words.ts`. */
export type FileProblem =
  | 'empty'
  | 'gzip'
  | 'zip'
  | 'xlsx'
  | 'xls'
  | 'pdf'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | '7z'
  | 'sqlite'
  | 'xml'
  | 'json'
  | 'binary';

export type Sniffed =
  | { readonly ok: true; readonly encoding: Encoding; readonly bomBytes: number }
  | { readonly ok: false; readonly problem: FileProblem };

const MAGIC: readonly (readonly [FileProblem, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/**
 * What a file is, from its first bytes and never from its name (a real county file named `.csv` was gzip).
 * @param head the first 64 kB, or the whole file where it is shorter
 */
export function sniff(head: Uint8Array): Sniffed {
  if (head.length === 0) return { ok: false, problem: 'empty' };
  const packed = MAGIC.find(([, bytes]) => startsWith(head, bytes));
  if (packed !== undefined) return { ok: false, problem: packed[0] === 'zip' ? zipKind(head) : packed[0] };
  const text = textKind(head);
  return text.ok ? withoutMarkup(head, text) : text;
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function zipKind(head: Uint8Array): FileProblem {
  const names = Buffer.from(head.subarray(0, 4096)).toString('latin1');
  return names.includes('[Content_Types].xml') || names.includes('xl/') ? 'xlsx' : 'zip';
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function textKind(head: Uint8Array): Sniffed {
  const marked = MARKS.find(([, bytes]) => startsWith(head, bytes));
  if (marked !== undefined) return { ok: true, encoding: marked[0], bomBytes: marked[1].length };
  const wide = wideKind(head);
  if (wide !== null) return { ok: true, encoding: wide, bomBytes: 0 };
  if (countControls(head) > head.length * 0.01) return { ok: false, problem: 'binary' };
  return { ok: true, encoding: isUtf8(wholeCharacters(head)) ? 'utf-8' : 'windows-1252', bomBytes: 0 };
}

/** Latin text in two bytes a letter has a zero in every other place. */
function wideKind(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const { even, odd } = countZeros(head);
  const many = head.length * 0.2;
  const few = head.length * 0.025;
  if (odd > many && even < few) return 'utf-16le';
  return even > many && odd < few ? 'utf-16be' : null;
}

function countZeros(head: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  return { even, odd };
}

function countControls(head: Uint8Array): number {
  let count = 0;
  for (const byte of head) if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) count += 1;
  return count;
}

/** The bytes without a UTF-8 character that the end cuts in two. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  const from = Math.max(0, bytes.length - 3);
  for (let index = bytes.length - 1; index >= from; index -= 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return index + length > bytes.length ? bytes.subarray(0, index) : bytes;
  }
  return bytes;
}

function withoutMarkup(head: Uint8Array, text: Sniffed): Sniffed {
  const first = Buffer.from(head.subarray(0, 256))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[^\x20-\x7e]+/, '');
  const start = first.trimStart();
  if (/^<(\?xml|[A-Za-z!])/.test(start)) return { ok: false, problem: 'xml' };
  if (/^(\{|\[\s*[{"])/.test(start)) return { ok: false, problem: 'json' };
  return text;
}
