import { fromBase64, toBase64 } from './base64.ts';

/** The head of a log (C2SP tlog-checkpoint): its name, how many entries, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Three lines, each with its end. This text is what gets signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${String(size)}\n${toBase64(root)}\n`;
}

/** Undefined where the text is no checkpoint. Lines after the third are refused: this log writes none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, number, hash] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? [];
  if (origin === undefined || hash === undefined) return undefined;
  const root = fromBase64(hash);
  const size = Number(number);
  return root === undefined || !Number.isSafeInteger(size) ? undefined : { origin, size, root };
}
