import { isAscii, isUtf8 } from 'node:buffer';
import { wholeCharacters, type Encoding } from './sniff.ts';

/** Turns a file's bytes into UTF-8, chunk by chunk. */
export interface Transcoder {
  push(chunk: Uint8Array): Buffer;
  end(): Buffer;
  /** What the file turned out to be; final once all is read. */
  encoding(): Encoding;
  /** True once bytes were seen that no character can be made of, or a NUL: rows must then be looked at. */
  suspect(): boolean;
}

/** 0x80 to 0x9f of Windows-1252 (WHATWG index); the rest is Latin-1. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

const NOTHING = Buffer.alloc(0);

/** @param encoding as `sniff` found it in the head; a file whose head is plain ASCII may turn out as Windows-1252 later */
export function transcoder(encoding: Encoding): Transcoder {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return fromUtf16(encoding);
  return fromBytes(encoding);
}

function fromUtf16(encoding: 'utf-16le' | 'utf-16be'): Transcoder {
  let rest: Buffer = NOTHING;
  let suspect = false;
  const push = (chunk: Uint8Array): Buffer => {
    const all = Buffer.concat([rest, chunk]);
    const even = Buffer.from(all.subarray(0, all.length - (all.length % 2)));
    if (encoding === 'utf-16be') even.swap16();
    const cut = endsInHighSurrogate(even) ? even.length - 2 : even.length;
    rest = all.subarray(cut);
    const text = even.toString('utf16le', 0, cut);
    suspect ||= text.includes('\0') || !text.isWellFormed();
    return Buffer.from(text, 'utf8');
  };
  return {
    push,
    end: () => {
      suspect ||= rest.length > 0;
      return rest.length > 0 ? Buffer.from('\ufffd') : NOTHING;
    },
    encoding: () => encoding,
    suspect: () => suspect,
  };
}

function endsInHighSurrogate(even: Buffer): boolean {
  const last = even.length >= 2 ? even.readUInt16LE(even.length - 2) : 0;
  return last >= 0xd800 && last <= 0xdbff;
}

function fromBytes(first: Encoding): Transcoder {
  let encoding = first;
  let plain = first !== 'utf-8-bom';
  let suspect = false;
  let rest: Uint8Array = NOTHING;
  const decode = (bytes: Uint8Array): Buffer => {
    suspect ||= bytes.includes(0);
    if (encoding === 'windows-1252') return fromWindows1252(bytes);
    if (isUtf8(bytes)) {
      plain &&= isAscii(bytes);
      return Buffer.from(bytes);
    }
    if (plain) {
      encoding = 'windows-1252';
      return fromWindows1252(bytes);
    }
    suspect = true;
    return Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf8');
  };
  const push = (chunk: Uint8Array): Buffer => {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = encoding === 'windows-1252' ? all : wholeCharacters(all);
    rest = Buffer.from(all.subarray(whole.length));
    return decode(whole);
  };
  return {
    push,
    end: () => (rest.length > 0 ? decode(rest) : NOTHING),
    encoding: () => encoding,
    suspect: () => suspect,
  };
}

function fromWindows1252(bytes: Uint8Array): Buffer {
  const latin = Buffer.from(bytes).toString('latin1');
  const text = latin.replace(/[\x80-\x9f]/g, (letter) =>
    String.fromCharCode(HIGH[letter.charCodeAt(0) - 0x80] ?? 0xfffd),
  );
  return Buffer.from(text, 'utf8');
}
