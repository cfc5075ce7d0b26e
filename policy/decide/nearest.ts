// Denials explain themselves: every ground for one act, the nearest first, and what would open the act from there.
import type { Act, Decision, Ground } from '../decision.ts';
import type { GroundRule, MatrixRow, Pack } from '../packs/pack.ts';
import type { Question, TextBlocked } from './finding.ts';
import { judge } from './judge.ts';
import type { DecisionRequest } from './request.ts';
import { weigh, type Weighed } from './weigh.ts';

export interface NearGround {
  readonly ground: Ground;
  readonly title: string;
  readonly cite: string;
  readonly decision: Decision;
  /** False where the ground's row does not open the act at all. */
  readonly opensAct: boolean;
  /** The fewest facts that would open the act from here, by name; empty where it is open or contradicted. */
  readonly shortest: readonly string[];
  /** Of a ground that one of several ways is enough for: each way weighed alone, in the order of the pack. */
  readonly ways: readonly Way[];
}

/** One way to a ground, with the names of what it lacks and of what does not fit it. */
export interface Way {
  readonly id: string;
  readonly missing: readonly string[];
  readonly contradicted: readonly string[];
}

type Asked = DecisionRequest & { readonly act: Act };

/** The grounds of the pack for one act: those that open it, then the nearest, then those that never do. */
export function nearestGrounds(request: Asked, pack: Pack, blocked: TextBlocked): readonly NearGround[] {
  const found = pack.grounds.map((rule) => nearGround({ request, pack, rule, blocked }, request.act));
  return found.toSorted((one, other) => distance(one) - distance(other));
}

function nearGround(question: Question, act: Act): NearGround {
  const { rule, pack, request, blocked } = question;
  const decision = judge({ ...request, ground: rule.ground }, pack, blocked);
  const row = pack.matrix.find((one) => one.ground === rule.ground && one.acts.includes(act));
  const { ground, title, cite } = rule;
  const told = { ground, title, cite, decision };
  if (row === undefined) return { ...told, opensAct: false, shortest: [], ways: [] };
  const settled = decision.decision === 'allow' || decision.contradicted.includes('ground');
  const shortest = settled ? [] : shortestOf(question, row, act);
  return { ...told, opensAct: true, shortest, ways: weighedWays(question, row, act) };
}

function weighedWays(question: Question, row: MatrixRow, act: Act): readonly Way[] {
  return question.rule.anyOf.map((alternative) => {
    const alone = { ...question, rule: { ...question.rule, anyOf: [alternative] } };
    const { missing, contradicted } = weigh(alone, row, act);
    return { id: alternative.id, missing, contradicted };
  });
}

const CLOSED = 10_000;
const CONTRADICTED = 1_000;

/** Open, then nothing contradicted, then the fewest names; the order of the pack decides between equals. */
function distance({ decision, opensAct, shortest }: NearGround): number {
  if (!opensAct) return CLOSED;
  if (decision.decision === 'allow') return 0;
  return shortest.length > 0 ? shortest.length : CONTRADICTED + decision.missing.length + decision.contradicted.length;
}

/** One alternative is enough: each is weighed alone, and the shortest that nothing contradicts is told. */
function shortestOf(question: Question, row: MatrixRow, act: Act): readonly string[] {
  const ways = waysOf(question.rule).map((rule): Weighed => weigh({ ...question, rule }, row, act));
  const clear = ways.filter((way) => way.contradicted.length === 0);
  const [first] = clear.toSorted((one, other) => one.missing.length - other.missing.length);
  return first === undefined ? [] : first.missing;
}

function waysOf(rule: GroundRule): readonly GroundRule[] {
  return rule.anyOf.length === 0 ? [rule] : rule.anyOf.map((alternative) => ({ ...rule, anyOf: [alternative] }));
}
