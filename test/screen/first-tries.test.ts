import { describe, expect, it } from 'vitest';
import { screen } from '../../policy/screen/screen.ts';
import { firstTries, type FirstTry } from './first-tries.ts';

const isBlocked = ({ text, field }: FirstTry): boolean => screen(text, field).blocked;

describe('what anybody would try first', () => {
  it('is blocked where it tells status, but for three in a thousand', () => {
    const telling = firstTries('telling');
    expect(telling.length).toBeGreaterThan(5000);
    expect(telling.filter((one) => !isBlocked(one)).length / telling.length).toBeLessThan(0.0035);
  });

  it('is let through where it tells none, but for two in a thousand', () => {
    const clean = firstTries('clean');
    expect(clean.length).toBeGreaterThan(5000);
    expect(clean.filter(isBlocked).length / clean.length).toBeLessThan(0.002);
  });
});
