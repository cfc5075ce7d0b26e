// Looks for a planted word in every file of some folders, in the encodings that Chromium and SQLite use.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files that carry the word, in UTF-8 or UTF-16, in any case of ASCII letters. */
export function filesWith(word: string, folders: readonly string[]): readonly string[] {
  const needles = [Buffer.from(word.toLowerCase(), 'utf8'), Buffer.from(word.toLowerCase(), 'utf16le')];
  return folders.flatMap(filesIn).filter((file) => {
    const bytes = readFileSync(file);
    const lower = Buffer.from(bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)));
    return needles.some((needle) => lower.includes(needle));
  });
}
