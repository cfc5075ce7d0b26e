import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { POLICY_GUARDS } from '../../db/guards.ts';
import { createMarker } from '../../db/mark.ts';

const marker = createMarker(randomBytes(32), POLICY_GUARDS);
const AT = '2026-11-24T01:15:00.12Z';

/** Whether the database would take an event with these boxes. */
function isTaken(detail: object): boolean {
  const [id, matter, by] = [randomUUID(), randomUUID(), randomUUID()];
  return marker.mark(['matter_event', 7, id, matter, 'triaged', AT, JSON.stringify(detail), AT, by]) !== null;
}

const conviction = { incident: '2019-05-01', outcome: 'convicted', level: 'felony', element: 'no', listed: 'none' };
const withLines = (...convictions: readonly unknown[]): object => ({ priority: '1d', convictions });

describe('the lines of a box', () => {
  it('are kept where each is made of its own boxes', () => {
    expect(isTaken(withLines(conviction, { ...conviction, court: 'Exampleton District Court', days: '0' }))).toBe(true);
  });

  it.each([
    ['with a box that no line has', { ...conviction, citizenship: 'X' }],
    ['with a word outside its list', { ...conviction, level: 'serious' }],
    ['whose text tells a status', { ...conviction, court: 'He is undocumented' }],
    ['whose figure is a word', { ...conviction, days: 'life' }],
    ['that holds something else than texts', { ...conviction, incident: ['2019-05-01'] }],
    ['that is none', '2019-05-01'],
  ])('are not kept %s', (_name, line) => {
    expect(isTaken(withLines(conviction, line))).toBe(false);
  });
});
