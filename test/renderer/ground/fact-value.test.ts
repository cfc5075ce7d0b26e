import { describe, expect, it } from 'vitest';
import { readFact } from '../../../renderer/ground/fact-value.ts';

const NOW = new Date('2026-03-08T14:00:00Z');
const read = (fact: string, typed: string) => readFact({ fact, type: 'time' }, typed, NOW);

describe('the time of a fact', () => {
  it('lies behind, or a few minutes ahead of a clock that differs', () => {
    expect(read('factsKnownAt', '-5m').kind).toBe('value');
    expect(read('factsKnownAt', '+4m').kind).toBe('value');
  });

  it.each(['+6m', '+2h', '1/1/2030 0055'])('is refused in a sentence where it lies ahead: %s', (typed) => {
    const found = read('factsKnownAt', typed);
    expect(found.kind === 'problem' ? found.text : found.kind).toMatch(
      /^This time lies ahead of this computer’s clock/,
    );
  });

  it('may lie ahead where help is needed then', () => {
    expect(read('neededAt', '+2h').kind).toBe('value');
  });
});
