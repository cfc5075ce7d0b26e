import { crc32, inflateRawSync } from 'node:zlib';
import { fail, type Finding } from './finding.ts';

/** Larger zips are unpacked first and their folder is checked. */
export const MOST_ZIP_BYTES = 536_870_912;
const MOST_ENTRIES = 20_000;
const MOST_ENTRY_BYTES = 4_194_304;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** Why a zip is not opened; becomes a finding. */
class ZipRefused extends Error {
  override readonly name = 'ZipRefused';
}

function refuse(why: string): never {
  throw new ZipRefused(why);
}

/** One line of the directory at a zip's end (APPNOTE 4.3.12). */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Names that lead elsewhere, or that two systems read as two names, are refused: a/b.c with plain letters only. */
function nameOf(bytes: Buffer): string {
  const name = bytes.toString('latin1');
  const plain = /^[\w-][\w.-]*(\/[\w-][\w.-]*){0,2}\/?$/.test(name);
  return plain ? name : refuse('a name in the zip leads elsewhere, or has letters that no record has');
}

function entryAt(zip: Buffer, at: number): readonly [entry: Entry, next: number] {
  if (at + CENTRAL_BYTES > zip.length || zip.readUInt32LE(at) !== CENTRAL) refuse('its list of files is damaged');
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
  const end = at + CENTRAL_BYTES + (nameLength ?? 0);
  const entry = {
    name: nameOf(zip.subarray(at + CENTRAL_BYTES, end)),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    at: zip.readUInt32LE(at + 42),
  };
  if (entry.size > MOST_ENTRY_BYTES) refuse(`${entry.name} would become far too large`);
  return [entry, end + (extra ?? 0) + (comment ?? 0)];
}

function entriesOf(zip: Buffer): readonly Entry[] {
  const end = zip.length - END_BYTES;
  if (end < 0 || zip.readUInt32LE(end) !== END) refuse('it was cut, or something was added behind its end');
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) refuse('there are far too many files in it');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  while (entries.length < count) {
    const [entry, next] = entryAt(zip, at);
    entries.push(entry);
    at = next;
  }
  return at === end ? entries : refuse('its list of files is damaged');
}

function unpack(zip: Buffer, { name, method, crc, packed, size, at }: Entry): Buffer {
  if (at + LOCAL_BYTES > zip.length || zip.readUInt32LE(at) !== LOCAL) refuse(`${name} is damaged`);
  const from = at + LOCAL_BYTES + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(from, from + packed);
  if (method !== STORED && method !== DEFLATED) refuse(`${name} is packed in a way that is not known here`);
  const content = method === STORED ? bytes : inflateRawSync(bytes, { maxOutputLength: size + 1 });
  if (content.length !== size || crc32(content) !== crc) refuse(`${name} is damaged`);
  return content;
}

function contentsOf(zip: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of entriesOf(zip)) {
    if (files.has(entry.name)) refuse(`${entry.name} is in it twice`);
    if (!entry.name.endsWith('/')) files.set(entry.name, unpack(zip, entry));
  }
  return files;
}

/** Files of a zip by name, or why it is not opened. Nothing is written anywhere, and nothing grows beyond what it says. */
export function readZip(zip: Buffer): ReadonlyMap<string, Buffer> | Finding {
  try {
    return contentsOf(zip);
  } catch (thrown) {
    return fail('zip', thrown instanceof ZipRefused ? thrown.message : 'it is damaged');
  }
}
