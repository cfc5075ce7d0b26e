import { describe, expect, it } from 'vitest';
import { factsOfArrest, restsOnBooking, unbookedPack } from '../../../policy/decide/unbooked.ts';
import { ACTS } from '../../../policy/decision.ts';
import { decided, PACK, request, type Json } from './case.ts';
import { TWO } from './full-case.ts';

const ARREST = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00' };
const SUSPICION = { suspicion: 'Bought timers and drew the station.', protectedSpeechIsNotTheBasis: true };
const unbooked = unbookedPack(PACK);

const notice = (ground: string, facts: Json): Json =>
  request({ act: 'notify-ice', ground, subject: { role: 'suspect', age: 31 }, people: TWO, facts });
const KNOWN = { factsKnownAt: '2026-03-08T01:20:00-05:00' };

describe('somebody who is not booked', () => {
  it('is told of without an arrest, and of nothing but a notice', () => {
    const resting = ACTS.filter((act) => restsOnBooking({ act, booked: false }));
    expect(ACTS.filter((act) => !resting.includes(act))).toEqual(['notify-ice']);
    expect(ACTS.every((act) => restsOnBooking({ act, booked: true }))).toBe(true);
    expect(factsOfArrest([...Object.keys(ARREST), 'offense', 'suspicion'])).toEqual([
      ...Object.keys(ARREST),
      'offense',
    ]);
  });

  it('is asked about the way that needs no arrest', () => {
    expect(decided(notice('2c', KNOWN), unbooked).missing).toEqual(['suspicion', 'protectedSpeechIsNotTheBasis']);
    expect(decided(notice('2d', {}), unbooked).missing).toEqual(['venture', 'part']);
    expect(decided(notice('2c', { ...KNOWN, ...SUSPICION }), unbooked)).toMatchObject({
      decision: 'allow',
      ground: '2c',
    });
  });

  it('gets the answer of the whole pack, whatever is told', () => {
    const told = [
      {},
      KNOWN,
      SUSPICION,
      { ...KNOWN, ...SUSPICION },
      { venture: 'Runs a van each week.', part: 'organizer' },
    ];
    for (const ground of PACK.grounds.map((rule) => rule.ground)) {
      for (const facts of told) {
        const both = [PACK, unbooked].map((pack) => decided(notice(ground, facts), pack));
        expect(both.map(({ decision, due }) => [decision, due])[1]).toEqual([both[0]?.decision, both[0]?.due]);
      }
    }
  });

  it('stays shut out of a ground that every way of needs an arrest', () => {
    const grounds = PACK.grounds.map((rule) =>
      rule.ground === '2c' ? { ...rule, anyOf: rule.anyOf.filter(({ id }) => id === 'arrest') } : rule,
    );
    const facts = { ...KNOWN, ...SUSPICION };
    expect(decided(notice('2c', facts), unbookedPack({ ...PACK, grounds })).decision).toBe('refuse');
  });
});
