import { fromBase64, toBase64 } from './base64.ts';
import { isHash } from './bytes.ts';

/** That one entry is in a log, with the signed head of that log (C2SP tlog-proof). */
export interface LogProof {
  readonly index: number;
  /** From the leaf upwards. */
  readonly path: readonly Uint8Array[];
  /** The whole signed note. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** A tree of 2 ** 63 leaves would have no longer path. */
const LONGEST_PATH = 63;

/** The text of `record.tlog-proof`. */
export function logProofText({ index, path, checkpoint }: LogProof): string {
  const hashes = path.map((hash) => `${toBase64(hash)}\n`);
  return `${HEADER}\nindex ${String(index)}\n${hashes.join('')}\n${checkpoint}`;
}

function readIndex(line: string): number | undefined {
  const [, number] = /^index (0|[1-9]\d{0,15})$/.exec(line) ?? [];
  const index = Number(number);
  return Number.isSafeInteger(index) ? index : undefined;
}

function readHash(line: string): Uint8Array | undefined {
  const hash = fromBase64(line);
  return hash === undefined || !isHash(hash) ? undefined : hash;
}

/** Lines between the header and the empty line; an `extra` line may come first, as the format allows. */
function headOf(text: string): { readonly lines: readonly string[]; readonly checkpoint: string } | undefined {
  const end = text.indexOf('\n\n');
  const [header, ...rest] = text.slice(0, Math.max(0, end)).split('\n');
  if (end === -1 || header !== HEADER) return undefined;
  const [first = '', ...others] = rest;
  const checkpoint = text.slice(end + 2);
  if (!first.startsWith('extra ')) return { lines: rest, checkpoint };
  return fromBase64(first.slice('extra '.length)) === undefined ? undefined : { lines: others, checkpoint };
}

/** Undefined where the text is no such proof. The checkpoint is not read. */
export function readLogProof(text: string): LogProof | undefined {
  const head = headOf(text);
  if (head === undefined || head.checkpoint === '') return undefined;
  const [first = '', ...others] = head.lines;
  const index = readIndex(first);
  const path = others.map(readHash);
  if (index === undefined || path.includes(undefined) || path.length > LONGEST_PATH) return undefined;
  return { index, path: path.filter((hash) => hash !== undefined), checkpoint: head.checkpoint };
}
