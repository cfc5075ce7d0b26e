import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { findFileLeaks, type LookedAt } from '../../services/leaks/files.ts';
import { windowsOf } from '../../services/leaks/pieces.ts';

const MEGABYTE = 1024 * 1024;
/** Neither of its halves tells anything. */
const TELLS = Buffer.from('She is undocumented.');
const HALF = 9;
const LINE = 'Calm all night; water given at ten.\n';
/** Windows of 8 MiB end there, in the middle of what is planted. */
const EDGE = 72 * MEGABYTE;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, 'large');
const look = (): Promise<LookedAt> => findFileLeaks([{ folder, copies: false }]);

/** @param at where the text is planted */
function plant(text: Buffer, at: number): void {
  const opened = openSync(file(), 'r+');
  writeSync(opened, text, 0, text.length, at);
  closeSync(opened);
}

afterEach(() => {
  rmSync(file(), { force: true });
});

describe('a look at a large file', () => {
  it('finds a line seventy megabytes deep that lies on both sides of an edge, once', async () => {
    const lines = Buffer.from(LINE.repeat(MEGABYTE / 4));
    writeFileSync(file(), '');
    for (let at = 0; at < 80 * MEGABYTE; at += lines.length) writeFileSync(file(), lines, { flag: 'a' });
    plant(Buffer.from(`\n${TELLS.toString()}\n`), EDGE - HALF);
    const { files, leaks, unread } = await look();
    expect([files, unread, leaks.length]).toEqual([1, [], 1]);
    expect(leaks[0]).toMatchObject({ category: 'status-statement', clause: '1(b)' });
  }, 60_000);

  it.each([
    ['one byte', TELLS, HALF],
    ['two bytes', Buffer.from(TELLS.toString(), 'utf16le'), 2 * HALF],
  ])(
    'finds it among bytes that are no text, in letters of %s',
    async (_width, text, half) => {
      writeFileSync(file(), '');
      truncateSync(file(), 80 * MEGABYTE);
      plant(text, EDGE - half);
      const { leaks, unread } = await look();
      expect([leaks.map(({ category }) => category), unread]).toEqual([['status-statement'], []]);
    },
    60_000,
  );

  it.each([
    ['letters', Buffer.alloc(9 * MEGABYTE, 'ab ')],
    ['no letters', Buffer.alloc(9 * MEGABYTE, 0xc3)],
  ])(
    'reads on through megabytes of %s among bytes that are no text',
    async (_what, bytes) => {
      writeFileSync(file(), Buffer.concat([Buffer.alloc(9), bytes, Buffer.alloc(9), TELLS, Buffer.alloc(9)]));
      const { leaks, unread } = await look();
      expect([leaks.map(({ category }) => category), unread]).toEqual([['status-statement'], []]);
    },
    60_000,
  );

  it('reads on behind megabytes without a blank, as a key or a picture in letters is', async () => {
    writeFileSync(file(), `${'eyJ'.padEnd(9 * MEGABYTE, 'q8Lr+/x')}\n${TELLS.toString()}\n`);
    expect((await look()).leaks.map(({ category }) => category)).toEqual(['status-statement']);
  }, 60_000);

  it('tells what is encrypted apart, and calls it read', async () => {
    writeFileSync(file(), '');
    for (let at = 0; at < 66; at += 1) writeFileSync(file(), randomBytes(MEGABYTE), { flag: 'a' });
    expect(await look()).toMatchObject({ unread: [], leaks: [], wordless: ['encrypted'] });
  }, 60_000);
});

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += MEGABYTE) yield await Promise.resolve(bytes.subarray(at, at + MEGABYTE));
}

describe('windows over a text without an end of line', () => {
  it.each([-19, -9, -1, 0, 5])('hold what begins %i bytes from an edge whole', async (from) => {
    const bytes = Buffer.alloc(17 * MEGABYTE, 'x');
    TELLS.copy(bytes, 8 * MEGABYTE + from);
    let found = 0;
    let most = 0;
    for await (const window of windowsOf(inPieces(bytes))) {
      most = Math.max(most, window.bytes.length);
      if (window.bytes.includes(TELLS)) found += 1;
    }
    expect(found).toBeGreaterThan(0);
    expect(most).toBeLessThan(10 * MEGABYTE);
  });
});
