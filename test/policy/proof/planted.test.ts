import { describe, expect, test } from 'vitest';
import type { Ground } from '../../../policy/decision.ts';
import type { GroundRule, Pack } from '../../../policy/packs/pack.ts';
import { PACK } from '../decide/case.ts';
import { leaksOf, openedByUnknown, openWorlds, unnamed } from './search.ts';

describe('the proofs find', () => {
  const ruleOf = (ground: Ground, pack: Pack): GroundRule => {
    const rule = pack.grounds.find((one) => one.ground === ground);
    if (rule === undefined) throw new Error(ground);
    return rule;
  };
  const changed = (ground: Ground, change: (rule: GroundRule) => GroundRule): Pack => ({
    ...PACK,
    grounds: PACK.grounds.map((rule) => (rule.ground === ground ? change(rule) : rule)),
  });

  test('a row that opens one act more than the published matrix', () => {
    const wide = {
      ...PACK,
      matrix: PACK.matrix.map((row) =>
        row.ground === '1c' ? { ...row, acts: [...row.acts, 'ask-status' as const] } : row,
      ),
    };
    expect(leaksOf(ruleOf('1c', wide), wide, PACK.matrix)).toContain('1c ask-status arrestee');
  });

  test('a fact that became optional, so that not knowing it opens', () => {
    const lax = changed('2b', (rule) => ({
      ...rule,
      needs: rule.needs.map((need) => (need.fact === 'sealedOrExpunged' ? { ...need, optional: true } : need)),
    }));
    expect(openedByUnknown(ruleOf('2b', lax), lax)).toEqual(['sealedOrExpunged']);
  });

  test('a ground that no facts reach', () => {
    const shut = changed('2e', (rule) => ({
      ...rule,
      needs: [
        ...rule.needs,
        { test: 'is', fact: 'involves', values: ['violence'] },
        { test: 'is', fact: 'involves', values: ['both'] },
      ],
    }));
    expect(openWorlds(ruleOf('2e', shut), shut).size).toBe(0);
  });

  test('a fact that nobody is told is missing', () => {
    const lax = changed('2b', (rule) => ({ ...rule, needs: rule.needs.filter(({ fact }) => fact !== 'outcome') }));
    expect(unnamed(ruleOf('2b', PACK), lax)).toContain('outcome: allow');
  });
});
