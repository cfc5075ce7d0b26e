import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ZipPieces } from '../../services/export/zip.ts';
import { findFileLeaks, type LookedAt } from '../../services/leaks/files.ts';

const TELLS = 'Stated that he overstayed his visa.';
const HARMLESS = 'Calm all night; water given at ten.';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packed-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (): string => join(folder, 'made');
afterEach(() => {
  rmSync(file(), { force: true });
});

function lookAt(bytes: Uint8Array): Promise<LookedAt> {
  writeFileSync(file(), bytes);
  return findFileLeaks([{ folder, copies: false }]);
}

const padded = (text: string): Buffer => Buffer.from(`${HARMLESS}\n`.repeat(200) + text);

function zipOf(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const zip = new ZipPieces();
  const parts = Object.entries(files).map(([name, bytes]) => zip.add(name, bytes));
  return Buffer.concat([...parts, zip.end()]);
}

/** A page whose font has letters of its own, as browsers print them: code 1 is the first letter of the text. */
function pdfOf(text: string, more = ''): Buffer {
  const codes = [...new Set(Array.from(text))];
  const hex = (of: number): string => of.toString(16).padStart(4, '0');
  const table = codes.map((letter, at) => `<${hex(at + 1)}> <${hex(letter.charCodeAt(0))}>`).join('\n');
  const map = `1 begincodespacerange <0000> <FFFF> endcodespacerange\n${String(codes.length)} beginbfchar\n${table}\nendbfchar`;
  const shown = (words: string): string =>
    `<${Array.from(words, (letter) => hex(codes.indexOf(letter) + 1)).join('')}> Tj`;
  const [first, second] = [text.slice(0, 19), text.slice(19)];
  const page = deflateSync(
    `BT /F4 16 Tf 1 0 0 -1 8 127 Tm ${shown(first)} ET BT /F4 16 Tf 1 0 0 -1 8 146 Tm ${shown(second)} ET`,
  );
  const stream = (id: number, words: string, bytes: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`${String(id)} 0 obj\n<<${words} /Length ${String(bytes.length)}>> stream\n`),
      ...[bytes, Buffer.from('\nendstream\nendobj\n')],
    ]);
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj\n<</Type /Page /Resources <</Font <</F4 2 0 R>>>> /Contents 4 0 R${more}>>\nendobj\n`,
    ),
    Buffer.from('2 0 obj\n<</Type /Font /Subtype /Type0 /ToUnicode 3 0 R>>\nendobj\n'),
    ...[stream(3, '', Buffer.from(map)), stream(4, ' /Filter /FlateDecode', page), Buffer.from('%%EOF\n')],
  ]);
}

describe('a look at what is packed', () => {
  it.each([
    ['gzip', gzipSync(padded(TELLS))],
    ['gzip twice', gzipSync(gzipSync(padded(TELLS)))],
    ['a zip of this program', zipOf({ 'a/note.txt': padded(TELLS), 'b.txt': padded('') })],
    ['a PDF in a zip', zipOf({ 'sheet.pdf': pdfOf(TELLS) })],
    ['a page of a PDF, over two lines', pdfOf(TELLS)],
    ['the title of a PDF', pdfOf(HARMLESS, ` /Title (${TELLS})`)],
    [
      'the words of a picture',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(TELLS), Buffer.alloc(9)]),
    ],
    [
      'letters with accents',
      Buffer.concat([Buffer.from([0, 255]), Buffer.from('Dijo que está sin papeles, indocumentado.')]),
    ],
  ])('finds it in %s', async (_what, bytes) => {
    const { leaks, unread } = await lookAt(bytes);
    expect([new Set(leaks.map(({ category }) => category)).size > 0, unread]).toEqual([true, []]);
    expect(JSON.stringify(leaks)).not.toMatch(/overstay|papeles/);
  });

  it.each([
    ['gzip', gzipSync(padded(''))],
    ['a zip', zipOf({ 'b.txt': padded('') })],
    ['a PDF', pdfOf(HARMLESS)],
  ])('finds nothing where nothing is in %s', async (_what, bytes) => {
    expect(await lookAt(bytes)).toMatchObject({ leaks: [], unread: [], wordless: [] });
  });

  it('does not repeat the name of a file in a zip that tells', async () => {
    const { leaks } = await lookAt(zipOf({ 'overstayed his visa.txt': padded('') }));
    expect(leaks).toMatchObject([{ part: 'its name' }]);
    expect(JSON.stringify(leaks)).not.toMatch(/overstay/);
  });

  it.each([
    ['a damaged gzip', gzipSync(randomBytes(9_000)).subarray(0, 5_000), 'damaged'],
    ['a zip without its list', zipOf({ a: randomBytes(900) }).subarray(0, 700), 'damaged'],
    ['another kind of packing', Buffer.from('377abcaf271c0004', 'hex'), 'packed in a way that is not known here'],
    ['a zip in a zip', zipOf({ 'in.zip': zipOf({ a: padded('') }) }), 'a zip in something packed'],
    ['a PDF under a passphrase', pdfOf(HARMLESS, ' /Encrypt 9 0 R'), 'under a passphrase'],
  ])('says that %s could not be read, and why', async (_what, bytes, why) => {
    const { unread } = await lookAt(bytes);
    expect(unread).toHaveLength(1);
    expect(unread[0]).toContain(`(${why})`);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'picture'],
    ['what is encrypted', randomBytes(20_000), 'encrypted'],
    ['a table of what pages stored', Buffer.from(`00ff${'00'.repeat(40)}57fb808b247547db`, 'hex'), 'table'],
    ['a PDF with a picture', pdfOf(HARMLESS, ' /Subtype /Image'), 'drawn-pages'],
  ])('tells %s apart from what was read', async (_what, bytes, kind) => {
    expect(await lookAt(bytes)).toMatchObject({ unread: [], wordless: [kind], leaks: [] });
  });
});
