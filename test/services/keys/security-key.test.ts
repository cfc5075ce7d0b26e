import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KEY_HOST } from '../../../contract/key-host.ts';
import { judgeTouch, readMadeKey, type NewKey } from '../../../services/keys/security-key.ts';
import { softKey, type Amiss, type SoftKey } from '../../support/soft-key.ts';

const challenge = randomBytes(32).toString('base64url');
const asked = { host: KEY_HOST, challenge };

function made(key: SoftKey): NewKey {
  const read = readMadeKey(key.make(challenge), asked);
  if (read === null) throw new Error('not read');
  return read;
}

/** A point of another curve in the place of one of P-256. */
function offTheCurve(cose: Buffer): Buffer {
  const changed = Buffer.from(cose);
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
  return changed;
}

describe('a new security key', () => {
  it('is read: its id, its public key and how far it counts', () => {
    const key = softKey();
    const { credential, publicKey, signCount } = made(key);
    expect({ credential, signCount }).toEqual({ credential: key.credential, signCount: 0 });
    expect(Buffer.from(publicKey, 'base64url')).toHaveLength(91);
  });

  it('may bring extensions, where it says so', () => {
    const behind = Buffer.from('a16b6372656450726f7465637402', 'hex');
    expect(readMadeKey(softKey().make(challenge, { flags: 0xc1, behind }), asked)).not.toBeNull();
    expect(readMadeKey(softKey().make(challenge, { behind }), asked)).toBeNull();
    expect(readMadeKey(softKey().make(challenge, { flags: 0xc1 }), asked)).toBeNull();
  });

  it.each<readonly [string, Amiss]>([
    ['of another name', { host: 'key.example.invalid' }],
    ['on another page', { origin: 'https://key.example.invalid' }],
    ['on a page that only begins like ours', { origin: `https://${KEY_HOST}.example.invalid` }],
    ['in a frame of another page', { crossOrigin: true }],
    ['by a touch in its place', { type: 'webauthn.get' }],
    ['that nobody touched', { flags: 0x40 }],
    ['without the key', { flags: 0x01 }],
    ['that lies elsewhere too', { flags: 0x49 }],
    ['that signs otherwise', { cose: (cose) => Buffer.from(cose).fill(0x27, 4, 5) }],
    ['whose second coordinate is not where it should be', { cose: (cose) => Buffer.from(cose).fill(0x23, 42, 43) }],
    ['off the curve', { cose: offTheCurve }],
    ['cut short', { cose: (cose) => cose.subarray(0, 60) }],
    ['with an id longer than what is there', { idLength: 1_000 }],
    ['with an id that is no id', { idLength: 0 }],
  ])('%s is not taken', (_name, amiss) => {
    expect(readMadeKey(softKey().make(challenge, amiss), asked)).toBeNull();
  });

  it('is taken at its own challenge only, and not out of rubbish', () => {
    expect(readMadeKey(softKey().make(randomBytes(32).toString('base64url')), asked)).toBeNull();
    for (const clientData of ['', 'e', 'bm8', 'W10', 'bnVsbA']) {
      expect(readMadeKey({ ...softKey().make(challenge), clientData }, asked)).toBeNull();
    }
    for (const authenticatorData of ['', 'AAAA', 'A'.repeat(49)]) {
      expect(readMadeKey({ ...softKey().make(challenge), authenticatorData }, asked)).toBeNull();
    }
  });
});

describe('the touch of a security key', () => {
  it('is right when the key signed what was asked, and counts on', () => {
    const key = softKey();
    const known = made(key);
    expect(judgeTouch(key.touch(challenge), asked, known)).toEqual({ kind: 'right', signCount: 1 });
    expect(judgeTouch(key.touch(challenge), asked, { ...known, signCount: 1 })).toEqual({
      kind: 'right',
      signCount: 2,
    });
  });

  it('of a key that does not count is right each time; one that counted and stops went back', () => {
    const key = softKey();
    const known = made(key);
    expect(judgeTouch(key.touch(challenge, { count: 0 }), asked, known).kind).toBe('right');
    expect(judgeTouch(key.touch(challenge, { count: 0 }), asked, { ...known, signCount: 1 }).kind).toBe('went-back');
    expect(judgeTouch(key.touch(challenge, { count: 7 }), asked, { ...known, signCount: 7 }).kind).toBe('went-back');
  });

  it.each<readonly [string, Amiss]>([
    ['for another name', { host: 'key.example.invalid' }],
    ['on another page', { origin: 'app://bundle' }],
    ['in a frame', { crossOrigin: true }],
    ['that made a key', { type: 'webauthn.create' }],
    ['without anybody', { flags: 0x00 }],
  ])('%s is wrong', (_name, amiss) => {
    const key = softKey();
    expect(judgeTouch(key.touch(challenge, amiss), asked, made(key))).toEqual({ kind: 'wrong' });
  });

  it('is wrong of another key, at another challenge, or with a byte changed', () => {
    const key = softKey();
    const known = made(key);
    const touch = key.touch(challenge);
    expect(judgeTouch(touch, asked, made(softKey())).kind).toBe('wrong');
    expect(judgeTouch(touch, { ...asked, challenge: 'other' }, known).kind).toBe('wrong');
    expect(judgeTouch(touch, asked, { ...known, publicKey: 'AAAA' }).kind).toBe('wrong');
    const data = Buffer.from(touch.authenticatorData, 'base64url');
    data.writeUInt32BE(9, 33);
    const counted = { ...touch, authenticatorData: data.toString('base64url') };
    expect(judgeTouch(counted, asked, known).kind).toBe('wrong');
    for (const signature of ['', 'AAAA', touch.signature.slice(0, -4)]) {
      expect(judgeTouch({ ...touch, signature }, asked, known).kind).toBe('wrong');
    }
  });
});
