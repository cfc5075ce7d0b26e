import { MOST_BYTES, type Files } from './finding.ts';
import { inflate } from './inflate.ts';

const FILE_SPEC = /\/Type \/Filespec\n\/AFRelationship \/\w+\n\/F \(([\w.-]+)\)\n\/EF <<\n\/F (\d+) 0 R\n>>/g;
const STREAM = /^<<\n(?:[^>]|>(?!>\n)|>>\n(?!stream))*?\/Length (\d+)\n(\/Filter \/FlateDecode\n)?>>\nstream\n/;
/** No dictionary of such a stream is longer. */
const DICTIONARY = 2_000;
/** A record brings four. */
const MOST_FILES = 8;

/** The stream of one object, unpacked; undefined where it is written in another way than the format says. */
async function streamOf(text: string, file: Uint8Array, id: string): Promise<Uint8Array | undefined> {
  const head = `\n${id} 0 obj\n`;
  const at = text.indexOf(head) + head.length;
  const found = STREAM.exec(text.slice(at, at + DICTIONARY));
  if (text.indexOf(head, at) !== -1 || at < head.length || found === null) return undefined;
  const [whole, length, filter] = found;
  const from = at + whole.length;
  const bytes = file.subarray(from, from + Number(length));
  return filter === undefined ? bytes : inflate(bytes, 'deflate', MOST_BYTES);
}

/**
 * Files inside a PDF as `services/export/pdf` writes them, by name; undefined where one cannot be read, is there twice,
 * or there are too many. @param text the file, one letter a byte
 */
export async function filesInPdf(file: Uint8Array, text: string): Promise<Files | undefined> {
  const found = [...text.matchAll(FILE_SPEC)];
  if (found.length > MOST_FILES) return undefined;
  const files = new Map<string, Uint8Array>();
  for (const [, name = '', id = ''] of found) {
    const content = await streamOf(text, file, id);
    if (content === undefined || files.has(name)) return undefined;
    files.set(name, content);
  }
  return files;
}
