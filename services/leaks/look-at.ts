// One file, whatever it is: its texts are put before the screen, and what cannot be read is told.
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { systemCode } from '../keys/safe-files.ts';
import { HEAD, isTable, kindOf, type Wordless } from './kinds.ts';
import { readPdf, type PdfPart } from './pdf-text.ts';
import { gather, peek, windowsOf } from './pieces.ts';
import { breathe, lookAtTexts, OneFile, shownName, type Found, type Here } from './put-before.ts';
import { wholeBlocks } from './runs.ts';
import { asFileTexts, textsOf } from './texts-of-file.ts';
import { DAMAGED, Unread } from './unread.ts';
import { gunzipped, unzipped, zipList, type Packed } from './unpacked.ts';

const PIECE = 1024 * 1024;
/** Of a PDF, which is read as a whole. */
const MOST_PDF = 128 * 1024 * 1024;
const DEEPEST = 3;

async function lookAtBytes(here: Here, pieces: AsyncIterable<Buffer>): Promise<readonly Wordless[]> {
  let [blocks, random] = [0, 0];
  let table = false;
  for await (const { bytes, whole } of windowsOf(pieces)) {
    const read = textsOf({ name: here.name, bytes, whole });
    await lookAtTexts(here, read.texts);
    blocks += wholeBlocks(bytes);
    random += read.random;
    table = isTable(bytes);
  }
  const encrypted: readonly Wordless[] = blocks > 0 && random === blocks ? ['encrypted'] : [];
  return table ? [...encrypted, 'table'] : encrypted;
}

async function lookAtPart(here: Here, { texts = [], inside, isFile = false }: PdfPart): Promise<void> {
  await lookAtTexts(here, asFileTexts(texts));
  if (inside === undefined) return;
  const pieces = Readable.from([inside]);
  if (isFile) await orUnread(here, () => lookAtPieces({ ...here, depth: here.depth + 1 }, pieces));
  // Of what else is held, such as a thread of signs, that it has no words says nothing.
  else await lookAtBytes(here, pieces);
}

async function lookAtPdf(here: Here, pieces: AsyncIterable<Buffer>): Promise<void> {
  const bytes = await gather(pieces, MOST_PDF);
  if (bytes === undefined) throw new Unread('a PDF of more than 128 MB');
  const why = new Set<string>();
  let isDrawn = false;
  for (const part of readPdf(bytes, here.file.left)) {
    await breathe();
    await lookAtPart(here, part);
    isDrawn ||= part.isDrawn === true;
    if (part.unread !== undefined) why.add(part.unread);
  }
  if (isDrawn) here.file.wordless.push('drawn-pages');
  if (why.size > 0) throw new Unread([...why].join(', '));
}

async function lookAtKind(here: Here, head: Buffer, all: AsyncIterable<Buffer>): Promise<void> {
  const kind = kindOf(head);
  if (kind === 'gzip') return lookAtPieces({ ...here, depth: here.depth + 1 }, gunzipped(all, here.file));
  if (kind === 'pdf') return lookAtPdf(here, all);
  if (kind === 'zip') throw new Unread('a zip in something packed');
  if (kind === 'packed') throw new Unread('packed in a way that is not known here');
  if (kind === 'picture') here.file.wordless.push('picture');
  here.file.wordless.push(...(await lookAtBytes(here, all)));
}

/** @throws Unread where it, or the rest of it, cannot be read */
async function lookAtPieces(here: Here, pieces: AsyncIterable<Buffer>): Promise<void> {
  if (here.depth > DEEPEST) throw new Unread('packed too often');
  const { head, all, close } = await peek(pieces, HEAD);
  try {
    await lookAtKind(here, head, all);
  } finally {
    await close();
  }
}

/** The system's own faults have its name for them; those of a library, or of this program, have another or none. */
function isOfSystem(thrown: unknown): boolean {
  return /^E(?!RR_)[A-Z0-9]+$/.test(systemCode(thrown));
}

/** Runs it; what cannot be read is told by the name of the file. @throws where the system does not let it be read */
async function orUnread({ name, file }: Here, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (isOfSystem(thrown)) throw thrown;
    file.unread(`${name} (${thrown instanceof Unread ? thrown.message : DAMAGED})`);
  }
}

async function lookAtZip(here: Here, zip: Packed): Promise<void> {
  const { entries, comment, isWhole } = await zipList(zip);
  await lookAtTexts(here, asFileTexts([comment]));
  for (const entry of entries) {
    here.file.spendEntry();
    const name = `${here.name}/${shownName(entry.name, here.copies, (one) => {
      here.file.leak(one);
    })}`;
    const inner = { ...here, name, depth: here.depth + 1, texts: 0 };
    await orUnread(inner, () => lookAtPieces(inner, unzipped(zip, entry, here.file)));
  }
  if (!isWhole) throw new Unread(DAMAGED);
}

async function lookAtOpen(here: Here, path: string, file: FileHandle): Promise<void> {
  const head = Buffer.alloc(HEAD);
  await file.read(head, 0, HEAD, 0);
  const { size } = await file.stat();
  if (kindOf(head) === 'zip') return lookAtZip(here, { path, file, size });
  const pieces = createReadStream(path, { highWaterMark: PIECE });
  try {
    await lookAtPieces(here, pieces);
  } finally {
    pieces.destroy();
  }
}

interface At {
  /** As it may be shown. */
  readonly name: string;
  readonly copies: boolean;
  readonly found: Found;
}

/** Looks at one file. Whatever is odd in it is told as unread. @throws where the system does not let it be read */
export async function lookAtFile(path: string, { name, copies, found }: At): Promise<void> {
  const here: Here = { name, copies, file: new OneFile(found), depth: 0, texts: 0 };
  const file = await open(path, 'r');
  try {
    await orUnread(here, () => lookAtOpen(here, path, file));
  } finally {
    here.file.end(name);
    await file.close();
  }
}
