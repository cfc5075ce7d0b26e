// Words of a PDF: what its pages show, what it says of itself, and the files that lie in it.
import { fontsOf, gatherNames, ownText, type Fonts, type Named } from './pdf-letters.ts';
import { contentOf, objectsOf, openPdf, within, type Pdf, type PdfObject } from './pdf-objects.ts';
import { pageTexts } from './pdf-page.ts';
import { entriesOf, tokensOf } from './pdf-scan.ts';
import { DAMAGED, Unread } from './unread.ts';

/** One of the things that are found in it, as it is read. */
export interface PdfPart {
  readonly texts?: readonly string[];
  /** What it holds that is no page. */
  readonly inside?: Buffer;
  /** That is a file of its own. */
  readonly isFile?: boolean;
  /** A picture, or letters that only an eye can read. */
  readonly isDrawn?: boolean;
  /** Why a part of it cannot be read. */
  readonly unread?: string;
}

const SHOWS = /T[jJ]\b/;
/** Files of their own, and what a program says of the file. */
const NO_PAGES = new Set<unknown>(['EmbeddedFile', 'Metadata']);
const PICTURE = /\/Subtype\s{0,9}\/Image\b/;
const NO_LETTERS = /\/FontDescriptor\b/;
/** A signature and the like. */
const MOST_CONTROL = 1 / 8;
const CONTROL = /[^\P{Cc}\r\n\t]/gu;
const BLOCK = 4_096;

function wordsOf(bytes: Buffer): readonly string[] {
  const text = ownText(bytes);
  const control = text.slice(0, BLOCK).match(CONTROL)?.length ?? 0;
  return text === '' || control > Math.min(text.length, BLOCK) * MOST_CONTROL ? [] : [text.replace(CONTROL, ' ')];
}

function ownTexts(words: string): readonly string[] {
  if (NO_LETTERS.test(words)) return [];
  const texts: string[] = [];
  for (const token of tokensOf(words)) {
    if (token.kind === 'text' || token.kind === 'comment') texts.push(...wordsOf(token.bytes));
  }
  return texts;
}

/** A font whose codes stand for shapes alone. */
function isNameless(words: string): boolean {
  return /\/Subtype\s{0,9}\/Type[03]\b/.test(words) && !words.includes('/ToUnicode');
}

function saidBy({ id, words }: PdfObject, named: Named): PdfPart {
  gatherNames(named, id, words);
  return { texts: ownTexts(words), isDrawn: PICTURE.test(words) || isNameless(words) };
}

/** Any fault in a part is one of this file: it is told, and the rest is read. */
function orUnread<T>(work: () => T): T | string {
  try {
    return work();
  } catch (thrown) {
    return thrown instanceof Unread ? thrown.message : DAMAGED;
  }
}

const typeOf = ({ words }: PdfObject): unknown => entriesOf(words).get('Type')?.[0];

/** What every object says of itself, those too that lie packed together. */
function* said(pdf: Pdf, named: Named): Generator<PdfPart> {
  for (const object of objectsOf(pdf)) {
    yield saidBy(object, named);
    if (object.packed === undefined || typeOf(object) !== 'ObjStm') continue;
    const packed = orUnread(() => within(pdf, object, contentOf(pdf, object) ?? Buffer.alloc(0)));
    if (typeof packed === 'string') yield { unread: packed };
    else for (const inner of packed) yield saidBy(inner, named);
  }
}

const FONT_KINDS = new Set<unknown>(['Type1C', 'CIDFontType0C', 'OpenType']);
const FONT_HEADS = ['00010000', '74727565', '74746366', '4f54544f', '25215053'];

/** Fonts, colours and pictures hold no words, and the lists of the file were read before. */
function holdsWords(object: PdfObject): boolean {
  const entries = entriesOf(object.words);
  const [type, kind] = [entries.get('Type')?.[0], entries.get('Subtype')?.[0]];
  return type !== 'XRef' && type !== 'ObjStm' && kind !== 'Image' && !FONT_KINDS.has(kind);
}

function isFontOrColours(content: Buffer): boolean {
  return FONT_HEADS.includes(content.toString('hex', 0, 4)) || content.toString('latin1', 36, 40) === 'acsp';
}

function partOf(pdf: Pdf, object: PdfObject, fonts: Fonts): PdfPart {
  const content = contentOf(pdf, object);
  if (content === undefined) return { isDrawn: true };
  if (isFontOrColours(content)) return {};
  const type = typeOf(object);
  if (NO_PAGES.has(type)) return { inside: content, isFile: type === 'EmbeddedFile' };
  const letters = content.toString('latin1');
  if (SHOWS.test(letters)) return { texts: pageTexts(pdf, letters, fonts) };
  return letters.includes('begincmap') ? {} : { inside: content };
}

function* held(pdf: Pdf, fonts: Fonts): Generator<PdfPart> {
  for (const object of objectsOf(pdf)) {
    if (object.packed === undefined || !holdsWords(object)) continue;
    const part = orUnread(() => partOf(pdf, object, fonts));
    yield typeof part === 'string' ? { unread: part } : part;
  }
}

/**
 * What is in it, one part at a time: no more than one of them is unpacked in memory.
 * @param left of the file in which it lies: lessened by what is unpacked here
 * @throws Unread where it is under a passphrase, or asks for too much
 */
export function* readPdf(bytes: Buffer, left: Pdf['left']): Generator<PdfPart> {
  const pdf = openPdf(bytes, left.bytes);
  const before = pdf.left.bytes;
  const named: Named = { ids: new Map(), tables: new Map() };
  try {
    yield* said(pdf, named);
    yield* held(pdf, fontsOf(pdf, named));
  } finally {
    left.bytes -= before - pdf.left.bytes;
  }
}
