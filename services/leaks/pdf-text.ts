// Words of a PDF: what its pages show, what it says of itself, and the files that lie in it.
import { fontsOf, lettersOfCodes, type Letters } from './pdf-letters.ts';
import { objectsOf, type PdfObject } from './pdf-objects.ts';

export interface PdfRead {
  readonly texts: readonly string[];
  /** Files in it, and what else it holds that is no page. */
  readonly inside: readonly Buffer[];
  /** Some of it is a picture, or letters that only an eye can read. */
  readonly drawn: boolean;
}

/** In round brackets; the lengths are bounded, so that bytes that are none of a page cost little. */
const LITERAL = String.raw`\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]){0,500}\)){0,5000}\)`;
/** What chooses a font, what shows letters, and what moves to another place. */
const STEP = new RegExp(
  String.raw`/([\w.+-]+)\s+[\d.+-]+\s+Tf|\[((?:${LITERAL}|[^[\]()]){0,20000})\]\s*TJ|(${LITERAL}|<[0-9A-Fa-f\s]*>)\s*(?:Tj|'|")|\b(?:ET|T\*|(?:([\d.+-]+)\s+([\d.+-]+)\s+(?:Td|TD))|Tm)`,
  'g',
);
const SHOWN = new RegExp(String.raw`(${LITERAL})|<([0-9A-Fa-f\s]*)>|(-?[\d.]+)`, 'g');
const OWN = new RegExp(String.raw`${LITERAL}|<[0-9A-Fa-f\s]{4,}>`, 'g');
const SHOWS = /T[jJ]\b/;
const PICTURE = /\/Subtype\s*\/Image\b/;
/** In thousandths of the letters' size: wider gaps stand for a blank. */
const GAP = -180;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** A text in round brackets, as bytes (7.3.4.2). */
function literalBytes(written: string): Buffer {
  const text = written.slice(1, -1).replace(/\\(?:[0-7]{1,3}|\r\n|[\s\S])/g, (escaped) => {
    const sign = escaped.slice(1);
    if (/[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 0xff);
    return /[\r\n]/.test(sign) ? '' : (ESCAPES.get(sign) ?? sign);
  });
  return Buffer.from(text, 'latin1');
}

function bytesOf(written: string): Buffer {
  return written.startsWith('(') ? literalBytes(written) : Buffer.from(written.replace(/[<>\s]/g, ''), 'hex');
}

function shown(written: string, letters: Letters | undefined): string {
  return [...written.matchAll(SHOWN)]
    .map(([whole, , , gap]) =>
      gap === undefined ? lettersOfCodes(bytesOf(whole), letters) : Number(gap) < GAP ? ' ' : '',
    )
    .join('');
}

/** One way of reading what a page shows; where a text goes on further right, only some programs left a blank out. */
interface Way {
  readonly fonts: ReadonlyMap<string, readonly Letters[]>;
  /** Which of the fonts that bear one name. */
  readonly font: number;
  readonly further: '' | ' ';
}

function lettersNamed(name: string, { fonts, font }: Way): Letters | undefined {
  const known = fonts.get(name);
  return known?.[font] ?? known?.[0];
}

/** What a page shows, line by line. */
function linesOf(content: string, way: Way): readonly string[] {
  let letters: Letters | undefined;
  let text = '';
  for (const [, font, several, one, , down] of content.matchAll(STEP)) {
    const words = several ?? one;
    if (font !== undefined) letters = lettersNamed(font, way);
    else if (words === undefined) text += Number(down) === 0 ? way.further : '\n';
    else text += shown(words, letters);
  }
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Some programs move on in the place of a blank: then hardly one is left. */
const FEWEST_BLANKS = 1 / 15;

function readLines(content: string, way: Omit<Way, 'further'>): readonly string[] {
  const close = linesOf(content, { ...way, further: '' });
  const all = close.join(' ');
  const blanks = all.split(' ').length - 1;
  return blanks < all.length * FEWEST_BLANKS ? [...close, ...linesOf(content, { ...way, further: ' ' })] : close;
}

/** A sentence that goes on in the next line. */
const GOES_ON = /^\p{Ll}/u;

function sentencesOf(lines: readonly string[]): readonly string[] {
  const sentences: string[] = [];
  for (const line of lines) {
    const before = sentences.at(-1);
    if (before !== undefined && (GOES_ON.test(line) || /[,-]\s*$/.test(before))) {
      sentences[sentences.length - 1] = `${before} ${line}`;
    } else sentences.push(line);
  }
  return sentences;
}

function pageTexts(content: string, fonts: Way['fonts']): readonly string[] {
  const most = Math.max(1, ...[...fonts.values()].map(({ length }) => length));
  const all = Array.from({ length: most }, (_, font) => readLines(content, { fonts, font }));
  return [...new Set(all.flatMap(sentencesOf))];
}

/** A text of the file's own, such as its title: in letters of one byte, or of two behind a mark (7.9.2.2). */
function ownText(bytes: Buffer): string {
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return wide ? new TextDecoder('utf-16be').decode(bytes) : bytes.toString('latin1');
}

/** Of what is no text, such as a signature, nothing. */
const CONTROL = /[^\P{Cc}\r\n\t]/u;

function ownTexts({ words }: PdfObject): readonly string[] {
  if (/\/FontDescriptor\b/.test(words)) return [];
  return [...words.matchAll(OWN)].map(([one]) => ownText(bytesOf(one))).filter((text) => !CONTROL.test(text));
}

/** Fonts, tables of letters, colours, and the file's own lists hold no words. */
const NO_WORDS =
  /\/(?:Length1|Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)|N [134]\b|Type\s*\/(?:XRef|ObjStm))\b/;

/** A font whose codes stand for shapes alone. */
function isNameless(words: string): boolean {
  return /\/Subtype\s*\/Type[03]\b/.test(words) && !words.includes('/ToUnicode');
}

/** @throws Unread where it is under a passphrase */
export function readPdf(bytes: Buffer): PdfRead {
  const objects = objectsOf(bytes);
  const fonts = fontsOf(objects);
  const streams = objects.flatMap(({ words, content }) =>
    content === undefined || NO_WORDS.test(words) ? [] : [content],
  );
  const letters = streams.map((content) => content.toString('latin1'));
  const pages = letters.filter((content) => SHOWS.test(content));
  return {
    texts: [...objects.flatMap(ownTexts), ...pages.flatMap((page) => pageTexts(page, fonts))],
    inside: streams.filter((_, at) => !SHOWS.test(letters[at] ?? '') && !letters[at]?.includes('begincmap')),
    drawn: objects.some(({ words, closed }) => closed || PICTURE.test(words) || isNameless(words)),
  };
}
