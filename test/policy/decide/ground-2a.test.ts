import { describe, expect, test } from 'vitest';
import { BLOCKED, CHIEF, OFFICER, SUPERVISOR, decided, outcome, request, without, withValue } from './case.ts';

const ARREST = { arrestingAgency: 'WPD', arrestedAt: '2026-03-08T00:55:00-05:00' };
const FORCE = 'Struck the clerk twice with a closed fist.';
/** Named in the policy: no reasons asked. */
const NAMED = request({ act: 'notify-ice', ground: '2a', facts: { ...ARREST, offense: 'abdw' } });
/** A violent felony that the policy does not name. */
const OTHER = request({
  act: 'notify-ice',
  ground: '2a',
  people: { decider: OFFICER, cosigner: SUPERVISOR },
  facts: { ...ARREST, offense: 'unarmed-robbery', elementOfForce: FORCE },
});
const AIMED = withValue(
  withValue(OTHER, 'facts.offense', 'attempt-felony-life-or-5y'),
  'facts.targetOffense',
  'armed-robbery',
);

describe('ground 2(a)', () => {
  test('opens for an arrest by this department for a named felony, with its citation and no duty', () => {
    const { why, ...answer } = decided(NAMED);
    const nothing = { missing: [], contradicted: [], due: [], prompts: [] };
    expect(answer).toEqual({ id: 'c', decision: 'allow', ground: '2a', cite: '2(a)', ...nothing });
    expect(why).toContain('2(a) permits');
  });

  test('answers with the keys of the promise, in their order, and no cite where nothing opens', () => {
    expect(Object.keys(decided(NAMED)).join()).toBe('id,decision,ground,cite,missing,contradicted,due,prompts,why');
    const refused = decided(without(NAMED, 'facts.offense'));
    expect(Object.keys(refused).join()).toBe('id,decision,ground,missing,contradicted,due,prompts,why');
  });

  const refusals: readonly (readonly [string, unknown, string])[] = [
    ['no agency', without(NAMED, 'facts.arrestingAgency'), 'refuse 2a missing arrestingAgency'],
    ['no time of arrest', without(NAMED, 'facts.arrestedAt'), 'refuse 2a missing arrestedAt'],
    ['no offense', without(NAMED, 'facts.offense'), 'refuse 2a missing offense'],
    ['no role', without(NAMED, 'subject.role'), 'refuse 2a missing subject.role'],
    ['no age for a notice', without(NAMED, 'subject.age'), 'refuse 2a missing subject.age'],
    ['no decider', without(NAMED, 'people.decider'), 'refuse 2a missing people.decider'],
    ['a decider without a role', without(NAMED, 'people.decider.role'), 'refuse 2a missing people.decider'],
    ['no facts at all', without(NAMED, 'facts'), 'refuse 2a missing arrestedAt,arrestingAgency,offense'],
    ['an empty agency', withValue(NAMED, 'facts.arrestingAgency', ''), 'refuse 2a missing arrestingAgency'],
    ['an empty offense', withValue(NAMED, 'facts.offense', ''), 'refuse 2a missing offense'],
    [
      'State Police (case 3)',
      withValue(NAMED, 'facts.arrestingAgency', 'MSP'),
      'refuse 2a contradicted arrestingAgency',
    ],
    [
      'the agency in small letters',
      withValue(NAMED, 'facts.arrestingAgency', 'wpd'),
      'refuse 2a contradicted arrestingAgency',
    ],
    [
      'a misdemeanor at home (case 4)',
      withValue(NAMED, 'facts.offense', 'ab-family-household'),
      'refuse 2a contradicted offense',
    ],
    [
      'a felony without violence',
      withValue(NAMED, 'facts.offense', 'larceny-over-1200'),
      'refuse 2a contradicted offense',
    ],
    [
      'an arrest in the future',
      withValue(NAMED, 'facts.arrestedAt', '2026-03-08T01:40:00.1-05:00'),
      'refuse 2a contradicted arrestedAt',
    ],
    ['a suspect', withValue(NAMED, 'subject.role', 'suspect'), 'refuse 2a contradicted subject.role'],
    ['a victim', withValue(NAMED, 'subject.role', 'victim'), 'refuse 2a contradicted subject.role'],
    ['a witness', withValue(NAMED, 'subject.role', 'witness'), 'refuse 2a contradicted subject.role'],
    ['a visitor', withValue(NAMED, 'subject.role', 'visitor'), 'refuse 2a contradicted subject.role'],
    [
      'a clerk who decides',
      withValue(NAMED, 'people.decider.role', 'records-clerk'),
      'refuse 2a contradicted people.decider',
    ],
    [
      'an administrator who decides',
      withValue(NAMED, 'people.decider.role', 'administrator'),
      'refuse 2a contradicted people.decider',
    ],
    ['a minor without the chief', withValue(NAMED, 'subject.age', 17), 'refuse 2a missing people.chief'],
    [
      'a minor and a wrong chief',
      withValue(withValue(NAMED, 'subject.age', 17), 'people.chief', SUPERVISOR),
      'refuse 2a contradicted people.chief',
    ],
    ['another felony, no element', without(OTHER, 'facts.elementOfForce'), 'refuse 2a missing elementOfForce'],
    ['another felony, no co-signer', without(OTHER, 'people.cosigner'), 'refuse 2a missing people.cosigner'],
    ['a short element', withValue(OTHER, 'facts.elementOfForce', 'fist      '), 'refuse 2a missing elementOfForce'],
    [
      'an element without a letter',
      withValue(OTHER, 'facts.elementOfForce', '12345 67890'),
      'refuse 2a missing elementOfForce',
    ],
    [
      'an element that tells status',
      withValue(OTHER, 'facts.elementOfForce', BLOCKED),
      'refuse 2a contradicted elementOfForce',
    ],
    ['a co-signer who decides', withValue(OTHER, 'people.cosigner.id', 'u7'), 'refuse 2a contradicted people.cosigner'],
    [
      'a co-signing officer',
      withValue(OTHER, 'people.cosigner.role', 'booking-officer'),
      'refuse 2a contradicted people.cosigner',
    ],
    ['an attempt, no target', without(AIMED, 'facts.targetOffense'), 'refuse 2a missing targetOffense'],
    [
      'an attempt at larceny',
      withValue(AIMED, 'facts.targetOffense', 'larceny-over-1200'),
      'refuse 2a contradicted targetOffense',
    ],
    [
      'an attempt at a conspiracy',
      withValue(AIMED, 'facts.targetOffense', 'conspiracy-felony'),
      'refuse 2a contradicted targetOffense',
    ],
    [
      'an attempt at a violent misdemeanor',
      withValue(AIMED, 'facts.targetOffense', 'ab-family-household'),
      'refuse 2a contradicted targetOffense',
    ],
    ['an attempt, no element', without(AIMED, 'facts.elementOfForce'), 'refuse 2a missing elementOfForce'],
    ['an attempt, no co-signer', without(AIMED, 'people.cosigner'), 'refuse 2a missing people.cosigner'],
    [
      'an attempt, bare',
      request({ act: 'notify-ice', ground: '2a', facts: { ...ARREST, offense: 'conspiracy-felony' } }),
      'refuse 2a missing elementOfForce,people.cosigner,targetOffense',
    ],
    ['a detention', withValue(NAMED, 'act', 'detain'), 'refuse 2a contradicted ground'],
    ['assistance', withValue(NAMED, 'act', 'assist-operation'), 'refuse 2a contradicted ground'],
    ['no act', without(NAMED, 'act'), 'refuse 2a missing act'],
  ];
  test.each(refusals)('refuses %s and names it', (_, json, expected) => {
    expect(outcome(json)).toBe(expected);
  });

  const openings: readonly (readonly [string, unknown])[] = [
    ['the moment of arrest itself', withValue(NAMED, 'facts.arrestedAt', '2026-03-08T06:40Z')],
    ['another violent felony with element and co-signer', OTHER],
    ['a co-signing chief', withValue(OTHER, 'people.cosigner', CHIEF)],
    ['an attempt at a named felony', AIMED],
    [
      'help to a violent felony',
      withValue(withValue(AIMED, 'facts.offense', 'accessory-before-fact'), 'facts.targetOffense', 'kidnapping'),
    ],
    ['a deciding supervisor', withValue(NAMED, 'people.decider', SUPERVISOR)],
    ['a deciding chief', withValue(NAMED, 'people.decider', CHIEF)],
    ['a minor with the chief', withValue(withValue(NAMED, 'subject.age', 17), 'people.chief', CHIEF)],
    [
      'a minor where the chief decides as well',
      withValue(withValue(withValue(NAMED, 'subject.age', 17), 'people.chief', CHIEF), 'people.decider', CHIEF),
    ],
    ['a question to a minor, without the chief', withValue(withValue(NAMED, 'act', 'ask-status'), 'subject.age', 17)],
    ['a question at an unknown age', without(withValue(NAMED, 'act', 'ask-status'), 'subject.age')],
    ['release in the past', withValue(NAMED, 'custody', { inCustody: false, releasedAt: '2026-03-08T01:00:00-05:00' })],
    ['people who are not needed', withValue(NAMED, 'people.cosigner', OFFICER)],
    ['facts of other grounds', withValue(NAMED, 'facts.targetOffense', 'larceny-over-1200')],
    ['a blocked text that is not used', withValue(NAMED, 'facts.elementOfForce', BLOCKED)],
  ];
  test.each(openings)('opens at %s', (_, json) => {
    expect(outcome(json)).toBe('allow 2a');
  });

  test.each([
    'ask-status',
    'query-immigration-database',
    'record-status',
    'request-travel-document',
    'notify-ice',
    'participate-investigation',
  ])('opens %s by its row of the matrix', (act) => expect(outcome(withValue(NAMED, 'act', act))).toBe('allow 2a'));
});
