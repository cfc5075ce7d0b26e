import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTS } from '../../../policy/decision.ts';
import { loadPack } from '../../../policy/packs/load-pack.ts';
import type { GroundRule, Pack } from '../../../policy/packs/pack.ts';
import { PACK, without } from '../decide/case.ts';
import exampleton from '../packs/exampleton-2026.json' with { type: 'json' };
import { isOpen, leaksOf, openedByUnknown, ROLES, standings, unnamed } from './search.ts';
import { fullWorld, jsonOf, judged, readOf, slotsOf } from './worlds.ts';

function exampletonPack(): Pack {
  const loaded = loadPack({ ...exampleton, effectiveFrom: '2026-01-01' });
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  return loaded.pack;
}

/** Seconds on a free machine; minutes where others use it as well. */
const SLOW = 300_000;

const PACKS: readonly (readonly [string, Pack])[] = [
  ['westborough-2015', PACK],
  ['exampleton-2026', exampletonPack()],
];

const rulesOf = (pack: Pack): readonly (readonly [string, GroundRule])[] =>
  pack.grounds.map((rule) => [rule.ground, rule] as const);

describe.each(PACKS)('%s, over every combination of what its conditions may find', { timeout: SLOW }, (_, pack) => {
  test.each(rulesOf(pack))('%s opens nothing that the matrix closes', (_ground, rule) => {
    expect(leaksOf(rule, pack)).toEqual([]);
  });

  test.each(rulesOf(pack))('%s can be reached, by each of its ways, for each of its acts', (_ground, rule) => {
    const slots = slotsOf(rule);
    const ways = rule.anyOf.length === 0 ? [null] : rule.anyOf.map(({ id }) => id);
    for (const way of ways) {
      for (const world of standings(slots, fullWorld(slots, way))) {
        const read = readOf(jsonOf(slots, world), pack);
        for (const act of pack.matrix.find(({ ground }) => ground === rule.ground)?.acts ?? []) {
          expect([way, act, judged({ ...read, act, ground: rule.ground }, pack).decision]).toEqual([way, act, 'allow']);
        }
      }
    }
  });

  test.each(rulesOf(pack))('%s is not opened by what is not known (B11)', (_ground, rule) => {
    // Life first: an hour that would refuse 3(b)(i), once it is not told, no longer does; that is what the clause is for.
    const except = rule.lifeFirst ? ['requestedAt', 'neededAt', 'clearedAt'] : [];
    expect(openedByUnknown(rule, pack).filter((fact) => !except.includes(fact))).toEqual([]);
  });

  test.each(rulesOf(pack))('%s names each fact that is taken from its full case (M4)', (_ground, rule) => {
    expect(unnamed(rule, pack)).toEqual([]);
  });

  test('facts of several grounds together open nothing that the matrix closes, and unknown ones open nothing', () => {
    const grounds = pack.grounds.map((rule) => slotsOf(rule));
    const mixed = fc.tuple(
      ...grounds.map((slots) => fc.tuple(...slots.map(({ options }) => fc.nat(options.length - 1)))),
    );
    const all = grounds.flat();
    const asked = fc.record({
      worlds: mixed,
      act: fc.constantFrom(...ACTS),
      role: fc.constantFrom(...ROLES),
      drop: fc.nat(all.length - 1),
    });
    fc.assert(
      fc.property(asked, ({ worlds, act, role, drop }) => {
        const json = jsonOf(all, worlds.flat());
        const question = { act, ground: undefined, subject: { role, age: 31 } };
        const before = judged({ ...readOf(json, pack), ...question }, pack);
        if (before.decision === 'allow') return isOpen(pack.matrix, { ground: before.ground, act, role });
        const less = readOf(without(json, all[drop]?.path ?? ''), pack);
        return judged({ ...less, ...question }, pack).decision === 'refuse';
      }),
      { numRuns: 3_000 },
    );
  });
});
