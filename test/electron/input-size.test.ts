import { describe, expect, it } from 'vitest';
import { fits, LARGEST_INPUT } from '../../electron/ipc/input-size.ts';

describe('the size of an input', () => {
  it('lets through what a form can hold', () => {
    expect(fits({ fields: { narrative: 'x'.repeat(50_000) }, charges: [] })).toBe(true);
    expect(fits(undefined)).toBe(true);
  });

  it('refuses what is larger than any form', () => {
    expect(fits('x'.repeat(LARGEST_INPUT))).toBe(false);
  });

  it('refuses what is no plain data', () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(fits(ring)).toBe(false);
    expect(fits({ n: 1n })).toBe(false);
  });
});
