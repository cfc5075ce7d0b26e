import type { Act } from '../decision.ts';
import type { Alternative, GroundRule, MatrixRow } from '../packs/pack.ts';
import type { Condition } from '../packs/condition.ts';
import { findingOf } from './condition-tests.ts';
import type { Finding, Question } from './finding.ts';
import { counts } from './when.ts';

/** One ground held against one request. */
export interface Weighed {
  readonly rule: GroundRule;
  readonly opens: boolean;
  /** Names of what is not there. */
  readonly missing: readonly string[];
  /** Names of what is there and does not fit. */
  readonly contradicted: readonly string[];
}

interface Tally {
  readonly missing: string[];
  readonly unfit: string[];
  /** How many facts are there, fitting or not. */
  there: number;
}

const HARD_TIMES: ReadonlySet<string> = new Set(['past', 'within']);

/** Weighs a ground whose row opens the act: role, age, decider, then the ground's own facts in the order of the pack. */
export function weigh(question: Question, row: MatrixRow, act: Act): Weighed {
  const { rule } = question;
  const tally: Tally = { missing: [], unfit: [], there: 0 };
  note(tally, 'subject.role', roleFinding(question, row));
  weighAge(tally, question, act);
  note(tally, 'people.decider', deciderFinding(question));
  for (const condition of rule.needs) weighCondition(tally, condition, question);
  weighAlternatives(tally, rule.anyOf, question);
  const opens = tally.unfit.length === 0 && (rule.lifeFirst || tally.missing.length === 0);
  return { rule, opens, missing: tally.missing, contradicted: tally.unfit };
}

/** Whether the ground's own facts hold, whoever decides and whoever the subject is. */
export function factsHold(question: Question): boolean {
  return question.rule.needs.every(
    (condition) => !counts(condition.when, question) || findingOf(condition, question) === 'fits',
  );
}

function note(tally: Tally, name: string, finding: Finding): void {
  if (finding !== 'missing') tally.there += 1;
  if (finding === 'fits') return;
  const names = finding === 'missing' ? tally.missing : tally.unfit;
  if (!names.includes(name)) names.push(name);
}

function weighCondition(tally: Tally, condition: Condition, question: Question): void {
  if (!counts(condition.when, question)) return;
  const finding = findingOf(condition, question);
  if (finding === 'missing' && condition.optional === true) return;
  const soft = finding === 'unfit' && question.rule.lifeFirst && !HARD_TIMES.has(condition.test);
  note(tally, condition.fact, soft ? 'missing' : finding);
}

/** One alternative that holds is enough; where none does, the one with more of its facts there is named. */
function weighAlternatives(tally: Tally, alternatives: readonly Alternative[], question: Question): void {
  let nearest: Tally | undefined;
  for (const alternative of alternatives) {
    const own: Tally = { missing: [], unfit: [], there: 0 };
    for (const condition of alternative.needs) weighCondition(own, condition, question);
    if (own.missing.length === 0 && own.unfit.length === 0) return;
    if (nearest === undefined || own.there > nearest.there) nearest = own;
  }
  if (nearest === undefined) return;
  tally.missing.push(...nearest.missing);
  tally.unfit.push(...nearest.unfit);
}

function roleFinding({ request }: Question, row: MatrixRow): Finding {
  const { role } = request.subject;
  if (role === undefined) return row.subjectMayBeUnknown ? 'fits' : 'missing';
  return row.subjects.includes(role) ? 'fits' : 'unfit';
}

function deciderFinding({ request, pack }: Question): Finding {
  const { decider } = request.people;
  if (decider === undefined) return 'missing';
  return pack.people.decider.includes(decider.role) ? 'fits' : 'unfit';
}

/** Notifying about a minor is the chief's decision as well; an age that is not known may be a minor's. */
function weighAge(tally: Tally, question: Question, act: Act): void {
  const { minors } = question.pack;
  const { age } = question.request.subject;
  if (!minors.acts.includes(act)) return;
  if (age === undefined) note(tally, 'subject.age', 'missing');
  else if (age < minors.under) note(tally, 'people.chief', chiefFinding(question));
}

function chiefFinding({ request, pack }: Question): Finding {
  const { chief } = request.people;
  if (chief === undefined) return 'missing';
  return pack.people.chief.includes(chief.role) ? 'fits' : 'unfit';
}
