import { hash, sign, verify, type KeyObject } from 'node:crypto';
import { fromBase64 } from './base64.ts';

/** A text and the signatures under it (C2SP signed-note). */
export interface Note {
  /** With the end of its last line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell keys of one name apart. */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

const KEY_ID_BYTES = 4;

/** Key id of a note's ECDSA key (type 0x02): the first bytes of SHA-256 over its SPKI in DER. */
export function noteKeyId(publicKey: KeyObject): Buffer {
  return hash('sha256', publicKey.export({ format: 'der', type: 'spki' }), 'buffer').subarray(0, KEY_ID_BYTES);
}

/** `text`, an empty line, `— name base64(key id, signature)`. ECDSA over SHA-256, the signature in DER. */
export function signNote(text: string, { name, key, publicKey }: NoteKey): string {
  const signature = sign('sha256', Buffer.from(text, 'utf8'), { key, dsaEncoding: 'der' });
  const line = Buffer.concat([noteKeyId(publicKey), signature]).toString('base64');
  return `${text}\n— ${name} ${line}\n`;
}

interface NoteKey {
  readonly name: string;
  /** Private, on P-256. */
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
}

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

function isGood(text: string, signature: Uint8Array, publicKey: KeyObject): boolean {
  try {
    return verify('sha256', Buffer.from(text, 'utf8'), { key: publicKey, dsaEncoding: 'der' }, signature);
  } catch {
    return false;
  }
}

/** Whether this key, under this name, signed the note. Other signatures are passed over, a wrong one of its own is not. */
export function isSignedBy({ text, signatures }: Note, name: string, publicKey: KeyObject): boolean {
  const keyId = noteKeyId(publicKey);
  const own = signatures.filter((one) => one.name === name && keyId.equals(one.keyId));
  return own.length > 0 && own.every(({ signature }) => isGood(text, signature, publicKey));
}
