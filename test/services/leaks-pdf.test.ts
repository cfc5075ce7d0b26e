import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFileLeaks, type LookedAt } from '../../services/leaks/files.ts';

const TELLS = 'Stated that he overstayed his visa.';
const HARMLESS = 'Calm all night; water given at ten.';
const MEGABYTE = 1024 * 1024;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pdf-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lookAt(bytes: Uint8Array): Promise<LookedAt> {
  writeFileSync(join(folder, 'made.pdf'), bytes);
  return findFileLeaks([{ folder, copies: false }]);
}

type Piece = string | Uint8Array;
const joined = (...pieces: readonly Piece[]): Buffer =>
  Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));
const object = (id: number, ...body: readonly Piece[]): Buffer =>
  joined(`${String(id)} 0 obj\n`, ...body, '\nendobj\n');
const stream = (id: number, words: string, bytes: Uint8Array): Buffer =>
  object(id, `<<${words} /Length ${String(bytes.length)}>>\nstream\n`, bytes, '\nendstream');
const pdf = (...parts: readonly Piece[]): Buffer => joined('%PDF-1.7\n', ...parts, '%%EOF\n');
const page = (content: string): Buffer => stream(4, '/Filter/FlateDecode', deflateSync(Buffer.from(content, 'latin1')));
const noise = Buffer.from(`${HARMLESS}\n`.repeat(9));

/** Of the letters for five of four bytes no library is at hand. */
function asLetters(text: string): string {
  const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  let letters = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const value = bytes.readUInt32BE(at);
    for (let place = 4; place >= 0; place -= 1)
      letters += String.fromCharCode(33 + (Math.floor(value / 85 ** place) % 85));
  }
  return `${letters}~>`;
}

describe('a look at a PDF finds what it tells', () => {
  it.each([
    ['in letters of its own beyond ASCII', pdf(object(1, '<</Title (Note\x84\x8d', TELLS, '\x8e)>>'))],
    ['in brackets within brackets', pdf(object(1, `<</Title (a (b (c) (d (${TELLS}))))>>`))],
    ['in brackets within brackets on a page', pdf(page(`BT (a (b (c) (d (${TELLS})))) Tj ET`))],
    ['behind six thousand letters', pdf(page(`BT (${'Calm night. '.repeat(500)}${TELLS}) Tj ET`))],
    ['in an object that has three of something', pdf(stream(4, '/N 3', Buffer.from(`BT (${TELLS}) Tj ET`)))],
    [
      'where another object says how it is packed',
      pdf(object(9, '/FlateDecode'), stream(4, '/Filter 9 0 R', deflateSync(Buffer.from(`BT (${TELLS}) Tj ET`)))),
    ],
    [
      'where others say so in a list',
      pdf(object(9, '[ /FlateDecode ]'), stream(4, '/Filter 9 0 R', deflateSync(Buffer.from(`BT (${TELLS}) Tj ET`)))),
    ],
    [
      'in letters of hexadecimal',
      pdf(stream(4, '/Filter/AHx', Buffer.from(Buffer.from(`BT (${TELLS}) Tj ET`).toString('hex')))),
    ],
    ['in letters of ASCII85', pdf(stream(4, '/Filter[/A85]', Buffer.from(asLetters(`BT (${TELLS}) Tj ET`))))],
    ['by the sign that shows in a next line', pdf(page(`BT (One.) Tj (${TELLS}) ' ET`))],
    ['behind a picture that lies in the page', pdf(page(`BI /W 1 ID ((\x01(\x02 EI BT (${TELLS}) Tj ET`))],
    ['in a list of pieces with gaps', pdf(page('BT [(Stated that he over)-20(stayed his)-250(visa.)] TJ ET'))],
    ['in a file that lies in it', pdf(stream(4, '/Type/EmbeddedFile', gzipSync(joined(noise, TELLS))))],
    ['in an earlier version of it', joined(pdf(page(`BT (${TELLS}) Tj ET`)), pdf(page(`BT (${HARMLESS}) Tj ET`)))],
    [
      'in objects that lie packed together',
      pdf(
        stream(
          7,
          '/Type/ObjStm/N 2/First 10/Filter/FlateDecode',
          deflateSync(Buffer.from(`1 0 2 9   <</A 1>> <</Title (${TELLS})>>`)),
        ),
      ),
    ],
    ['in a remark', pdf(`% ${TELLS}\n`)],
    [
      'behind a part that is damaged',
      pdf(stream(3, '/Filter/FlateDecode', Buffer.alloc(99, 7)), page(`BT (${TELLS}) Tj ET`)),
    ],
  ])('%s', async (_where, bytes) => {
    const { leaks } = await lookAt(bytes);
    expect(leaks.length).toBeGreaterThan(0);
    expect(JSON.stringify(leaks)).not.toMatch(/overstay/);
  });
});

describe('a look at a PDF tells what it could not read', () => {
  it.each([
    ['a damaged part', pdf(stream(3, '/Filter/FlateDecode', Buffer.alloc(99, 7))), 'damaged'],
    ['another way of packing', pdf(stream(3, '/Filter/LZWDecode', noise)), 'packed in a way that is not known here'],
    ['a passphrase said in its own place', pdf('trailer<</Encrypt<</V 4>>>>'), 'under a passphrase'],
  ])('%s', async (_what, bytes, why) => {
    expect((await lookAt(bytes)).unread).toEqual([expect.stringContaining(`(${why})`)]);
  });

  it('and calls pictures pictures', async () => {
    const picture = stream(3, '/Subtype/Image/Filter/DCTDecode', Buffer.from('ffd8ff', 'hex'));
    expect(await lookAt(pdf(picture))).toMatchObject({ unread: [], leaks: [], wordless: ['drawn-pages'] });
  });
});

/** Seconds in which a machine that has other work is done as well. */
const SOON = 20_000;

describe('a PDF that was made to fill memory and time', () => {
  it.each([
    ['numbers', stream(4, '', Buffer.from(`BT ${'1.+-1'.repeat(MEGABYTE / 5)} Tj`))],
    ['ways of packing', Buffer.from(`1 0 obj <<${'/Filter['.repeat(MEGABYTE / 8)}`)],
    ['parts that never end', Buffer.from('1 0 obj <<>>\nstream\n'.repeat(50_000))],
    ['tables that never end', stream(4, '', Buffer.from(`begincmap ${'beginbfchar '.repeat(MEGABYTE / 12)}`))],
    ['open brackets', stream(4, '', Buffer.from(`BT ${'('.repeat(MEGABYTE)} Tj`))],
    ['texts in one list', stream(4, '', Buffer.from(`BT [${'(ab)'.repeat(MEGABYTE / 4)}] TJ`))],
  ])(
    'by %s is read soon',
    async (_what, body) => {
      expect((await lookAt(pdf(body, object(8, `<</Title (${TELLS})>>`)))).files).toBe(1);
    },
    SOON,
  );

  it(
    'by parts that become large is told as unread, with flat memory',
    async () => {
      const large = deflateSync(Buffer.alloc(60 * MEGABYTE, ' '));
      const parts = Array.from({ length: 12 }, (_, at) => stream(at + 1, '/Subtype/XML/Filter/FlateDecode', large));
      const before = process.memoryUsage().arrayBuffers;
      const { unread } = await lookAt(pdf(...parts));
      expect(unread).toEqual([expect.stringContaining('(becomes far too large unpacked)')]);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(400 * MEGABYTE);
    },
    3 * SOON,
  );
});
