import type { Act } from '../decision.ts';
import type { GroundRule, Pack } from '../packs/pack.ts';
import type { Weighed } from './weigh.ts';

/** The sentence of an act that opens: it permits, it never asks for the act. */
export function whyAllowed({ rule, missing }: Weighed, act: Act, pack: Pack): string {
  const later = missing.length === 0 ? '' : '; what is still missing may be told afterwards';
  return `${rule.cite} permits ${actLabel(act, pack)} and does not ask for it: ${rule.because}${later}.`;
}

/** The sentence of a ground that does not hold: names, never what was said. */
export function whyRefused({ rule, missing, contradicted }: Weighed, pack: Pack): string {
  const unfit = contradicted.map((name) => factName(name, pack));
  const absent = missing.map((name) => factName(name, pack));
  const parts = [
    unfit.length === 0 ? '' : `${list(unfit)} ${unfit.length === 1 ? 'does' : 'do'} not fit`,
    absent.length === 0 ? '' : `${list(absent)} ${absent.length === 1 ? 'is' : 'are'} missing`,
  ];
  return `${rule.cite} does not hold: ${parts.filter((part) => part !== '').join(', and ')}.`;
}

export function whyClosed(rule: GroundRule, act: Act, pack: Pack): string {
  return `${rule.cite} does not open ${actLabel(act, pack)}, whatever the facts are.`;
}

export function whyNoAct(rule: GroundRule | undefined): string {
  return `${rule === undefined ? 'The policy' : rule.cite} opens each act on its own: say which act is meant.`;
}

export function whyNotInForce(pack: Pack): string {
  return `The policy pack ${pack.id} is not in force on that day, so no clause of it opens anything.`;
}

export function whyNoGround(act: Act, pack: Pack): string {
  return `No clause of the policy pack in force opens ${actLabel(act, pack)}.`;
}

function actLabel(act: Act, pack: Pack): string {
  return pack.acts.find((entry) => entry.act === act)?.label ?? act;
}

function factName(fact: string, pack: Pack): string {
  return pack.facts.find((entry) => entry.fact === fact)?.name ?? fact;
}

function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.slice(-1).join('')}`;
}
