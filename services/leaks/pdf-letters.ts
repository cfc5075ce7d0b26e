// From the codes of a font to letters (ISO 32000-2, 9.10.3).
import { contentOf, objectOf, spend, type Pdf } from './pdf-objects.ts';
import { tokensOf } from './pdf-scan.ts';
import { Unread } from './unread.ts';

/** What a text shows in one font. */
export interface Letters {
  /** Bytes of a code. */
  readonly width: number;
  readonly of: ReadonlyMap<number, string>;
}

export type Fonts = ReadonlyMap<string, readonly Letters[]>;

/** Which objects are named, and which of them have a table of letters: gathered as the objects go by. */
export interface Named {
  /** Ids by the names that pages give them. */
  readonly ids: Map<string, Set<string>>;
  /** Id of the table by the id of the font. */
  readonly tables: Map<string, string>;
}

const NAMED = /\/([\w.+-]{1,127})\s{1,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/g;
const TABLE = /\/ToUnicode\s{1,9}(\d{1,10})\s{1,9}\d{1,5}\s{1,9}R/;
const MOST_CODES = 0x10000;
/** What a letter costs of what may be read. */
const LETTER_COST = 64;
const OF_WINDOWS = new TextDecoder('windows-1252');

export function gatherNames({ ids, tables }: Named, id: string, words: string): void {
  const [, table] = TABLE.exec(words) ?? [];
  if (table !== undefined) tables.set(id, table);
  for (const [, name = '', other = ''] of words.matchAll(NAMED)) {
    const known = ids.get(name);
    if (known === undefined) ids.set(name, new Set([other]));
    else known.add(other);
  }
}

const codeOf = (bytes: Buffer | undefined): number =>
  bytes === undefined || bytes.length === 0 ? 0 : bytes.subarray(-4).readUIntBE(0, Math.min(4, bytes.length));

function utf16(bytes: Buffer | undefined): string {
  const even = Buffer.from(bytes ?? []);
  return even
    .subarray(0, even.length & ~1)
    .swap16()
    .toString('utf16le');
}

class Table {
  readonly of = new Map<number, string>();
  width = 2;
  #pending: Buffer[] = [];
  #listed: Buffer[] | undefined;
  readonly #pdf: Pdf;

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** @param section what the text stands in */
  add(section: string, bytes: Buffer): void {
    if (section === 'begincodespacerange') this.width = bytes.length === 1 ? 1 : 2;
    else if (this.#listed === undefined) this.#pending.push(bytes);
    else this.#listed.push(bytes);
    if (section === 'beginbfchar' && this.#pending.length === 2) this.#letter();
    if (section === 'beginbfrange' && this.#pending.length === 3) this.#range();
  }

  list(sign: string): void {
    if (sign === '[') this.#listed = [];
    else if (sign === ']' && this.#listed !== undefined) {
      const from = codeOf(this.#pending[0]);
      for (const [at, bytes] of this.#listed.entries()) this.#set(from + at, utf16(bytes));
      this.begin();
    }
  }

  begin(): void {
    this.#pending = [];
    this.#listed = undefined;
  }

  #set(code: number, letters: string): void {
    spend(this.#pdf, LETTER_COST);
    this.of.set(code, letters);
  }

  #letter(): void {
    this.#set(codeOf(this.#pending[0]), utf16(this.#pending[1]));
    this.begin();
  }

  #range(): void {
    const [low, high] = [codeOf(this.#pending[0]), codeOf(this.#pending[1])];
    const first = utf16(this.#pending[2]);
    const last = first.length - 1;
    for (let at = 0; at <= Math.min(high - low, MOST_CODES); at += 1) {
      this.#set(low + at, first.slice(0, last) + String.fromCharCode(first.charCodeAt(last) + at));
    }
    this.begin();
  }
}

function lettersIn(pdf: Pdf, content: string): Letters {
  const table = new Table(pdf);
  let section = '';
  for (const token of tokensOf(content)) {
    if (token.kind === 'word') {
      section = token.sign;
      table.begin();
    } else if (token.kind === 'text' && section.startsWith('begin')) table.add(section, token.bytes);
    else if (token.kind === 'mark') table.list(token.sign);
  }
  return table;
}

/** Undefined where there is none, or none that can be read. @throws Unread where it asks for too much */
function tableOf(pdf: Pdf, id: string): Letters | undefined {
  const object = objectOf(pdf, id);
  if (object?.packed === undefined) return undefined;
  try {
    const content = contentOf(pdf, object);
    return content === undefined ? undefined : lettersIn(pdf, content.toString('latin1'));
  } catch (thrown) {
    if (thrown instanceof Unread && pdf.left.bytes >= 0) return undefined;
    throw thrown;
  }
}

/** Fonts by the names that pages give them; a name may mean more than one. */
export function fontsOf(pdf: Pdf, { ids, tables }: Named): Fonts {
  const read = new Map<string, Letters>();
  for (const id of new Set(tables.values())) {
    const letters = tableOf(pdf, id);
    if (letters !== undefined) read.set(id, letters);
  }
  const fonts = [...ids].map(([name, named]): readonly [string, readonly Letters[]] => [
    name,
    [...new Set([...named].flatMap((id) => read.get(tables.get(id) ?? '') ?? []))],
  ]);
  return new Map(fonts.filter(([, all]) => all.length > 0));
}

/** Without a table each byte is a letter, as Windows has them. */
export function lettersOfCodes(bytes: Buffer, letters: Letters | undefined): string {
  if (letters === undefined) return OF_WINDOWS.decode(bytes);
  const { width, of } = letters;
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) text += of.get(bytes.readUIntBE(at, width)) ?? '';
  return text;
}

/** From 0x18 and from 0x80 on: letters of the file's own texts (annex D.3). */
const LOW = '˘ˇˆ˙˝˛˚˜';
const HIGH = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž�€';

function ownLetter(code: number): string {
  if (code >= 0x18 && code < 0x20) return LOW[code - 0x18] ?? '';
  return code >= 0x80 && code <= 0xa0 ? (HIGH[code - 0x80] ?? '') : String.fromCharCode(code);
}

/** A text of the file's own, such as its title: in letters of one byte, or by a mark of UTF-16 or UTF-8 (7.9.2.2). */
export function ownText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return Array.from(bytes, ownLetter).join('');
}
