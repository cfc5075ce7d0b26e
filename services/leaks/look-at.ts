// One file, whatever it is: its texts are put before the screen, and what cannot be read is told.
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { ABOUT_THE_CONTACT } from '../../policy/gate/records.ts';
import { screenWithMemory } from '../../policy/screen/memory.ts';
import type { Finding, ScreenField } from '../../policy/screen/verdict.ts';
import type { LeakedText } from '../../contract/system.ts';
import { HEAD, isTable, kindOf, type Wordless } from './kinds.ts';
import { readPdf, type PdfPart } from './pdf-text.ts';
import { gather, peek, windowsOf } from './pieces.ts';
import { wholeBlocks } from './runs.ts';
import { asFileTexts, textsOf, type FileText } from './texts-of-file.ts';
import { Unread } from './unread.ts';
import { gunzipped, unzipped, zipEntries } from './unpacked.ts';

/** What was found, as it is found. */
export interface Found {
  readonly leaks: LeakedText[];
  /** Files that could not be read, with the reason. */
  readonly unread: string[];
  readonly wordless: Wordless[];
}

interface Here {
  /** As it may be shown. */
  readonly name: string;
  /** Copies that left: a contact with an agency may name it. */
  readonly copies: boolean;
  readonly found: Found;
  /** How often it was packed. */
  readonly depth: number;
  /** Texts so far. */
  texts: number;
}

/** Texts between two pauses. */
const BREATH = 50;
const PIECE = 1024 * 1024;
/** Of a PDF, which is read as a whole. */
const MOST_PDF = 128 * 1024 * 1024;
const DEEPEST = 3;
const HIDDEN = '(a name that is not repeated here)';

function firstBlock(text: string, field: ScreenField, copies: boolean): Finding | undefined {
  return screenWithMemory(text, field).findings.find(
    ({ action, category }) => action === 'block' && !(copies && ABOUT_THE_CONTACT.has(category)),
  );
}

/** A name that tells is not repeated; it is a leak. */
export function shownName(name: string, { copies, found }: Pick<Here, 'copies' | 'found'>): string {
  const block = firstBlock(name, 'file-name', copies);
  if (block === undefined) return name;
  const { category, clause, start, end } = block;
  found.leaks.push({ place: HIDDEN, part: 'its name', category, clause, length: end - start });
  return HIDDEN;
}

/** Other calls come in between: a large file of ever new lines takes long. */
async function lookAtTexts(here: Here, texts: readonly FileText[]): Promise<void> {
  for (const { text, field } of texts) {
    here.texts += 1;
    if (here.texts % BREATH === 0) await setImmediate();
    const block = firstBlock(text, field, here.copies);
    if (block === undefined) continue;
    const { category, clause, start, end } = block;
    const part = `text ${String(here.texts)}`;
    here.found.leaks.push({ place: here.name, part, category, clause, length: end - start });
  }
}

async function lookAtBytes(here: Here, pieces: AsyncIterable<Buffer>): Promise<void> {
  let [blocks, random] = [0, 0];
  let table = false;
  for await (const { bytes, whole } of windowsOf(pieces)) {
    const read = textsOf({ name: here.name, bytes, whole });
    await lookAtTexts(here, read.texts);
    blocks += wholeBlocks(bytes);
    random += read.random;
    table = isTable(bytes);
  }
  if (blocks > 0 && random === blocks) here.found.wordless.push('encrypted');
  if (table) here.found.wordless.push('table');
}

async function lookAtPart(here: Here, { texts = [], inside, isFile = false }: PdfPart): Promise<void> {
  await lookAtTexts(here, asFileTexts(texts));
  if (inside === undefined) return;
  const pieces = Readable.from([inside]);
  if (isFile) return orUnread(here, () => lookAtPieces({ ...here, depth: here.depth + 1 }, pieces));
  // Of what is packed in a page's parts, such as a thread of signs, no kind is known.
  return lookAtBytes({ ...here, found: { ...here.found, wordless: [] } }, pieces);
}

async function lookAtPdf(here: Here, pieces: AsyncIterable<Buffer>): Promise<void> {
  const bytes = await gather(pieces, MOST_PDF);
  if (bytes === undefined) throw new Unread('a PDF of more than 128 MB');
  const why = new Set<string>();
  let isDrawn = false;
  for (const part of readPdf(bytes)) {
    await lookAtPart(here, part);
    isDrawn ||= part.isDrawn === true;
    if (part.unread !== undefined) why.add(part.unread);
  }
  if (isDrawn) here.found.wordless.push('drawn-pages');
  if (why.size > 0) throw new Unread([...why].join(', '));
}

/** @throws Unread where it, or the rest of it, cannot be read */
async function lookAtPieces(here: Here, pieces: AsyncIterable<Buffer>): Promise<void> {
  if (here.depth > DEEPEST) throw new Unread('packed too often');
  const { head, all } = await peek(pieces, HEAD);
  const kind = kindOf(head);
  if (kind === 'gzip') return lookAtPieces({ ...here, depth: here.depth + 1 }, gunzipped(all));
  if (kind === 'pdf') return lookAtPdf(here, all);
  if (kind === 'zip') throw new Unread('a zip in something packed');
  if (kind === 'packed') throw new Unread('packed in a way that is not known here');
  if (kind === 'picture') here.found.wordless.push('picture');
  return lookAtBytes(here, all);
}

/** Runs it; what cannot be read is told by the name of the file. */
async function orUnread({ name, found }: Here, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof Unread)) throw thrown;
    found.unread.push(`${name} (${thrown.message})`);
  }
}

async function lookAtZip(here: Here, path: string, file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  for (const entry of await zipEntries(file, size)) {
    const name = `${here.name}/${shownName(entry.name, here)}`;
    const inner = { ...here, name, depth: here.depth + 1, texts: 0 };
    await orUnread(inner, () => lookAtPieces(inner, unzipped(path, file, entry)));
  }
}

/** Looks at one file. @param name as it may be shown @throws where the system does not let it be read */
export async function lookAtFile(path: string, at: Pick<Here, 'name' | 'copies' | 'found'>): Promise<void> {
  const here: Here = { ...at, depth: 0, texts: 0 };
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    await file.read(head, 0, HEAD, 0);
    const isZip = kindOf(head) === 'zip';
    const pieces = (): AsyncIterable<Buffer> => Readable.from(createReadStream(path, { highWaterMark: PIECE }));
    await orUnread(here, () => (isZip ? lookAtZip(here, path, file) : lookAtPieces(here, pieces())));
  } finally {
    await file.close();
  }
}
