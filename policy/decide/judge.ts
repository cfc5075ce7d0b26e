import type { Act, Decision, Ground } from '../decision.ts';
import type { GroundRule, MatrixRow, Pack } from '../packs/pack.ts';
import { dutiesOf, type Due } from './duties.ts';
import type { Question, TextBlocked } from './finding.ts';
import { isInForce } from './in-force.ts';
import type { DecisionRequest } from './request.ts';
import { weigh, type Weighed } from './weigh.ts';
import { counts } from './when.ts';
import { whyAllowed, whyClosed, whyNoAct, whyNoGround, whyNotInForce, whyRefused } from './why.ts';

/** What every answer is made from. */
type Case = Omit<Question, 'rule'>;

const GROUND_ALONE = ['ground'] as const;
const ACT_ALONE = ['act'] as const;
const NOTHING: readonly never[] = [];

/**
 * Judges one request against one pack (`command-line.md` section 1). `blocked` is the free-text screen.
 * What is not known opens nothing, nor does anything outside the matrix.
 */
export function judge(request: DecisionRequest, pack: Pack, blocked: TextBlocked): Decision {
  const question: Case = { request, pack, blocked };
  const { act, ground } = request;
  if (act === undefined) return refuseWithoutAct(question);
  if (!isInForce(pack, request.at)) return refuseGround(question, ground, whyNotInForce(pack));
  return ground === undefined ? judgeAll(question, act) : judgeNamed(question, act, ground);
}

/** Every ground that may open the act without being named, weighed; for "other grounds" beside an answer. */
function weighAll(question: Case, act: Act): readonly Weighed[] {
  const weighed: Weighed[] = [];
  for (const row of question.pack.matrix) {
    const rule = row.onlyByName || !row.acts.includes(act) ? undefined : ruleOf(row.ground, question.pack);
    if (rule !== undefined) weighed.push(weigh({ ...question, rule }, row, act));
  }
  return weighed;
}

function judgeNamed(question: Case, act: Act, ground: Ground): Decision {
  const rule = ruleOf(ground, question.pack);
  const row = rowOf(ground, question.pack);
  if (rule === undefined || row === undefined) {
    return refuseGround(question, ground, whyNoGround(act, question.pack));
  }
  if (!row.acts.includes(act)) return refuseGround(question, ground, whyClosed(rule, act, question.pack));
  return answer(question, act, weigh({ ...question, rule }, row, act));
}

/** The first ground that opens the act answers; where none does, the one nearest to holding. */
function judgeAll(question: Case, act: Act): Decision {
  const weighed = weighAll(question, act);
  const best = weighed.find((one) => one.opens) ?? nearest(weighed);
  if (best === undefined) return refuseGround(question, undefined, whyNoGround(act, question.pack));
  return answer(question, act, best);
}

/** Nothing contradicted comes first, then the fewest names, then the order of the pack. */
function nearest(weighed: readonly Weighed[]): Weighed | undefined {
  let best = weighed[0];
  for (const one of weighed) {
    if (best !== undefined && distance(one) < distance(best)) best = one;
  }
  return best;
}

function distance({ missing, contradicted }: Weighed): number {
  return (contradicted.length > 0 ? 1000 : 0) + missing.length + contradicted.length;
}

function answer(question: Case, act: Act, weighed: Weighed): Decision {
  const { rule, missing, contradicted } = weighed;
  const { pack, request } = question;
  if (!weighed.opens) {
    return refuse(question, { ground: rule.ground, missing, contradicted, why: whyRefused(weighed, pack) });
  }
  return {
    id: request.id,
    decision: 'allow',
    ground: rule.ground,
    cite: rule.cite,
    missing,
    contradicted,
    due: dutiesOf(question, weighed),
    prompts: promptsOf(question, rule),
    why: whyAllowed(weighed, act, pack),
  };
}

function promptsOf(question: Case, rule: GroundRule): readonly Ground[] {
  if (rule.prompts.length === 0) return NOTHING;
  return rule.prompts.filter((prompt) => counts(prompt.when, { ...question, rule })).map((prompt) => prompt.ground);
}

/** An act that is not told opens nothing; the JTTF clock of 2(c) runs all the same, so 2(c) answers. */
function refuseWithoutAct(question: Case): Decision {
  const rule = ruleOf(question.request.ground ?? '2c', question.pack);
  const ground = rule === undefined ? {} : { ground: rule.ground };
  return refuse(question, { ...ground, missing: ACT_ALONE, why: whyNoAct(rule) });
}

interface Refused {
  readonly ground?: Ground;
  readonly missing?: readonly string[];
  readonly contradicted?: readonly string[];
  readonly why: string;
}

/** A ground that was named is answered by name, also where nothing of it can hold: closed for the act, or no pack in force. */
function refuseGround(question: Case, ground: Ground | undefined, why: string): Decision {
  const named = ground === undefined ? {} : { ground };
  return refuse(question, { ...named, contradicted: GROUND_ALONE, why });
}

function refuse(question: Case, { ground, missing = NOTHING, contradicted = NOTHING, why }: Refused): Decision {
  const due: readonly Due[] = dutiesOf(question, undefined);
  const { id } = question.request;
  if (ground === undefined) return { id, decision: 'refuse', missing, contradicted, due, prompts: NOTHING, why };
  return { id, decision: 'refuse', ground, missing, contradicted, due, prompts: NOTHING, why };
}

function ruleOf(ground: Ground, pack: Pack): GroundRule | undefined {
  return pack.grounds.find((rule) => rule.ground === ground);
}

function rowOf(ground: Ground, pack: Pack): MatrixRow | undefined {
  return pack.matrix.find((row) => row.ground === ground);
}
