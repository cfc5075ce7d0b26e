import { describe, expect, it } from 'vitest';
import { mayBeMinor } from '../../policy/juvenile.ts';

const ON = '2026-11-20T01:33:00-05:00';

describe('somebody under 18 (M28, G.L. c.41 s.98F)', () => {
  it.each([
    ['2008-11-21', true],
    ['2008-11-20', false],
    ['2008-12-01', true],
    ['1994-07-19', false],
    ['2008-XX-XX', true],
    ['2009-03-XX', true],
    ['2007-XX-XX', false],
  ])('born %s: %s', (dob, minor) => {
    expect(mayBeMinor(dob, ON)).toBe(minor);
  });

  it('is not said of somebody whose year of birth nobody knows', () => {
    for (const dob of [undefined, null, '', 'XXXX-XX-XX']) expect(mayBeMinor(dob, ON)).toBe(false);
  });
});
