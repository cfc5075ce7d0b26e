import { GROUNDS, type Act, type SubjectRole } from '../decision.ts';
import { CHOICES, CHOICE_FACTS, type NamedFact } from '../decide/fact-names.ts';
import type { Condition, When } from './condition.ts';
import type { GroundRule, MatrixRow, Pack } from './pack.ts';
import type { Report } from './shape.ts';

/** Whose records no ground ever opens but legal compulsion: 1(a). */
const PROTECTED: readonly SubjectRole[] = ['victim', 'witness', 'reporting-party', 'visitor'];
const ALWAYS_ASKED: readonly NamedFact[] = ['subject.role', 'subject.age', 'people.decider', 'people.chief'];

/** What a well-formed pack may still get wrong: names that lead nowhere, doors that stand open, days that run backwards. */
export function checkSense(pack: Pack, report: Report): void {
  checkDays(pack, report);
  checkRepeats(pack, report);
  checkMatrix(pack, report);
  for (const fact of ALWAYS_ASKED) checkFact(fact, 'facts', { pack, report });
  pack.grounds.forEach((rule, index) => checkRule({ rule, where: `grounds.${index}`, pack, report }));
}

function checkDays(pack: Pack, report: Report): void {
  if (pack.effectiveUntil !== null && pack.effectiveUntil <= pack.effectiveFrom) {
    report('effectiveUntil', 'must lie after effectiveFrom');
  }
}

function checkRepeats(pack: Pack, report: Report): void {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['interpretation', pack.interpretation.map((entry) => entry.id)],
    ['acts', pack.acts.map((entry) => entry.act)],
    ['facts', pack.facts.map((entry) => entry.fact)],
    ['matrix', pack.matrix.map((entry) => entry.ground)],
    ['grounds', pack.grounds.map((entry) => entry.ground)],
  ];
  for (const [where, ids] of lists) checkRepeat(ids, where, report);
}

function checkRepeat(ids: readonly string[], where: string, report: Report): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index) report(`${where}.${index}`, `repeats ${id}`);
  });
}

function checkMatrix(pack: Pack, report: Report): void {
  pack.matrix.forEach((row, index) => {
    const where = `matrix.${index}`;
    const rule = pack.grounds.find((one) => one.ground === row.ground);
    const before = pack.matrix[index - 1];
    if (rule === undefined) report(where, `has no rule for ${row.ground}`);
    if (before !== undefined && GROUNDS.indexOf(before.ground) >= GROUNDS.indexOf(row.ground)) {
      report(where, 'is out of order: grounds are tried in the order of the policy');
    }
    for (const act of row.acts) {
      if (!pack.acts.some((entry) => entry.act === act))
        report(`${where}.acts`, `opens ${act}, which has no entry in acts`);
      if (opensProtected(row, act, rule?.lifeFirst === true)) {
        report(`${where}.subjects`, `${act} never opens for a victim, witness, reporting party or visitor: 1(a)`);
      }
    }
  });
}

function opensProtected({ subjects, subjectMayBeUnknown }: MatrixRow, act: Act, lifeFirst: boolean): boolean {
  if (act === 'reply-request') return false;
  const byRole = subjects.some((role) => PROTECTED.includes(role));
  const helpAtOnce = lifeFirst && act === 'assist-operation';
  return byRole || (subjectMayBeUnknown && !helpAtOnce);
}

interface RuleCheck {
  readonly rule: GroundRule;
  readonly where: string;
  readonly pack: Pack;
  readonly report: Report;
}

function checkRule({ rule, where, pack, report }: RuleCheck): void {
  if (!pack.matrix.some((row) => row.ground === rule.ground)) report(where, 'has no row in the matrix');
  if (rule.pointer.lines[0] > rule.pointer.lines[1]) report(`${where}.pointer.lines`, 'must run forwards');
  if (!hasFirmCondition(rule.needs) && rule.anyOf.length === 0)
    report(`${where}.needs`, 'asks nothing for sure: it would always open');
  checkRepeat(
    rule.anyOf.map((one) => one.id),
    `${where}.anyOf`,
    report,
  );
  checkConditions(rule.needs, { rule, where: `${where}.needs`, pack, report });
  rule.anyOf.forEach((one, index) => {
    if (!hasFirmCondition(one.needs)) report(`${where}.anyOf.${index}`, 'asks nothing for sure: it would always open');
    checkConditions(one.needs, { rule, where: `${where}.anyOf.${index}.needs`, pack, report });
  });
  rule.duties.forEach((duty, index) =>
    checkWhen(duty.when, { rule, where: `${where}.duties.${index}.when`, pack, report }),
  );
  rule.prompts.forEach((prompt, index) => {
    if (!pack.grounds.some((one) => one.ground === prompt.ground))
      report(`${where}.prompts.${index}`, 'names a ground without a rule');
    checkWhen(prompt.when, { rule, where: `${where}.prompts.${index}.when`, pack, report });
  });
}

function hasFirmCondition(needs: readonly Condition[]): boolean {
  return needs.some((condition) => condition.when === undefined && condition.optional !== true);
}

function checkConditions(needs: readonly Condition[], check: RuleCheck): void {
  needs.forEach((condition, index) => {
    const where = `${check.where}.${index}`;
    checkFact(condition.fact, where, check);
    checkWhen(condition.when, { ...check, where: `${where}.when` });
    if (condition.test === 'offense' && check.rule.offenses === undefined)
      check.report(where, 'needs offenses on its ground');
    if (condition.test === 'is') checkChoice(condition.fact, condition.values, { ...check, where: `${where}.values` });
  });
}

function checkWhen(when: When | undefined, check: RuleCheck): void {
  if (when === undefined) return;
  if ('standing' in when && check.rule.offenses === undefined)
    check.report(check.where, 'needs offenses on its ground');
  if ('is' in when) checkChoice(when.fact, when.is, check);
}

/** A value outside its list would never fit, in silence. */
function checkChoice(fact: string, values: readonly string[], { where, report }: RuleCheck): void {
  const name = CHOICE_FACTS.find((one) => one === fact);
  if (name === undefined) return;
  const known: readonly string[] = CHOICES[name];
  for (const value of values) {
    if (!known.includes(value)) report(where, `names ${value}, which ${fact} cannot be`);
  }
}

function checkFact(fact: NamedFact, where: string, { pack, report }: Pick<RuleCheck, 'pack' | 'report'>): void {
  if (!pack.facts.some((entry) => entry.fact === fact)) report(where, `${fact} has no entry in facts`);
}
