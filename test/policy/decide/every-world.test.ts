import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../../policy/packs/pack.ts';
import { BLOCKED, CHIEF, OFFICER, PACK, SUPERVISOR, decided, request, type Json } from './case.ts';
import { VALUES, expected, type World } from './oracle-2a.ts';

const OFFENSES = {
  named: 'armed-robbery',
  violent: 'kidnapping',
  misdemeanor: 'ab-family-household',
  other: 'larceny-over-1200',
  aimed: 'conspiracy-felony',
} as const;
const PEOPLE = {
  officer: OFFICER,
  clerk: { id: 'u7', role: 'records-clerk' },
  supervisor: SUPERVISOR,
  same: { id: 'u7', role: 'supervisor' },
  chief: CHIEF,
} as const;
const ELEMENTS = { said: 'Held a knife to the throat of the clerk.', short: 'a knife', blocked: BLOCKED } as const;
const TIMES = { now: '2026-03-08T01:40:00-05:00', later: '2026-03-08T01:40:01-05:00' } as const;

function pick<K extends string>(table: Readonly<Record<K, unknown>>, key: K | undefined): unknown {
  return key === undefined ? null : table[key];
}

function requestIn(world: World): Json {
  const { act, role, age, decider, cosigner, chief, agency, arrested, offense, target, element } = world;
  return request({
    act,
    ground: '2a',
    subject: { role, age },
    people: { decider: pick(PEOPLE, decider), cosigner: pick(PEOPLE, cosigner), chief: pick(PEOPLE, chief) },
    facts: {
      arrestingAgency: agency,
      arrestedAt: pick(TIMES, arrested),
      offense: pick(OFFENSES, offense),
      targetOffense: pick(OFFENSES, target),
      elementOfForce: pick(ELEMENTS, element),
    },
  });
}

/** Null where the evaluator and the oracle agree. */
function difference(world: World, pack: Pack = PACK): string | null {
  const decision = decided(requestIn(world), pack);
  const wanted = expected(world);
  const is = [decision.decision, [...decision.missing].sort(), [...decision.contradicted].sort()];
  const opens = wanted.missing.length + wanted.contradicted.length === 0;
  const should = [opens ? 'allow' : 'refuse', [...wanted.missing].sort(), [...wanted.contradicted].sort()];
  return JSON.stringify(is) === JSON.stringify(should)
    ? null
    : `${JSON.stringify(world)}: ${JSON.stringify({ is, should })}`;
}

/** Every combination of these values; the rest of the world stays as it is. */
function everyWorld(keys: readonly (keyof World)[], start: World): readonly World[] {
  let worlds: readonly World[] = [start];
  for (const key of keys) worlds = worlds.flatMap((world) => VALUES[key].map((value) => ({ ...world, [key]: value })));
  return worlds;
}

const GOOD: World = {
  act: 'notify-ice',
  role: 'arrestee',
  age: 18,
  decider: 'officer',
  cosigner: 'supervisor',
  chief: 'chief',
  agency: 'WPD',
  arrested: 'now',
  offense: 'aimed',
  target: 'named',
  element: 'said',
};
const CIRCUMSTANCES = ['act', 'role', 'age', 'decider', 'cosigner', 'chief'] as const;
const FACTS = ['agency', 'arrested', 'offense', 'target', 'element', 'cosigner', 'decider'] as const;

const anyWorld: fc.Arbitrary<World> = fc.record({
  act: fc.constantFrom(...VALUES.act),
  role: fc.constantFrom(...VALUES.role),
  age: fc.constantFrom(...VALUES.age),
  decider: fc.constantFrom(...VALUES.decider),
  cosigner: fc.constantFrom(...VALUES.cosigner),
  chief: fc.constantFrom(...VALUES.chief),
  agency: fc.constantFrom(...VALUES.agency),
  arrested: fc.constantFrom(...VALUES.arrested),
  offense: fc.constantFrom(...VALUES.offense),
  target: fc.constantFrom(...VALUES.target),
  element: fc.constantFrom(...VALUES.element),
});

describe('the whole space of ground 2(a)', () => {
  test('agrees with the oracle on every combination of facts and people', () => {
    const worlds = everyWorld(FACTS, GOOD);
    expect(worlds.length).toBe(3 * 3 * 6 * 5 * 4 * 4 * 3);
    expect(worlds.map((world) => difference(world)).filter((one) => one !== null)).toEqual([]);
  });

  test('agrees with the oracle on every combination of act, role, age and people', () => {
    const worlds = everyWorld(CIRCUMSTANCES, GOOD);
    expect(worlds.length).toBe(4 * 3 * 3 * 3 * 4 * 3);
    expect(worlds.map((world) => difference(world)).filter((one) => one !== null)).toEqual([]);
  });

  test('agrees with the oracle on any combination of all of them', () => {
    fc.assert(
      fc.property(anyWorld, (world) => difference(world) === null),
      { numRuns: 20_000 },
    );
  });

  test('finds a planted fault: a pack whose 2(a) forgets the agency', () => {
    const forgetful = {
      ...PACK,
      grounds: PACK.grounds.map((rule) => ({
        ...rule,
        needs: rule.needs.filter(({ fact }) => fact !== 'arrestingAgency'),
      })),
    };
    const worlds = everyWorld(['agency'], GOOD);
    expect(worlds.map((world) => difference(world, forgetful)).filter((one) => one !== null)).toHaveLength(2);
  });
});
