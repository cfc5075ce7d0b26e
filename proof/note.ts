// Notes as the station signs and reads back its own; `verify` is for what others hand in.
import { hash, sign, verify, type KeyObject } from 'node:crypto';
import { KEY_ID_BYTES, signaturesBy, type Note } from './note-text.ts';

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

/** The same note with one more line under it: another key signs the same text. */
export function addSignature(note: string, more: NoteKey): string {
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  return note + signNote(text, more).slice(text.length + 1);
}

/** The same note with the line of another key above those under it: some readers look at the first line alone. */
export function putSignatureFirst(note: string, more: NoteKey): string {
  const end = note.lastIndexOf('\n\n');
  return signNote(note.slice(0, end + 1), more) + note.slice(end + 2);
}

interface NoteKey {
  readonly name: string;
  /** Private, on P-256. */
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
}

function isGood(text: string, signature: Uint8Array, publicKey: KeyObject): boolean {
  try {
    return verify('sha256', Buffer.from(text, 'utf8'), { key: publicKey, dsaEncoding: 'der' }, signature);
  } catch {
    return false;
  }
}

/** Whether this key, under this name, signed the note. Other signatures are passed over, a wrong one of its own is not. */
export function isSignedBy(note: Note, name: string, publicKey: KeyObject): boolean {
  const own = signaturesBy(note, name, noteKeyId(publicKey));
  return own.length > 0 && own.every((signature) => isGood(note.text, signature, publicKey));
}
