import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ZipPieces } from '../../services/export/zip.ts';
import { findFileLeaks, type LookedAt } from '../../services/leaks/files.ts';
import { piecesOf } from '../../services/leaks/put-before.ts';

const TELLS = 'Stated that he overstayed his visa.';
const HARMLESS = 'Calm all night; water given at ten.';

const folder = mkdtempSync(join(tmpdir(), 'odd-'));
beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const place = (name = '.') => ({ folder: join(folder, name), copies: false });

function lookAt(bytes: string | Uint8Array, name: string | Buffer = 'made'): Promise<LookedAt> {
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]), bytes);
  return findFileLeaks([place()]);
}

function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const zip = new ZipPieces();
  const parts = Object.entries(files).map(([name, text]) => zip.add(name, Buffer.from(text)));
  return Buffer.concat([...parts, zip.end()]);
}

/** @param change of its last 22 bytes, which say how long the list is */
function changedEnd(change: (end: Buffer) => void): Buffer {
  const zip = zipOf({ a: HARMLESS });
  change(zip.subarray(-22));
  return zip;
}

describe('a zip of which the end does not fit', () => {
  it.each([
    [
      'says that its list is empty',
      changedEnd((end) => {
        end.fill(0, 8, 16);
      }),
    ],
    ['says that its list is longer', changedEnd((end) => end.writeUInt16LE(2, 10))],
    ['is followed by a text', Buffer.concat([zipOf({ a: HARMLESS }), Buffer.from(HARMLESS)])],
  ])('%s: damaged', async (_what, bytes) => {
    expect((await lookAt(bytes)).unread).toEqual([expect.stringContaining('(damaged)')]);
  });

  it('has a comment that tells', async () => {
    const zip = Buffer.concat([zipOf({ a: HARMLESS }), Buffer.from(TELLS)]);
    zip.writeUInt16LE(TELLS.length, zip.length - TELLS.length - 2);
    const { leaks, unread } = await lookAt(zip);
    expect([leaks.length, unread]).toEqual([1, []]);
  });
});

describe('a file with a signed record at its beginning', () => {
  const disclosure = Buffer.from(JSON.stringify(['salt', 'note', TELLS])).toString('base64url');
  it.each([
    ['is read behind it', `eyJa.b.c~\n${TELLS}`],
    ['is read where a disclosure should be', `eyJa.b.c~${TELLS}~`],
    ['is read in its disclosures', `eyJa.b.c~${disclosure}~`],
    ['is read in its disclosures further down', `${HARMLESS}\neyJa.b.c~${disclosure}~\n`],
    ['is read in its body', `eyJa.${Buffer.from(JSON.stringify({ note: TELLS })).toString('base64url')}.c~`],
  ])('%s', async (_what, text) => {
    expect((await lookAt(text)).leaks).toHaveLength(1);
    expect((await lookAt(text, 'record.sd-jwt')).leaks).toHaveLength(2);
  });
});

describe('many leaks in one file', () => {
  it('are listed up to a hundred, and the rest is counted', async () => {
    const lines = Array.from({ length: 130 }, (_, at) => `On day ${String(at)} he overstayed his visa.`);
    const { leaks } = await lookAt(gzipSync(lines.join('\n')));
    expect(leaks).toHaveLength(101);
    expect(leaks.at(-1)?.part).toBe('30 more');
  });
});

describe('a long text', () => {
  it('is cut at blanks, and each stretch of a phrase stands whole in one of the pieces', () => {
    const words = Array.from({ length: 20_000 }, (_, at) => `w${String(at)}`);
    const pieces = [...piecesOf(words.join(' '))];
    const pairs = new Set(
      pieces.flatMap((piece) => piece.split(' ').map((word, at, all) => `${word} ${all[at + 1] ?? ''}`)),
    );
    expect(words.slice(0, -1).filter((word, at) => !pairs.has(`${word} ${words[at + 1] ?? ''}`))).toEqual([]);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(16_400);
    expect([...piecesOf('x'.repeat(50_000))].length).toBeLessThan(6);
  });

  it('lets other calls in between', async () => {
    let calls = 0;
    const ticking = setInterval(() => (calls += 1), 1);
    // Ever new words: what was read before is remembered, and takes no time.
    const harmless = Array.from({ length: 4_000 }, (_, at) => `${HARMLESS} ${String(at)}`).join(' ');
    const { leaks } = await lookAt(`${harmless} ${TELLS}`);
    clearInterval(ticking);
    expect(leaks).toHaveLength(1);
    expect(calls).toBeGreaterThan(1);
  }, 30_000);
});

const openFiles = (): number => readdirSync('/proc/self/fd').length;

describe('after a look', () => {
  it.skipIf(process.platform !== 'linux')('no file is left open, whatever could not be read (Linux only)', async () => {
    const before = openFiles();
    const large = Buffer.alloc(300_000, 7);
    for (const [at, head] of ['377abcaf271c', '504b0304', '28b52ffd', '25504446'].entries()) {
      const bytes = Buffer.concat([Buffer.from(head, 'hex'), large]);
      writeFileSync(join(folder, `plain-${String(at)}`), bytes);
      const zip = new ZipPieces();
      writeFileSync(join(folder, `zip-${String(at)}`), Buffer.concat([zip.add('a', bytes), zip.end()]));
      writeFileSync(join(folder, `gzip-${String(at)}`), gzipSync(bytes));
    }
    expect((await findFileLeaks([place()])).unread.length).toBeGreaterThan(6);
    await setTimeout(100);
    expect(openFiles()).toBeLessThanOrEqual(before + 1);
  });
});

describe('names', () => {
  it.skipIf(process.platform !== 'linux')('that are no text are told as unread (Linux only)', async () => {
    const { unread } = await lookAt(TELLS, Buffer.from([0x61, 0xe9, 0x62]));
    expect(unread).toEqual([expect.stringMatching(/a name that is no text/)]);
  });

  it('that tell are told once, also where the folder tells already', async () => {
    mkdirSync(join(folder, 'overstayed his visa'));
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, 'overstayed his visa', name), HARMLESS);
    expect((await findFileLeaks([place()])).leaks).toHaveLength(1);
  });
});

describe('a file that is named twice', () => {
  it.each([
    ['behind its folder', ['.', 'a.txt']],
    ['before its folder', ['a.txt', '.']],
  ])('%s is counted once', async (_order, names) => {
    writeFileSync(join(folder, 'a.txt'), TELLS);
    const { files, leaks } = await findFileLeaks(names.map((name) => place(name)));
    expect([files, leaks.length]).toEqual([1, 1]);
  });
});
