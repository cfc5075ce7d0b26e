import type { Condition, TestKind } from '../../policy/packs/condition.ts';
import type { GroundRule, Pack } from '../../policy/packs/pack.ts';
import { words } from '../words/words.ts';

const optionWords: Readonly<Record<string, string>> = words.ground.options;

function sentenceOf<K extends TestKind>(condition: Condition<K>, pack: Pack): string {
  const entry = (fact: string) => pack.facts.find((one) => one.fact === fact);
  const labels = entry(condition.fact)?.options ?? [];
  const option = (value: string): string =>
    value === pack.agency.code
      ? words.ground.ourAgency
      : (labels.find((one) => one.value === value)?.label ?? optionWords[value] ?? value);
  const say: (condition: Condition<K>, of: { option: typeof option; fact: (name: string) => string }) => string =
    words.ground.needs[condition.test];
  return say(condition, { option, fact: (fact) => entry(fact)?.name ?? fact });
}

/** What a ground asks of a fact, a sentence for each of its conditions. */
export function needsOf(rule: GroundRule, fact: string, pack: Pack): readonly string[] {
  const conditions = [...rule.needs, ...rule.anyOf.flatMap((way) => way.needs)];
  const own = conditions.filter((condition) => condition.fact === fact);
  return [...new Set(own.map((condition) => sentenceOf(condition, pack)))];
}
