// What can be read of a file: the texts in it, whatever the file is.
import { fromBase64url } from '../../proof/base64.ts';

/** Shorter runs of letters in bytes are chance. */
const SHORTEST_RUN = 8;
const ASCII_RUN = new RegExp(`[\\x20-\\x7e]{${String(SHORTEST_RUN)},}`, 'g');
/** Letters and figures alone, and many: a key, a digest, a certificate. */
const MADE = /^[\w+/=:.~-]{24,}$/;

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

/** Runs of letters in bytes that are no text, one byte or two a letter, as a memory dump holds them. */
function runsIn(bytes: Buffer): readonly string[] {
  const wide = bytes.toString('latin1').replace(/([\x20-\x7e])\0/g, '$1');
  return [...(bytes.toString('latin1').match(ASCII_RUN) ?? []), ...(wide.match(ASCII_RUN) ?? [])];
}

/** Every text of a file that could be words of somebody. */
export function textsOfFile(name: string, bytes: Buffer): readonly string[] {
  const text = textOf(bytes);
  const texts = text === null ? runsIn(bytes) : readable(name, text);
  return [...new Set(texts)].filter((one) => !MADE.test(one));
}

function readable(name: string, text: string): readonly string[] {
  if (name.endsWith('.sd-jwt')) return disclosedIn(text);
  const whole = jsonIn(text);
  return whole ?? text.split('\n').flatMap((line) => jsonIn(line) ?? [line]);
}
