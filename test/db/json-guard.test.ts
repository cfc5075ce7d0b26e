import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { isSafeJson } from '../../db/json-guard.ts';

const isSafe = (value: unknown): boolean => isSafeJson(value, { about: 'plain' }, POLICY_GUARDS);
const colons = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');

describe('stored JSON', () => {
  it('may hold any id, digest and fingerprint, whatever its letters spell', () => {
    const daca = '9269993c-daca-4020-8900-347012c31541';
    expect([isSafe({ id: daca }), isSafe({ note: 'daca' })]).toEqual([true, false]);
    for (let round = 0; round < 300; round += 1) {
      const made = [randomUUID(), randomBytes(32).toString('hex'), colons(randomBytes(32))];
      expect(made.filter((text) => !isSafe({ text }))).toEqual([]);
    }
  });

  it('holds no list of a booking whose entries tell it side by side', () => {
    const list = ['keys', 'removal', 'order'];
    expect([isSafe({ property_items: list }), isSafe({ property_items: list.slice(0, 2) })]).toEqual([false, true]);
  });
});
