// The pack once more in another language, judged by another engine. For development only: nothing of Cedar ships.
import { preparsePolicySet, preparseSchema, statefulIsAuthorized, validate } from '@cedar-policy/cedar-wasm/nodejs';
import { describe, expect, test } from 'vitest';
import { ACTS, GROUNDS, SUBJECT_ROLES, type Ground } from '../../../policy/decision.ts';
import type { DecisionRequest } from '../../../policy/decide/request.ts';
import type { Pack } from '../../../policy/packs/pack.ts';
import { CHIEF, OFFICER, PACK, SUPERVISOR, withValue, type Json } from '../decide/case.ts';
import { judged, readOf, slotsOf, type Slot } from '../proof/worlds.ts';
import { contextOf } from './context.ts';
import { cedarPolicies } from './policies.ts';
import { CEDAR_SCHEMA } from './schema.ts';

const REQUESTS = 40_000;

/** Numbers below a bound, the same ones in every run (Numerical Recipes' generator). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

type Roll = ReturnType<typeof dice>;

function pick<T>(roll: Roll, from: readonly T[], otherwise: T): T {
  return from[roll(from.length)] ?? otherwise;
}

/** A value for a slot: mostly one that fits, for chance alone would hardly ever open a ground. */
function valueFor({ options }: Slot, roll: Roll): unknown {
  const fits = options.filter(({ finding }) => finding === 'fits');
  return pick(roll, roll(100) < 88 ? fits : options, options[0])?.value ?? null;
}

function anyRequest(roll: Roll, slots: ReadonlyMap<Ground, readonly Slot[]>): Json {
  const aim = pick(roll, GROUNDS, '2a');
  const others = [...slots].flatMap(([ground, its]) => (ground !== aim && roll(12) === 0 ? its : []));
  const acts = PACK.matrix.find(({ ground }) => ground === aim)?.acts ?? ACTS;
  const base: Json = {
    id: 'c',
    at: '2026-03-08T01:40:00-05:00',
    act: pick(roll, roll(5) === 0 ? ACTS : acts, 'detain'),
    ground: pick(roll, [aim, aim, null, pick(roll, GROUNDS, aim)], null),
    subject: {
      role: pick(
        roll,
        ['arrestee', 'arrestee', 'arrestee', 'suspect', pick(roll, SUBJECT_ROLES, 'victim'), null],
        null,
      ),
      age: pick(roll, [31, 31, 18, 17, 20, null], null),
    },
    people: {
      decider: pick(roll, [OFFICER, OFFICER, SUPERVISOR, CHIEF, { id: 'u3', role: 'records-clerk' }, null], null),
      cosigner: pick(roll, [SUPERVISOR, CHIEF, null], null),
      chief: pick(roll, [CHIEF, null, SUPERVISOR], null),
    },
  };
  return [...others, ...(slots.get(aim) ?? [])].reduce(
    (json, slot) => withValue(json, slot.path, valueFor(slot, roll)),
    base,
  );
}

/** The ground that Cedar's answer rests on: of the policies that permit, the first in the order of the policy. */
function askCedar(name: string, request: DecisionRequest): Ground | null {
  const answer = statefulIsAuthorized({
    principal: { type: 'Officer', id: 'o' },
    action: { type: 'Action', id: request.act ?? '' },
    resource: { type: 'Subject', id: 's' },
    context: contextOf(request),
    preparsedSchemaName: 'known',
    validateRequest: true,
    preparsedPolicySetId: name,
    entities: [],
  });
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('\n'));
  // A policy that stops on a fault is skipped: that would be an answer by luck.
  if (answer.response.diagnostics.errors.length > 0) throw new Error('a policy stopped on a fault');
  const reasons = answer.response.diagnostics.reason.map((id) => id.split('#')[0]);
  return GROUNDS.find((ground) => reasons.includes(ground)) ?? null;
}

function prepare(name: string, pack: Pack): void {
  const policies = { staticPolicies: { ...cedarPolicies(pack) } };
  expect(preparseSchema('known', CEDAR_SCHEMA)).toEqual({ type: 'success' });
  expect(preparsePolicySet(name, policies)).toEqual({ type: 'success' });
  const checked = validate({ schema: CEDAR_SCHEMA, policies });
  expect(checked).toMatchObject({ type: 'success', validationErrors: [] });
}

function compare(name: string, requests: number): { readonly allowed: number; readonly mismatches: readonly string[] } {
  const roll = dice(20_261_125);
  const slots = new Map(PACK.grounds.map((rule) => [rule.ground, slotsOf(rule)] as const));
  const mismatches: string[] = [];
  let allowed = 0;
  for (let at = 0; at < requests; at += 1) {
    const json = anyRequest(roll, slots);
    const request = readOf(json, PACK);
    const { decision, ground = null } = judged(request, PACK);
    const ours = decision === 'allow' ? ground : null;
    if (ours !== null) allowed += 1;
    const theirs = askCedar(name, request);
    if (ours !== theirs)
      mismatches.push(`${ours ?? 'refuse'} here, ${theirs ?? 'refuse'} there: ${JSON.stringify(json)}`);
  }
  return { allowed, mismatches };
}

describe('the pack as Cedar policies', () => {
  test('answers every random request alike, in decision and in ground', () => {
    prepare('pack', PACK);
    const { allowed, mismatches } = compare('pack', REQUESTS);
    expect(mismatches.slice(0, 3)).toEqual([]);
    expect(allowed).toBeGreaterThan(REQUESTS / 10);
    expect(allowed).toBeLessThan((REQUESTS * 9) / 10);
  }, 300_000);

  test('is found to differ where one condition was left out of the export', () => {
    const grounds = PACK.grounds.map((rule) => ({
      ...rule,
      needs: rule.needs.filter(({ fact }) => fact !== 'arrestingAgency'),
    }));
    prepare('spoiled', { ...PACK, grounds });
    expect(compare('spoiled', 4_000).mismatches.length).toBeGreaterThan(0);
  }, 120_000);
});
