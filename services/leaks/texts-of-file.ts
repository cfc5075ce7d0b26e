// What can be read of a file: the texts in it, whatever the file is.
import { fromBase64url } from '../../proof/base64.ts';
import { namesIn } from './names.ts';
import { runsIn } from './runs.ts';

/** Many signs, and none of these in it: a key, a digest, a certificate, or a path or a name. Texts may be megabytes long. */
const SHORTEST_UNBROKEN = 24;
const BREAK = /[^\w+/=:.~-]/;
/** How a signed record begins (RFC 9901), inside another file as well. */
const SIGNED_RECORD = /^eyJ[\w-]{1,60000}\.[\w-]{1,60000}\.[\w-]{1,1000}~/;
const SIGNED = /^eyJ[\w-]{1,60000}\.([\w-]{1,60000})\.[\w-]{1,1000}$/;
/** Begin of an object, a list or a text of JSON. */
const HOLDS_WORDS = /^\s*[[{"]/;
/** In the middle of JSON that is too large to be taken apart. */
const ESCAPED = /\\(?:u[0-9A-Fa-f]{4}|[ntr"/])/g;

/** A text of a file, and as what it is screened. */
export interface FileText {
  readonly text: string;
  readonly field: 'remarks' | 'file-name';
}

/** A stretch of a file. */
export interface Part {
  /** Of the file. */
  readonly name: string;
  readonly bytes: Buffer;
  /** It is the whole file. */
  readonly whole: boolean;
}

interface Read {
  readonly texts: readonly FileText[];
  /** Blocks of 4 KiB that look random, as what is encrypted does. */
  readonly random: number;
}

function textsOfJson(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsOfJson(inner),
  ]);
}

/** Null where it is no JSON, or none that holds words. */
function jsonIn(text: string): readonly string[] | null {
  if (!HOLDS_WORDS.test(text)) return null;
  try {
    return textsOfJson(JSON.parse(text));
  } catch {
    return null;
  }
}

function encodedIn(letters: string): readonly string[] | null {
  const bytes = fromBase64url(letters);
  return bytes === undefined ? null : jsonIn(Buffer.from(bytes).toString('utf8'));
}

/** A signed record (RFC 9901) in words: what it says, and its disclosures. What is neither is read as it stands. */
function recordTexts(line: string): readonly string[] {
  return line
    .trim()
    .split('~')
    .flatMap((part) => encodedIn(part) ?? encodedIn(SIGNED.exec(part)?.[1] ?? '') ?? [part]);
}

function lineTexts(line: string, { name, whole }: Part): readonly string[] {
  if (name.endsWith('.sd-jwt') || SIGNED_RECORD.test(line)) return recordTexts(line);
  return jsonIn(line) ?? [whole ? line : unescaped(line)];
}

/** Without the rest of a letter of several bytes that a cut left at the beginning. */
function fromLetter(bytes: Buffer): Buffer {
  let at = 0;
  while (at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at += 1;
  return bytes.subarray(at);
}

/** Null where the bytes are no text in UTF-8. */
function textOf({ bytes, whole }: Part): string | null {
  if (bytes.includes(0)) return null;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return whole ? decoder.decode(bytes) : decoder.decode(fromLetter(bytes), { stream: true });
  } catch {
    return null;
  }
}

function unescaped(line: string): string {
  return line.replace(ESCAPED, (escaped) => {
    const sign = escaped.slice(1);
    if (sign.startsWith('u')) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return /["/]/.test(sign) ? sign : ' ';
  });
}

function readable(part: Part, text: string): readonly string[] {
  const all = part.whole ? jsonIn(text) : null;
  return all ?? [...new Set(text.split('\n'))].flatMap((line) => lineTexts(line, part));
}

/** What has no blank is read for the names in it. */
export function asFileTexts(texts: Iterable<string>): readonly FileText[] {
  return [...new Set(texts)].flatMap((one): readonly FileText[] => {
    if (one.length < SHORTEST_UNBROKEN || BREAK.test(one)) return [{ text: one, field: 'remarks' }];
    return namesIn(one).map((text) => ({ text, field: 'file-name' }));
  });
}

/** Every text of a stretch that could be words of somebody. */
export function textsOf(part: Part): Read {
  const text = textOf(part);
  if (text !== null) return { texts: asFileTexts(readable(part, text)), random: 0 };
  const { texts, random } = runsIn(part.bytes);
  return { texts: asFileTexts(texts), random };
}
