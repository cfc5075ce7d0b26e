import { fromBase64 } from './base64.ts';
import { isSameHash } from './bytes.ts';

/** A text and the signatures under it (C2SP signed-note). */
export interface Note {
  /** With the end of its last line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell keys of one name apart. */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/** Length of a key id. */
export const KEY_ID_BYTES = 4;

function readSignature(line: string): NoteSignature | undefined {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

/** Undefined where it is no signed note. */
export function readNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  if (end === -1 || lines.pop() !== '' || lines.length === 0) return undefined;
  const signatures = lines.map(readSignature);
  if (signatures.includes(undefined)) return undefined;
  return { text: note.slice(0, end + 1), signatures: signatures.filter((one) => one !== undefined) };
}

/** The signatures that claim to be of this key, under this name. */
export function signaturesBy({ signatures }: Note, name: string, keyId: Uint8Array): readonly Uint8Array[] {
  return signatures
    .filter((one) => one.name === name && isSameHash(keyId, one.keyId))
    .map(({ signature }) => signature);
}
