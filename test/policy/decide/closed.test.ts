import { describe, expect, test } from 'vitest';
import { decide, readRequest } from '../../../policy/decide.ts';
import type { Pack } from '../../../policy/packs/pack.ts';
import { PACK, request } from './case.ts';

const FACTS = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' };

describe('a pack that cannot be applied', () => {
  const read = readRequest(request({ act: 'notify-ice', ground: '2a', facts: FACTS }), PACK);
  if (!read.ok) throw new Error(read.error);

  test('opens what it opens while it can be', () => {
    expect(decide(read.request, PACK).decision).toBe('allow');
  });

  test.each(['matrix', 'grounds', 'people', 'minors'] as const)(
    'opens nothing where its %s throw, and says so',
    (part) => {
      const pack: Pack = Object.defineProperty({ ...PACK }, part, {
        get: () => {
          throw new Error('planted');
        },
      });
      for (const ground of ['2a', undefined] as const) {
        const answer = decide({ ...read.request, ground }, pack);
        expect([answer.decision, answer.contradicted, answer.why]).toEqual([
          'refuse',
          ['ground'],
          'The policy pack cannot be applied, so no clause of it opens anything.',
        ]);
      }
    },
  );
});
