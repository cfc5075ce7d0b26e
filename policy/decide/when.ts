import type { When } from '../packs/condition.ts';
import type { Question } from './finding.ts';
import { standingOf } from './offense-standing.ts';

/** Whether a condition, duty or prompt counts here. What is not known does not make it count. */
export function counts(when: When | undefined, question: Question): boolean {
  if (when === undefined) return true;
  const { facts } = question.request;
  if ('is' in when) return includes(when.is, facts.words[when.fact]);
  if ('kind' in when) return includes(when.kind, facts.objects.instrument?.kind);
  const offense = facts.offenses[when.fact];
  const reading = question.rule.offenses;
  return offense !== undefined && reading !== undefined && includes(when.standing, standingOf(offense, reading));
}

function includes(list: readonly string[], value: string | undefined): boolean {
  return value !== undefined && list.includes(value);
}
