import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryKey,
  makeRecoveryKey,
  normaliseTyped,
  readTypedKey,
  sameRecoveryKey,
} from '../../../services/keys/recovery-key.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keys = fc.uint8Array({ minLength: 15, maxLength: 15 }).map((bytes) => formatRecoveryKey(bytes));

describe('recovery key', () => {
  it('has eight groups of four and differs each time', () => {
    const key = makeRecoveryKey(randomBytes);
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(makeRecoveryKey(randomBytes)).not.toBe(key);
  });

  it('keeps all 120 bits', () => {
    const zero = formatRecoveryKey(new Uint8Array(15));
    for (let bit = 0; bit < 120; bit += 1) {
      const bytes = new Uint8Array(15);
      bytes[bit >> 3] = 1 << (bit & 7);
      expect(formatRecoveryKey(bytes)).not.toBe(zero);
    }
  });

  it('reads back what it printed, however it was typed', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const sloppy = ` ${key.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
        expect(readTypedKey(sloppy)).toEqual({ ok: true, key });
        expect(sameRecoveryKey(key, sloppy)).toBe(true);
      }),
    );
    expect(normaliseTyped('o il–L')).toBe('0111');
  });

  it('says in which group a wrong letter is, for every letter in every place', () => {
    const key = makeRecoveryKey(randomBytes);
    for (const [at, letter] of Array.from(key).entries()) {
      if (letter === '-') continue;
      for (const other of ALPHABET.replace(letter, '')) {
        const typed = key.slice(0, at) + other + key.slice(at + 1);
        expect(readTypedKey(typed)).toEqual({ ok: false, group: Math.floor(at / 5) + 1, why: 'check' });
      }
    }
  });

  it('finds neighbours swapped and groups swapped', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 2 }), (key, group, at) => {
        const letters = Array.from(key);
        const first = group * 5 + at;
        const [left = '', right = ''] = letters.slice(first, first + 2);
        letters.splice(first, 2, right, left);
        expect(readTypedKey(letters.join('')).ok).toBe(left === right);
        const groups = key.split('-');
        const [one = '', two = ''] = groups;
        expect(readTypedKey([two, one, ...groups.slice(2)].join('-'))).toMatchObject({ ok: false });
      }),
    );
  });

  it('says where letters are missing, too many, or none of ours', () => {
    const key = makeRecoveryKey(randomBytes);
    expect(readTypedKey(key.slice(0, -1))).toEqual({ ok: false, group: 8, why: 'length' });
    expect(readTypedKey('')).toEqual({ ok: false, group: 1, why: 'length' });
    expect(readTypedKey(`${key}0`)).toEqual({ ok: false, group: 8, why: 'length' });
    expect(readTypedKey(`U${key.slice(1)}`)).toEqual({ ok: false, group: 1, why: 'letter' });
  });

  it('does not take another key for the same', () => {
    expect(sameRecoveryKey(makeRecoveryKey(randomBytes), makeRecoveryKey(randomBytes))).toBe(false);
    expect(sameRecoveryKey(makeRecoveryKey(randomBytes), '')).toBe(false);
  });
});
