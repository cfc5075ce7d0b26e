import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTS, GROUNDS, SUBJECT_ROLES } from '../../../policy/decision.ts';
import { factsOf } from '../../../policy/decide/explain.ts';
import { CHIEF, OFFICER, PACK, SUPERVISOR, decided, outcome, request, without, withValue, type Json } from './case.ts';

const ARREST = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00', offense: 'abdw' };

describe('the ground that answers', () => {
  test('is the first that opens, in the order of the policy', () => {
    const facts = {
      ...ARREST,
      offense: 'abdw',
      factsKnownAt: '2026-03-08T01:00:00-05:00',
      suspicion: 'Bought timers and wrote a plan.',
      protectedSpeechIsNotTheBasis: true,
    };
    const people = { decider: OFFICER, cosigner: SUPERVISOR };
    expect(outcome(request({ act: 'notify-ice', facts, people }))).toBe('allow 2a');
    expect(outcome(request({ act: 'notify-ice', facts, people, subject: { role: 'suspect', age: 31 } }))).toBe(
      'allow 2c',
    );
  });

  test('is the nearest where none opens: nothing contradicted, then fewest names, then order', () => {
    expect(outcome(request({ act: 'notify-ice', facts: without(ARREST, 'arrestedAt') }))).toBe(
      'refuse 2a missing arrestedAt',
    );
    expect(outcome(request({ act: 'notify-ice' }))).toBe('refuse 2d missing arrestedAt,offense');
    expect(outcome(request({ act: 'notify-ice', facts: { ...ARREST, arrestingAgency: 'MSP' } }))).toMatch(
      /^refuse (X2|2e|2b) missing/,
    );
    expect(outcome(request({ act: 'detain' }))).toBe('refuse 3c missing basis');
  });

  test('is never 3(b)(i) unless that is named', () => {
    expect(outcome(request({ act: 'assist-operation' }))).toMatch(/^refuse 3b-ii /);
    expect(outcome(request({ act: 'assist-operation', ground: '3b-i' }))).toMatch(/^allow 3b-i /);
  });

  test('is 2(c) where neither act nor ground is told', () => {
    expect(outcome(request())).toBe('refuse 2c missing act');
    expect(outcome(request({ ground: '3c' }))).toBe('refuse 3c missing act');
  });

  test('opens nothing before the pack is in force, or after', () => {
    const named = request({
      act: 'notify-ice',
      ground: '2a',
      at: '2014-12-31T23:59:00-05:00',
      facts: { ...ARREST, arrestedAt: '2014-12-31T23:00:00-05:00' },
    });
    expect(outcome(named)).toBe('refuse 2a contradicted ground');
    expect(outcome(withValue(named, 'ground', null))).toBe('refuse - contradicted ground');
    expect(outcome(withValue(named, 'act', null))).toBe('refuse 2a missing act');
    expect(outcome(withValue(named, 'at', '2015-01-01T00:00:00-05:00'))).toBe('allow 2a');
    const over = { ...PACK, effectiveUntil: '2026-03-08' };
    const today = request({
      act: 'notify-ice',
      ground: '2a',
      facts: { ...ARREST, arrestedAt: '2026-03-07T23:00:00-05:00' },
    });
    expect(decided(today, over).decision).toBe('refuse');
    expect(decided(withValue(today, 'at', '2026-03-07T23:59:00-05:00'), over).decision).toBe('allow');
  });
});

describe('what an answer says', () => {
  const lines: readonly Json[] = [
    request({ act: 'notify-ice', ground: '2a', facts: ARREST }),
    request({ act: 'notify-ice' }),
    request({ act: 'detain', ground: '2a' }),
    request(),
    request({ act: 'assist-operation', ground: '3b-i' }),
    request({ act: 'notify-ice', ground: '2a', facts: { ...ARREST, offense: 'larceny-over-1200' } }),
  ];
  test.each(lines)('is one sentence that cites the clause and asks for no call (%#)', (line) => {
    const { why } = decided(line);
    expect(why).toMatch(/^[A-Z0-9].*\.$/);
    expect(why).not.toMatch(/[!\n]|\. |(call|contact|notify|tell|phone) (ICE|immigration)|should|must/i);
    expect(why).toMatch(/\d\([a-e]\)|Policy|policy/);
  });

  test('never repeats a text that was given', () => {
    const text = 'Zanzibar Zanzibar Zanzibar';
    const facts = Object.fromEntries(
      factsOf('2e', PACK)
        .filter(({ type }) => type === 'text')
        .map(({ fact }) => [fact, text]),
    );
    expect(JSON.stringify(decided(request({ act: 'notify-ice', ground: '2e', facts })))).not.toContain('Zanzibar');
  });
});

describe('what is not known', () => {
  const anyRequest = fc.record({
    act: fc.constantFrom(...ACTS),
    ground: fc.option(fc.constantFrom(...GROUNDS), { nil: undefined }),
    role: fc.constantFrom(...SUBJECT_ROLES, undefined),
    age: fc.constantFrom(16, 31, undefined),
    cosigner: fc.constantFrom(SUPERVISOR, OFFICER, undefined),
    chief: fc.constantFrom(CHIEF, undefined),
    facts: fc.subarray(Object.entries(FULL())),
    drop: fc.nat(),
  });

  test('never opens: taking any fact away from a refusal leaves a refusal', () => {
    fc.assert(
      fc.property(anyRequest, ({ act, ground, role, age, cosigner, chief, facts, drop }) => {
        const people = { decider: OFFICER, cosigner, chief };
        const line = request({
          act,
          ground,
          subject: { role, age },
          people,
          custody: { inCustody: true },
          facts: Object.fromEntries(facts),
        });
        if (facts.length === 0 || decided(line).decision === 'allow') return;
        const [name = ''] = facts[drop % facts.length] ?? [];
        const less = without(line, `facts.${name}`);
        expect(decided(less).decision === 'refuse' || isTimeOf3bi(ground)).toBe(true);
        expect(decided(without(line, 'subject')).decision === 'refuse' || ground === 'LC' || isTimeOf3bi(ground)).toBe(
          true,
        );
      }),
      { numRuns: 4_000 },
    );
  });
});

/** Life first: a time that refuses, once taken away, no longer does; that is what the clause is for. */
function isTimeOf3bi(ground: string | undefined): boolean {
  return ground === '3b-i';
}

function FULL(): Json {
  return {
    ...ARREST,
    factsKnownAt: '2026-03-08T01:00:00-05:00',
    suspicion: 'Bought timers and wrote a plan.',
    protectedSpeechIsNotTheBasis: true,
    venture: 'Rented a house and paid two drivers.',
    part: 'organizer',
    activity: 'Sold from the porch on three evenings.',
    involves: 'both',
    basisOfKnowledge: 'Bought twice on the porch.',
    veracity: 'Earlier tips led to seizures.',
    affiant: 'R. Sample',
    sources: ['informant'],
    standardIdSought: ['license'],
    unavailableBecause: 'lost',
    verifiedByRecords: false,
    basis: 'criminal-activity',
    articulableFacts: 'Seen breaking the window with a bar.',
    whatHappened: 'Drove a van at the gate.',
    whySerious: 'The van carried forty liters of fuel.',
    threat: 'public-safety',
    perceivedFrom: 'Two officers saw the detonator.',
    whyNoListedGround: 'Nobody is arrested yet.',
  };
}
