import { describe, expect, it } from 'vitest';
import { screen } from '../../policy/screen/screen.ts';
import { everyCarried, type Carried } from './invariance.ts';

const every = everyCarried();
/** A part of them, over all cores, carriers and fields: the whole takes too long to be read every time. */
const carried = every.filter((_, at) => at % 7 === 3);
const telling = carried.filter(({ tells }) => tells);
const clean = carried.filter(({ tells }) => !tells);
const isBlocked = ({ text, field }: Carried): boolean => screen(text, field).blocked;

describe('a core in every carrier', () => {
  it('is many, of both kinds', () => {
    const coresOf = (texts: readonly Carried[]): number => new Set(texts.map(({ core }) => core)).size;
    expect(coresOf(telling)).toBeGreaterThanOrEqual(200);
    expect(coresOf(clean)).toBeGreaterThanOrEqual(200);
    expect(every.length).toBeGreaterThan(20_000);
  });

  it('is blocked wherever it stands, when it tells status beyond doubt', () => {
    expect(telling.filter((one) => !isBlocked(one)).slice(0, 10)).toEqual([]);
  });

  it('is seldom blocked when it tells none', () => {
    expect(clean.filter(isBlocked).length / clean.length).toBeLessThan(0.01);
  });
});
