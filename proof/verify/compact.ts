import { fromBase64url } from '../base64.ts';
import { lettersOf } from '../bytes.ts';
import { fail, type Finding } from './finding.ts';

/** A part of the line, with its place in the file. */
export interface Part {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** `header.entry.signature~disclosure~…~`, taken apart. */
export interface CompactRecord {
  readonly header: Part;
  readonly entry: Part;
  readonly signature: Part;
  readonly disclosures: readonly Part[];
  /** What the signature covers. */
  readonly signed: string;
}

export type Compact =
  { readonly ok: true; readonly record: CompactRecord } | { readonly ok: false; readonly finding: Finding };

const NAME = 'format';
const SIGNATURE = 2;

const no = (detail: string, at?: number): Compact => ({ ok: false, finding: fail(NAME, detail, at) });

/** Parts of a text between single letters, each with its place. */
function split(text: string, letter: string, from: number): readonly { readonly text: string; readonly at: number }[] {
  let at = from;
  return text.split(letter).map((part) => {
    const found = { text: part, at };
    at += part.length + 1;
    return found;
  });
}

/** A signature may be empty here: its header says what it wants to be, and is refused for that. */
function decode(part: { readonly text: string; readonly at: number }, index: number): Part | undefined {
  const bytes = part.text === '' && index !== SIGNATURE ? undefined : fromBase64url(part.text);
  return bytes === undefined ? undefined : { ...part, bytes };
}

/** Where the line itself is wrong: a strange byte, no end, not one signature. */
function lineProblem(line: string): Compact | undefined {
  const strange = line.search(/[^\w.~-]/);
  if (strange !== -1) return no(`byte ${String(strange)} does not belong into a record`, strange);
  if (!line.endsWith('~')) return no('the record does not end where it should', line.length);
  const one = /^[^.~]+\.[^.~]+\.[^.~]*~/.test(line);
  return one ? undefined : no('there must be exactly one signature: three parts with two dots');
}

function recordOf(parts: readonly Part[]): Compact {
  const [header, entry, signature, ...disclosures] = parts;
  if (header === undefined || entry === undefined || signature === undefined) return no('a part is missing');
  return { ok: true, record: { header, entry, signature, disclosures, signed: `${header.text}.${entry.text}` } };
}

/** Takes a record apart; every byte must be where the format puts it. */
export function readCompact(file: Uint8Array): Compact {
  const line = lettersOf(file);
  const problem = lineProblem(line);
  if (problem !== undefined) return problem;
  const [jws = { text: '', at: 0 }, ...rest] = split(line, '~', 0);
  const parts = [...split(jws.text, '.', 0), ...rest.slice(0, -1)];
  const decoded = parts.map(decode);
  const wrong = decoded.indexOf(undefined);
  if (wrong !== -1) return no(`part ${String(wrong + 1)} is not base64url as it is written`, parts[wrong]?.at);
  return recordOf(decoded.filter((part) => part !== undefined));
}
