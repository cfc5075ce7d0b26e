import { lettersOf } from '../bytes.ts';
import { crc32 } from './crc32.ts';
import { fail, MOST_BYTES, type Files, type Finding } from './finding.ts';
import { inflate } from './inflate.ts';

/** Larger zips are unpacked first and their folder is checked. */
export const MOST_ZIP_BYTES = 536_870_912;
const MOST_ENTRIES = 20_000;
/** Of all files together, unpacked. */
const MOST_UNPACKED = MOST_ZIP_BYTES;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** How hard it was packed (bits 1 and 2), sizes behind the file (3), names in UTF-8 (11); others change what is read. */
const KNOWN_FLAGS = 0x080e;
const SIZES_BEHIND = 0x0008;
/** Of the format that has these two ways of packing, 2.0; later ones bring what is not known here. */
const NEWEST = 20;
const UNIX = 3;
/** Kind of file in the attributes of Unix (APPNOTE 4.4.15): a plain one, a folder, or none told. */
const PLAIN_KINDS: readonly number[] = [0o100000, 0o040000, 0];

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
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Plain letters, within them also spaces and round brackets, as in `EXP-2026-000001 (1)`; what macOS adds begins with a dot. */
const STEP = String.raw`(?!\.{1,2}(?:/|$))[\w.-](?:[\w. ()-]*[\w.()-])?`;
const NAME = new RegExp(`^${STEP}(?:/${STEP}){0,3}/?$`);

/** Names that lead elsewhere, or that two systems read as two names, are refused. */
function nameOf(bytes: Uint8Array): string {
  const name = lettersOf(bytes);
  const plain = NAME.test(name);
  return plain ? name : refuse('a name in the zip leads elsewhere, or has letters that no record has');
}

const UNKNOWN = 'is packed in a way that is not known here';

/** A zip, with its numbers read the way they are written: little end first. */
interface Zip {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

const short = ({ view }: Zip, at: number): number => view.getUint16(at, true);
const long = ({ view }: Zip, at: number): number => view.getUint32(at, true);

/** What two readers would take for two things: a link, a part of another disk, an entry for later versions. */
function refuseStrange(zip: Zip, at: number, { name, flags }: Entry): void {
  const kind = (long(zip, at + 38) >>> 16) & 0o170000;
  if (short(zip, at + 4) >>> 8 === UNIX && !PLAIN_KINDS.includes(kind)) refuse(`${name} is no plain file`);
  const known = (flags & ~KNOWN_FLAGS) === 0 && short(zip, at + 6) <= NEWEST;
  if (!known || short(zip, at + 34) !== 0) refuse(`${name} ${UNKNOWN}`);
}

function entryAt(zip: Zip, at: number): readonly [entry: Entry, next: number] {
  if (at + CENTRAL_BYTES > zip.bytes.length || long(zip, at) !== CENTRAL) refuse('its list of files is damaged');
  const end = at + CENTRAL_BYTES + short(zip, at + 28);
  const entry = {
    name: nameOf(zip.bytes.subarray(at + CENTRAL_BYTES, end)),
    flags: short(zip, at + 8),
    method: short(zip, at + 10),
    crc: long(zip, at + 16),
    packed: long(zip, at + 20),
    size: long(zip, at + 24),
    at: long(zip, at + 42),
  };
  if (entry.size > MOST_BYTES) refuse(`${entry.name} would become far too large`);
  refuseStrange(zip, at, entry);
  return [entry, end + short(zip, at + 30) + short(zip, at + 32)];
}

/** The end of a zip: one disk, as many files on it as in all, no comment, and the list of files right before it. */
function isEnd(zip: Zip, end: number): boolean {
  const alone = [4, 6, 20].every((place) => short(zip, end + place) === 0);
  const count = short(zip, end + 8) === short(zip, end + 10);
  return alone && count && long(zip, end + 12) + long(zip, end + 16) === end;
}

function entriesOf(zip: Zip): readonly Entry[] {
  const end = zip.bytes.length - END_BYTES;
  if (end < 0 || long(zip, end) !== END) refuse('it was cut, or something was added behind its end');
  const count = short(zip, end + 10);
  if (!isEnd(zip, end)) refuse('its list of files is damaged');
  if (count > MOST_ENTRIES) refuse('there are far too many files in it');
  const entries: Entry[] = [];
  let at = long(zip, end + 16);
  while (entries.length < count) {
    const [entry, next] = entryAt(zip, at);
    entries.push(entry);
    at = next;
  }
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > MOST_UNPACKED) refuse('its files together would become far too large');
  return at === end ? entries : refuse('its list of files is damaged');
}

/** Whether the header before a file says the same of it as the list at the end: readers go by the one or the other. */
function saysTheSame(zip: Zip, { name, flags, method, crc, packed, size, at }: Entry): boolean {
  const own = lettersOf(zip.bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + short(zip, at + 26)));
  const sizes = [14, 18, 22].map((place) => long(zip, at + place));
  const behind = (flags & SIZES_BEHIND) !== 0;
  return (
    own === name &&
    short(zip, at + 6) === flags &&
    short(zip, at + 8) === method &&
    (behind || sizes.join() === [crc, packed, size].join())
  );
}

/** The bytes of a file as they are packed. */
function packedBytes(zip: Zip, entry: Entry): Uint8Array {
  const { name, packed, at } = entry;
  const there = at + LOCAL_BYTES <= zip.bytes.length && long(zip, at) === LOCAL;
  if (!there || !saysTheSame(zip, entry)) refuse(`${name} is damaged`);
  const from = at + LOCAL_BYTES + short(zip, at + 26) + short(zip, at + 28);
  return zip.bytes.subarray(from, from + packed);
}

async function unpack(zip: Zip, entry: Entry): Promise<Uint8Array> {
  const { name, method, crc, size } = entry;
  const bytes = packedBytes(zip, entry);
  if (method !== STORED && method !== DEFLATED) refuse(`${name} ${UNKNOWN}`);
  const content = method === STORED ? bytes : await inflate(bytes, 'deflate-raw', size);
  return content?.length === size && crc32(content) === crc ? content : refuse(`${name} is damaged`);
}

async function contentsOf(zip: Zip): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  for (const entry of entriesOf(zip)) {
    if (files.has(entry.name)) refuse(`${entry.name} is in it twice`);
    if (!entry.name.endsWith('/')) files.set(entry.name, await unpack(zip, entry));
  }
  return files;
}

/** Files of a zip by name, or why it is not opened. Nothing is written anywhere, and nothing grows beyond what it says. */
export async function readZip(bytes: Uint8Array): Promise<Files | Finding> {
  try {
    return await contentsOf({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
  } catch (thrown) {
    return fail('zip', thrown instanceof ZipRefused ? thrown.message : 'it is damaged');
  }
}
