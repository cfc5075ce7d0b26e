// What can be read of a file: the texts in it, whatever the file is.
import { fromBase64url } from '../../proof/base64.ts';

/** Shorter runs of letters in bytes are chance. */
const SHORTEST_RUN = 8;
const ASCII_RUN = new RegExp(`[\\x20-\\x7e]{${String(SHORTEST_RUN)},}`, 'g');
/** In bytes that look random so long a run is none by chance: one in eight million places. */
const SHORTEST_RUN_IN_RANDOM = 16;
const LONG_ASCII_RUN = new RegExp(`[\\x20-\\x7e]{${String(SHORTEST_RUN_IN_RANDOM)},}`, 'g');
/** No blank in it, and many signs: a key, a digest, a certificate, or a path or a name. */
const UNBROKEN = /^[\w+/=:.~-]{24,}$/;
/** Letters between signs or figures, as a name or a path is put together. */
const WORD = /(?<![A-Za-z])(?:[A-Z]?[a-z]{3,}|[A-Z]{3,})(?![A-Za-z])/g;
/** Where a word ends within letters: `greenCard` is two. */
const HUMP = /(?<=[a-z]{2})(?=[A-Z][a-z]{2})/g;
const HEXADECIMAL = /^[A-Fa-f]+$/;

/** A text of a file, and as what it is screened. */
export interface FileText {
  readonly text: string;
  readonly field: 'remarks' | 'file-name';
}

function textsOfJson(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) => [
    ...(Array.isArray(value) ? [] : [key]),
    ...textsOfJson(inner),
  ]);
}

function jsonIn(text: string): readonly string[] | null {
  try {
    return textsOfJson(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The disclosures of a signed record (RFC 9901), in words. */
function disclosedIn(text: string): readonly string[] {
  const [, ...disclosures] = text.trim().split('~');
  return disclosures.flatMap((one) => jsonIn(Buffer.from(fromBase64url(one) ?? []).toString('utf8')) ?? []);
}

function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const BLOCK = 4_096;
/** Bits a byte: 4,096 random bytes have 7.95, and never less than 7.93; what is told in letters has 5. */
const RANDOM_BITS = 7.9;
/** Bytes of a neighbour that are read with a block, for a text that runs on into it. */
const OVER = 64;

function isRandom(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  const counts = new Uint32Array(256);
  for (const byte of block) counts[byte] = (counts[byte] ?? 0) + 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / block.length) * Math.log2(count / block.length);
  return bits > RANDOM_BITS;
}

/** Stretches of blocks of one kind, each with a little of its neighbours. */
function stretchesOf(bytes: Buffer): readonly { readonly random: boolean; readonly bytes: Buffer }[] {
  const kinds = Array.from({ length: Math.ceil(bytes.length / BLOCK) }, (_, at) =>
    isRandom(bytes.subarray(at * BLOCK, (at + 1) * BLOCK)),
  );
  const ends = kinds.flatMap((kind, at) => (kinds[at + 1] === kind ? [] : [at + 1]));
  return ends.map((end, at) => {
    const [from, to] = [(ends[at - 1] ?? 0) * BLOCK, end * BLOCK];
    return { random: kinds[end - 1] === true, bytes: bytes.subarray(Math.max(0, from - OVER), to + OVER) };
  });
}

/**
 * Runs of letters in bytes that are no text, one byte or two a letter, as a memory dump holds them. What is encrypted is
 * told by its bytes: it looks random, and only long runs count there.
 */
function runsIn(bytes: Buffer): readonly string[] {
  return stretchesOf(bytes).flatMap((stretch) => {
    const run = stretch.random ? LONG_ASCII_RUN : ASCII_RUN;
    const narrow = stretch.bytes.toString('latin1');
    return [...(narrow.match(run) ?? []), ...(narrow.replace(/([\x20-\x7e])\0/g, '$1').match(run) ?? [])];
  });
}

/** Whether two words stand in it; letters of hexadecimal digits alone are none. */
function isNamed(text: string): boolean {
  const words = text.replace(HUMP, '_').match(WORD) ?? [];
  return words.filter((word) => !HEXADECIMAL.test(word)).length > 1;
}

/** Every text of a file that could be words of somebody. What has no blank is read as a name, and left out where it is none. */
export function textsOfFile(name: string, bytes: Buffer): readonly FileText[] {
  const text = textOf(bytes);
  const texts = text === null ? runsIn(bytes) : readable(name, text);
  return [...new Set(texts)].flatMap((one): readonly FileText[] => {
    if (!UNBROKEN.test(one)) return [{ text: one, field: 'remarks' }];
    return isNamed(one) ? [{ text: one, field: 'file-name' }] : [];
  });
}

function readable(name: string, text: string): readonly string[] {
  if (name.endsWith('.sd-jwt')) return disclosedIn(text);
  const whole = jsonIn(text);
  return whole ?? text.split('\n').flatMap((line) => jsonIn(line) ?? [line]);
}
