import { describe, expect, it } from 'vitest';
import { custodyOf } from '../../policy/custody.ts';

type Told = Parameters<typeof custodyOf>[0];

const at = (hour: number): string => `2026-11-24T${String(hour).padStart(2, '0')}:00:00-05:00`;
const told = (events: readonly (readonly [kind: string, hour: number])[], more: Partial<Told> = {}): Told => ({
  origin: 'desk',
  fields: {},
  events: events.map(([kind, hour]) => ({ kind, at: at(hour) })),
  ...more,
});

describe('custody', () => {
  it('lasts from the booking at the desk to a release', () => {
    expect(custodyOf(told([]))).toEqual({ inCustody: true, releaseEligibleAt: null, releasedAt: null });
    expect(custodyOf(told([['released', 3]]))).toMatchObject({ inCustody: false, releasedAt: at(3) });
  });

  it('ends with the release that the form tells', () => {
    const fields = { release_datetime: at(3) };
    expect(custodyOf(told([], { fields }))).toMatchObject({ inCustody: false, releasedAt: at(3) });
    expect(custodyOf(told([['released', 5]], { fields }))).toMatchObject({ releasedAt: at(5) });
    expect(custodyOf(told([['released', 2]], { fields }))).toMatchObject({ releasedAt: at(3) });
  });

  it('goes on where a later event says so, however the release was told', () => {
    const held = { inCustody: true, releasedAt: null };
    expect(custodyOf(told([['released', 3], ['in-custody', 4]]))).toMatchObject(held); // prettier-ignore
    expect(custodyOf(told([['in-custody', 4]], { fields: { release_datetime: at(3) } }))).toMatchObject(held);
    expect(custodyOf(told([['in-custody', 2], ['released', 3]]))).toMatchObject({ inCustody: false }); // prettier-ignore
  });

  it('takes the word that was entered last where both are of the same moment', () => {
    expect(custodyOf(told([['in-custody', 3], ['released', 3]])).inCustody).toBe(false); // prettier-ignore
    expect(custodyOf(told([['released', 3], ['in-custody', 3]])).inCustody).toBe(true); // prettier-ignore
  });

  it('of a booking from a file is known only where an event says so', () => {
    const file = { origin: 'import' } as const;
    expect(custodyOf(told([], file)).inCustody).toBe(false);
    expect(custodyOf(told([['in-custody', 2]], file)).inCustody).toBe(true);
    expect(custodyOf(told([['in-custody', 2], ['released', 3]], file)).inCustody).toBe(false); // prettier-ignore
  });

  it('tells the last moment from which nobody may be held', () => {
    const events = told([['release-eligible', 6], ['release-eligible', 4]]); // prettier-ignore
    expect(custodyOf(events).releaseEligibleAt).toBe(at(6));
  });
});
