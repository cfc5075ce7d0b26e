// From the codes of a font to letters (ISO 32000-2, 9.10.3).
import type { PdfObject } from './pdf-objects.ts';

/** What a text shows in one font. */
export interface Letters {
  /** Bytes of a code. */
  readonly width: number;
  readonly of: ReadonlyMap<number, string>;
}

type Groups = readonly (string | undefined)[];

const SECTION = /begin(bfchar|bfrange)([\s\S]*?)endbf/g;
const CHARACTER = /<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>/g;
const RANGE = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]+)>|\[([^\]]*)\])/g;
const NAMED = /\/([\w.+-]+)\s+(\d+) \d+ R/g;
const MOST_CODES = 0x10000;

const part = (groups: Groups, at: number): string => groups[at] ?? '';
const number = (groups: Groups, at: number): number => Number.parseInt(part(groups, at), 16);

function utf16(hexadecimal: string): string {
  const bytes = Buffer.from(hexadecimal.replace(/\s/g, ''), 'hex');
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
}

/** Letters that follow each other, or that are listed. */
function lettersOfRange(range: Groups): (at: number) => string {
  if (range[4] !== undefined) {
    const each = [...range[4].matchAll(/<([^>]*)>/g)].map((one) => utf16(part(one, 1)));
    return (at) => each[at] ?? '';
  }
  const first = utf16(part(range, 3));
  const last = first.length - 1;
  return (at) => first.slice(0, last) + String.fromCharCode(first.charCodeAt(last) + at);
}

function addRange(of: Map<number, string>, range: Groups): void {
  const [low, high] = [number(range, 1), number(range, 2)];
  const letters = lettersOfRange(range);
  for (let at = 0; at <= Math.min(high - low, MOST_CODES); at += 1) of.set(low + at, letters(at));
}

function lettersIn(table: string): Letters {
  const of = new Map<number, string>();
  for (const section of table.matchAll(SECTION)) {
    const body = part(section, 2);
    if (section[1] === 'bfrange') for (const range of body.matchAll(RANGE)) addRange(of, range);
    else for (const pair of body.matchAll(CHARACTER)) of.set(number(pair, 1), utf16(part(pair, 2)));
  }
  const code = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(table)?.[1];
  return { width: code?.length === 2 ? 1 : 2, of };
}

/** Id of the table by which a font's codes become letters; undefined where the object is no font, or has none. */
function tableOf(object: PdfObject | undefined): string | undefined {
  return /\/ToUnicode\s+(\d+) \d+ R/.exec(object?.words ?? '')?.[1];
}

/** Fonts by the names that pages give them; a name may mean more than one. */
export function fontsOf(objects: readonly PdfObject[]): ReadonlyMap<string, readonly Letters[]> {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const tables = new Map<string, Letters>();
  const fonts = new Map<string, Set<Letters>>();
  for (const named of objects.flatMap(({ words }) => [...words.matchAll(NAMED)])) {
    const table = tableOf(byId.get(part(named, 2)));
    const content = table === undefined ? undefined : byId.get(table)?.content;
    if (table === undefined || content === undefined) continue;
    const letters = tables.get(table) ?? lettersIn(content.toString('latin1'));
    tables.set(table, letters);
    fonts.set(part(named, 1), new Set([...(fonts.get(part(named, 1)) ?? []), letters]));
  }
  return new Map([...fonts].map(([name, all]) => [name, [...all]]));
}

/** Without a table each byte is a letter. */
export function lettersOfCodes(bytes: Buffer, letters: Letters | undefined): string {
  if (letters === undefined) return bytes.toString('latin1');
  const { width, of } = letters;
  let text = '';
  for (let at = 0; at + width <= bytes.length; at += width) text += of.get(bytes.readUIntBE(at, width)) ?? '';
  return text;
}
