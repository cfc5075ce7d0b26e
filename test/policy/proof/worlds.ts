import type { Act, Decision, Ground } from '../../../policy/decision.ts';
import { judge } from '../../../policy/decide/judge.ts';
import { readRequest } from '../../../policy/decide/read-request.ts';
import type { DecisionRequest } from '../../../policy/decide/request.ts';
import { findOffense } from '../../../policy/offenses/catalogue.ts';
import type { Condition } from '../../../policy/packs/condition.ts';
import type { GroundRule, Pack } from '../../../policy/packs/pack.ts';
import { OFFICER, request, withValue, type Json } from '../decide/case.ts';
import { valuesOf } from './values.ts';

/** What one condition of a ground may find. */
export interface Option {
  readonly finding: 'fits' | 'unfit' | 'missing';
  readonly value: unknown;
}

/** One condition of a ground, where its fact stands in a request, and what may be found there. */
export interface Slot {
  readonly condition: Condition;
  readonly path: string;
  /** Id of the alternative it belongs to; null where it is always needed. */
  readonly alternative: string | null;
  readonly options: readonly Option[];
}

/** One option for each slot of a ground, by its position. */
export type World = readonly number[];

function slotOf(condition: Condition, rule: GroundRule, alternative: string | null): Slot {
  const { fits, unfit } = valuesOf(condition, rule.offenses);
  const path = condition.fact.includes('.') ? condition.fact : `facts.${condition.fact}`;
  const options: readonly Option[] = [
    ...fits.map((value) => ({ finding: 'fits', value }) as const),
    ...unfit.map((value) => ({ finding: 'unfit', value }) as const),
    { finding: 'missing', value: null },
  ];
  return { condition, path, alternative, options };
}

/** Every condition of a ground, made from the pack. */
export function slotsOf(rule: GroundRule): readonly Slot[] {
  const always = rule.needs.map((condition) => slotOf(condition, rule, null));
  const either = rule.anyOf.flatMap(({ id, needs }) => needs.map((condition) => slotOf(condition, rule, id)));
  return [...always, ...either];
}

/** All combinations of what every condition may find. */
export function everyWorld(slots: readonly Slot[]): readonly World[] {
  let worlds: readonly World[] = [[]];
  for (const { options } of slots) worlds = worlds.flatMap((world) => options.map((_, at) => [...world, at]));
  return worlds;
}

/** An adult, an officer who decides, the chief at hand; and the facts of the world. */
export function jsonOf(slots: readonly Slot[], world: World): Json {
  const base = request({ subject: { role: 'arrestee', age: 31 }, people: { decider: OFFICER } });
  return slots.reduce((json, { path, options }, at) => withValue(json, path, options[world[at] ?? 0]?.value), base);
}

export function readOf(json: unknown, pack: Pack): DecisionRequest {
  const read = readRequest(json, { findOffense, pack });
  if (!read.ok) throw new Error(`a world cannot be read: ${read.error}`);
  return read.request;
}

export function judged(given: DecisionRequest, pack: Pack): Decision {
  return judge(given, pack, (text) => text.includes('BLOCKED'));
}

/** The first act that a ground opens. */
export function actOf(ground: Ground, pack: Pack): Act {
  const act = pack.matrix.find((row) => row.ground === ground)?.acts[0];
  if (act === undefined) throw new Error(`${ground} has no row`);
  return act;
}

/** The world in which everything fits, by this alternative alone where the ground has alternatives. */
export function fullWorld(slots: readonly Slot[], alternative: string | null): World {
  return slots.map(({ alternative: own, options }) =>
    own === null || own === alternative ? 0 : options.findIndex(({ finding }) => finding === 'missing'),
  );
}
