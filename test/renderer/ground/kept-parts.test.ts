import { describe, expect, it } from 'vitest';
import { keepableFact, keptText } from '../../../renderer/ground/kept-parts.ts';
import { partsOf, type Part } from '../../../renderer/ground/object-parts.ts';

function part(fact: string, path: string): Part {
  const found = partsOf(fact, 'LC').find((one) => one.path === path);
  if (found === undefined) throw new TypeError(`no box is called ${path}`);
  return found;
}

describe('of a fact of several boxes', () => {
  it('a refused box keeps its other sentences, else what was told before, and no half sentence', () => {
    const court = part('warrant', 'court');
    expect(keptText(court, 'Exampleton District Court', '')).toBe('Exampleton District Court');
    expect(keptText(part('warrant', 'offense'), 'Larceny. He is undocumented.', '')).toBe('Larceny.');
    expect(keptText(court, 'Exampleton, he is undocumented', 'Sampleton')).toBe('Sampleton');
    expect(keptText(court, 'Exampleton, he is undocumented', 'He is undocumented')).toBe('');
  });

  it('a name goes as a whole', () => {
    const name = part('instrument', 'signedBy.name');
    expect(keptText(name, 'Kim Sample. He is undocumented.', '')).toBe('');
  });

  it('the others are kept, but for those that cannot be read', () => {
    const values = new Map([
      ['number', '2612CR000417'],
      ['court', ''],
      ['offense', 'Larceny'],
    ]);
    expect(keepableFact('warrant', values, new Set())).toEqual({ number: '2612CR000417', offense: 'Larceny' });
    expect(keepableFact('warrant', values, new Set(['number']))).toEqual({ offense: 'Larceny' });
    expect(keepableFact('warrant', values, new Set(['number', 'offense']))).toBeUndefined();
    expect(keepableFact('warrant', new Map([['court', 'He is undocumented']]), new Set())).toBeUndefined();
  });
});
