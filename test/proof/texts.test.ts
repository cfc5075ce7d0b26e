import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkpointText, readCheckpoint } from '../../proof/checkpoint.ts';
import { readNote } from '../../proof/note-text.ts';
import { isSignedBy, noteKeyId, signNote } from '../../proof/note.ts';
import { logProofText, readLogProof } from '../../proof/tlog-proof.ts';
import checkpoints from '../vectors/log/c2sp-checkpoint-parse.json' with { type: 'json' };
import notes from '../vectors/log/c2sp-signed-note-ecdsa-p256.json' with { type: 'json' };
import proofs from '../vectors/log/c2sp-tlog-proof-parse.json' with { type: 'json' };

describe('published signed notes', () => {
  it.each(notes)('$name', ({ vkey, note, wantErr }) => {
    const [name = '', keyId, ...rest] = vkey.split('+');
    const key = Buffer.from(rest.join('+'), 'base64');
    // Type 0x02: a P-256 key as SPKI.
    expect(key[0]).toBe(2);
    const publicKey = createPublicKey({ key: key.subarray(1), format: 'der', type: 'spki' });
    expect(noteKeyId(publicKey).toString('hex')).toBe(keyId);
    const read = readNote(note);
    expect(read !== undefined && isSignedBy(read, name, publicKey)).toBe(!wantErr);
  });
});

describe('a note of our own', () => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const note = signNote('one\ntwo\n', { name: 'example.invalid/log', key, publicKey });

  it('is read again, and holds under its key and name alone', () => {
    const read = readNote(note);
    if (read === undefined) throw new Error('the note cannot be read');
    expect(read.text).toBe('one\ntwo\n');
    expect(isSignedBy(read, 'example.invalid/log', publicKey)).toBe(true);
    expect(isSignedBy(read, 'example.invalid/other', publicKey)).toBe(false);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(isSignedBy(read, 'example.invalid/log', other.publicKey)).toBe(false);
    expect(isSignedBy({ ...read, text: 'one\nTwo\n' }, 'example.invalid/log', publicKey)).toBe(false);
  });

  it.each([
    ['no empty line', note.replace('\n\n', '\n')],
    ['no end of its last line', note.slice(0, -1)],
    ['no signature', 'one\n\n'],
    ['another dash', note.replace('—', '-')],
    ['a signature that is no base64', note.replace(/\S+\n$/, '!!!!\n')],
  ])('is no note with %s', (_name, text) => {
    expect(readNote(text)).toBeUndefined();
  });
});

describe('published checkpoints', () => {
  it.each(checkpoints.valid)('$origin of $size is read', ({ text, origin, size }) => {
    expect(readCheckpoint(text)).toMatchObject({ origin, size });
    expect(checkpointText(readCheckpoint(text) ?? { origin: '', size: 0, root: Buffer.of() })).toBe(text);
  });

  it.each(checkpoints.invalid)('%j is refused', (text) => {
    expect(readCheckpoint(text)).toBeUndefined();
  });
});

describe('published proofs as text', () => {
  it.each(proofs.valid)('$name', ({ text, index, hashes, checkpoint }) => {
    const read = readLogProof(text);
    expect(read).toMatchObject({ index, checkpoint });
    expect(read?.path.map((hash) => Buffer.from(hash).toString('base64'))).toEqual(hashes);
  });

  it.each(proofs.invalid)('$name is refused', ({ text }) => {
    expect(readLogProof(text)).toBeUndefined();
  });

  it('are written as they are read', () => {
    const proof = {
      index: 5,
      path: [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)],
      checkpoint: 'Log\n6\nAA==\n',
    };
    expect(readLogProof(logProofText(proof))).toEqual(proof);
  });
});
