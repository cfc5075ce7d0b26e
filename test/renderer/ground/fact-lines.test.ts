import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../renderer/ground/fact-lines.ts';
import { explainGrounds, readRequest } from '../../../policy/decide.ts';
import { PACK } from '../../policy/decide/case.ts';

/** How each ground stands for a notice about somebody whom we arrested an hour ago. */
function standings(offense: string): ReadonlyMap<string, string> {
  const read = readRequest(
    {
      ...{ id: 'c', at: '2026-03-08T01:40:00-05:00', act: 'notify-ice', subject: { role: 'arrestee', age: 31 } },
      people: { decider: { id: 'u7', role: 'booking-officer' } },
      facts: { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense },
    },
    PACK,
  );
  if (!read.ok) throw new Error(read.error);
  const found = explainGrounds({ ...read.request, act: 'notify-ice' }, PACK);
  return new Map(found.map((one) => [one.ground, standingOf(one, PACK)]));
}

describe('how a ground stands', () => {
  it('is told by the way that is open, where another way is closed', () => {
    expect(standings('abdw').get('2d')).toBe('2 facts are missing');
    expect(standings('abdw').get('2a')).toBe('holds');
  });

  it('is told by what closes it, where no way is open', () => {
    expect(standings('ab-family-household').get('2a')).toBe('does not hold: the offense');
  });
});
