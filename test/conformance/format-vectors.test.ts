// The published vectors of the format (docs/format): what anybody's verifier has to say of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allVectors, failuresOf, FORMAT, judge } from '../format/vector.ts';

const VECTORS = allVectors();

describe('the published vectors', () => {
  it.each(VECTORS.map((vector) => ({ ...vector, verdict: vector.ok ? 'holds' : 'is refused' })))(
    '$name $verdict',
    async (vector) => {
      const { ok, fails } = vector;
      const verdict = await judge(vector);
      expect(failuresOf(verdict)).toEqual(fails);
      expect([verdict.ok, ok]).toEqual([ok, fails.length === 0]);
    },
  );

  it('are all listed, each with what it is', () => {
    const listed = readFileSync(join(FORMAT, 'README.md'), 'utf8');
    for (const { name, what } of VECTORS) expect(listed).toContain(`| \`${name}\` | ${what} |`);
    expect(listed.match(/^\| `(?:good|refused)\//gm)).toHaveLength(VECTORS.length);
  });

  it('say of each refused one in words of its own what is wrong', () => {
    const refused = VECTORS.filter(({ ok }) => !ok).map(({ fails: [first] }) => first?.says ?? '');
    for (const says of refused) expect(says).toMatch(/\w+ \w+/);
    expect(refused.length).toBeGreaterThan(40);
  });
});
