import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findDelimiter } from '../../../services/exchange/delimiter.ts';
import { transcoder } from '../../../services/exchange/decode.ts';
import { sniff } from '../../../services/exchange/sniff.ts';

const TEXT = 'Booking #,Last Name\n1,Téstperson\n2,Sampleton\n';
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (text: string): Buffer => utf16(text).swap16();

describe('what a file is', () => {
  it.each([
    ['plain UTF-8', Buffer.from(TEXT), 'utf-8', 0],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8-bom', 3],
    ['UTF-16 with a mark', utf16(`\ufeff${TEXT}`), 'utf-16le', 2],
    ['UTF-16 without a mark', utf16(TEXT), 'utf-16le', 0],
    ['big-endian UTF-16 with a mark', swapped(`\ufeff${TEXT}`), 'utf-16be', 2],
    ['big-endian UTF-16 without a mark', swapped(TEXT), 'utf-16be', 0],
    ['Latin-1', Buffer.from(TEXT, 'latin1'), 'windows-1252', 0],
    ['UTF-8 cut inside a character', Buffer.from(TEXT).subarray(0, 24), 'utf-8', 0],
  ])('knows %s', (...[, bytes, encoding, bomBytes]) => {
    expect(sniff(bytes)).toEqual({ ok: true, encoding, bomBytes });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['gzip', gzipSync(TEXT), 'gzip'],
    ['a workbook', Buffer.from('PK\u0003\u0004........[Content_Types].xml', 'latin1'), 'xlsx'],
    ['another archive', Buffer.from('PK\u0003\u0004........jail.csv', 'latin1'), 'zip'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['XML', Buffer.from('\ufeff<?xml version="1.0"?><a/>'), 'xml'],
    ['JSON lines', Buffer.from('{"booking_no":"1"}\n'), 'json'],
    ['bytes without a meaning', Buffer.from([1, 2, 3, 0, 4, 5, 6, 7, 2, 1, 65, 66]), 'binary'],
  ])('refuses %s', (_, bytes, problem) => {
    expect(sniff(bytes)).toEqual({ ok: false, problem });
  });
});

describe('characters', () => {
  /** Fed in pieces of every length, so that each character is cut once. */
  const decoded = (bytes: Uint8Array, encoding: Parameters<typeof transcoder>[0], size: number): string => {
    const text = transcoder(encoding);
    const parts: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) parts.push(text.push(bytes.subarray(at, at + size)));
    return Buffer.concat([...parts, text.end()]).toString('utf8');
  };

  it.each([1, 2, 3, 5, 7])('survive being cut every %i bytes', (size) => {
    const text = 'José O’Brien 𝒜 ö';
    expect(decoded(Buffer.from(text), 'utf-8', size)).toBe(text);
    expect(decoded(utf16(text), 'utf-16le', size)).toBe(text);
    expect(decoded(swapped(text), 'utf-16be', size)).toBe(text);
  });

  it('turn out as Windows-1252 although the head was plain', () => {
    const text = transcoder('utf-8');
    text.push(Buffer.from('plain '));
    const rest = text.push(Buffer.from([0x93, 0xe9, 0x94]));
    expect(Buffer.concat([rest, text.end()]).toString('utf8')).toBe('“é”');
    expect(text.encoding()).toBe('windows-1252');
  });

  it('are suspect where UTF-8 is mixed with other bytes', () => {
    const text = transcoder('utf-8');
    text.push(Buffer.from('é'));
    text.push(Buffer.from([0xe9, 0x2c]));
    expect(text.suspect()).toBe(true);
  });
});

describe('the delimiter', () => {
  it.each([
    [',', 'a,b,c\n1,"x;y;z",3\n'],
    [';', 'a;b;c\n1;2,5;3\n'],
    ['|', 'a|b|c\n1|2, 3|3\n'],
    ['\t', 'a\tb\tc\n1\t2, 3\t3\n'],
    [',', 'alone\n1\n'],
  ] as const)('is %j', (delimiter, text) => expect(findDelimiter(text)).toBe(delimiter));
});
