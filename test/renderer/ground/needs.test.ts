import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../renderer/ground/needs.ts';
import { PACK } from '../../policy/decide/case.ts';

const conditions = PACK.grounds.flatMap((rule) =>
  [...rule.needs, ...rule.anyOf.flatMap((way) => way.needs)].map(({ fact }) => ({ rule, fact })),
);
const ruleOf = (ground: string) => {
  const found = PACK.grounds.find((one) => one.ground === ground);
  if (found === undefined) throw new TypeError(`no ground ${ground}`);
  return found;
};

describe('what a ground asks of a fact', () => {
  it.each(conditions)('is a sentence in plain words: $rule.ground $fact', ({ rule, fact }) => {
    const sentences = needsOf(rule, fact, PACK);
    expect(sentences).not.toEqual([]);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence).not.toMatch(/[a-z][A-Z]|\b(?:default-criminal|state-id|gang-database|court-order)\b/);
    }
  });

  it('says how long a request by word of mouth stands', () => {
    expect(needsOf(ruleOf('X1'), 'instrument', PACK).join(' ')).toContain('stands for 24 hours');
  });

  it('says which warrants count, and on what a check must match', () => {
    expect(needsOf(ruleOf('3b-ii'), 'warrant', PACK)[0]).toContain('Criminal, Default in a criminal case');
    expect(needsOf(ruleOf('3b-ii'), 'wms', PACK)[0]).toContain('since the time of the request');
  });
});
