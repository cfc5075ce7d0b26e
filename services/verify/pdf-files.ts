import { inflateSync } from 'node:zlib';
import { MOST_BYTES } from './read-small.ts';

const FILE_SPEC = /\/Type \/Filespec\n\/AFRelationship \/\w+\n\/F \(([\w.-]+)\)\n\/EF <<\n\/F (\d+) 0 R\n>>/g;
const STREAM = /^<<\n(?:[^>]|>(?!>\n)|>>\n(?!stream))*?\/Length (\d+)\n(\/Filter \/FlateDecode\n)?>>\nstream\n/;
/** No dictionary of such a stream is longer. */
const DICTIONARY = 2_000;

/** The stream of one object, unpacked; undefined where it is written in another way than the format says. */
function streamOf(text: string, file: Buffer, id: string): Buffer | undefined {
  const head = `\n${id} 0 obj\n`;
  const at = text.indexOf(head) + head.length;
  const found = STREAM.exec(text.slice(at, at + DICTIONARY));
  if (text.indexOf(head, at) !== -1 || at < head.length || found === null) return undefined;
  const [whole, length, filter] = found;
  const from = at + whole.length;
  const bytes = file.subarray(from, from + Number(length));
  return filter === undefined ? bytes : inflateSync(bytes, { maxOutputLength: MOST_BYTES });
}

/** Files inside a PDF as `services/export/pdf` writes them, by name; undefined where one cannot be read or is there twice. */
export function filesInPdf(file: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const text = file.toString('latin1');
  const files = new Map<string, Buffer>();
  try {
    for (const [, name = '', id = ''] of text.matchAll(FILE_SPEC)) {
      const content = streamOf(text, file, id);
      if (content === undefined || files.has(name)) return undefined;
      files.set(name, content);
    }
    return files;
  } catch {
    return undefined;
  }
}
