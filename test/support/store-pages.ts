// Reads the files of a station as somebody would who has the key and no SQLite: page by page, free ones too.
import { createDecipheriv } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 4_096;
/** At the end of each page of SQLCipher 4: 16 bytes IV, 64 bytes HMAC. */
const RESERVED = 80;
const SALT = 16;
const JOURNAL_HEADER = 32;
const FRAME_HEADER = 24;

function decrypted(page: Buffer, key: Uint8Array, first: boolean): Buffer {
  const from = first ? SALT : 0;
  const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16);
  const cipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(page.subarray(from, PAGE - RESERVED)), cipher.final()]);
}

function pagesOf(file: Buffer, key: Uint8Array): readonly Buffer[] {
  const count = Math.floor(file.length / PAGE);
  return Array.from({ length: count }, (_none, at) =>
    decrypted(file.subarray(at * PAGE, (at + 1) * PAGE), key, at === 0),
  );
}

function framesOf(journal: Buffer, key: Uint8Array): readonly Buffer[] {
  const frames: Buffer[] = [];
  for (let at = JOURNAL_HEADER; at + FRAME_HEADER + PAGE <= journal.length; at += FRAME_HEADER + PAGE) {
    const first = journal.readUInt32BE(at) === 1;
    frames.push(decrypted(journal.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE), key, first));
  }
  return frames;
}

/** Base64url that some text holds, read as well: disclosures rest so. */
function read(text: string): string {
  const inside = text.match(/[\w-]{40,}/g) ?? [];
  const shifted = inside.flatMap((part) =>
    [0, 1, 2, 3].map((by) => Buffer.from(part.slice(by), 'base64url').toString('latin1')),
  );
  return [text, ...shifted].join('\n').toLowerCase();
}

/** Everything that the records say, in use or not, and their journal. @param file of the records */
export function everyPage(file: string, key: Uint8Array): string {
  const journal = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0);
  const pages = [...pagesOf(readFileSync(file), key), ...framesOf(journal, key)];
  return read(pages.map((page) => page.toString('latin1')).join('\n'));
}

/** Every file below a folder, as it lies there. */
export function everyFile(folder: string): string {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => read(readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))).join('\n');
}

/** Which of these words stand somewhere. */
export function foundIn(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => text.includes(word.toLowerCase()));
}
