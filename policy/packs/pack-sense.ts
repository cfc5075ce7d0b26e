import { GROUNDS, type Act, type SubjectRole } from '../decision.ts';
import { CHOICES, CHOICE_FACTS, type NamedFact } from '../decide/fact-names.ts';
import type { Condition, When } from './condition.ts';
import { checkLists, noRepeat } from './pack-lists.ts';
import type { GroundRule, MatrixRow, Pack } from './pack.ts';
import type { Report } from './shape.ts';

/** Whose records no ground ever opens but legal compulsion: 1(a). */
const PROTECTED: readonly SubjectRole[] = ['victim', 'witness', 'reporting-party', 'visitor'];
const ALWAYS_ASKED: readonly NamedFact[] = ['subject.role', 'subject.age', 'people.decider', 'people.chief'];

/** What a well-formed pack may still get wrong: names that lead nowhere, doors that stand open, days that run backwards. */
export function checkSense(pack: Pack, report: Report): void {
  checkDays(pack, report);
  checkRepeats(pack, report);
  checkLists(pack, report);
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
  for (const [where, ids] of lists) noRepeat(ids, where, report);
}

function checkMatrix(pack: Pack, report: Report): void {
  pack.matrix.forEach((row, index) => {
    const before = pack.matrix[index - 1];
    if (before !== undefined && GROUNDS.indexOf(before.ground) >= GROUNDS.indexOf(row.ground)) {
      report(`matrix.${index}`, 'is out of order: grounds are tried in the order of the policy');
    }
    checkRow(row, `matrix.${index}`, { pack, report });
  });
}

function checkRow(row: MatrixRow, where: string, { pack, report }: Pick<RuleCheck, 'pack' | 'report'>): void {
  const rule = pack.grounds.find((one) => one.ground === row.ground);
  if (rule === undefined) report(where, `has no rule for ${row.ground}`);
  if (rule?.lifeFirst === true) checkLifeFirst(row, `grounds.${pack.grounds.indexOf(rule)}.lifeFirst`, report);
  for (const act of row.acts) {
    if (!pack.acts.some((entry) => entry.act === act))
      report(`${where}.acts`, `opens ${act}, which has no entry in acts`);
    if (opensProtected(row, act, rule?.lifeFirst === true)) {
      report(`${where}.subjects`, `${act} never opens for a victim, witness, reporting party or visitor: 1(a)`);
    }
  }
}

/** What opens before its facts are told is help to officers in danger, and nothing slides into it: 3(b)(i). */
function checkLifeFirst({ acts, onlyByName }: MatrixRow, where: string, report: Report): void {
  for (const act of acts) {
    if (act !== 'assist-operation') report(where, `opens ${act} before anything is known: only help at once may`);
  }
  if (!onlyByName) report(where, 'opens before anything is known, so its row must be onlyByName');
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
  noRepeat(
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
    if (condition.test === 'differs') checkDiffers(condition, needs, { where: `${where}.from`, report: check.report });
    if (condition.test === 'is') checkAgency(condition, { ...check, where: `${where}.values` });
    if (condition.test === 'is') checkChoice(condition.fact, condition.values, { ...check, where: `${where}.values` });
  });
}

/** A booking tells our own arrests by our code: where a ground asks for another one, none of them ever counts. */
function checkAgency({ fact, values }: Condition<'is'>, { where, pack, report }: RuleCheck): void {
  const { code } = pack.agency;
  if (fact === 'arrestingAgency' && !values.includes(code)) report(where, `leaves out ${code}, the code of agency`);
}

/** Two prongs are two only where both are asked for. */
function checkDiffers(
  { fact, from }: Condition<'differs'>,
  needs: readonly Condition[],
  { where, report }: Pick<RuleCheck, 'where' | 'report'>,
): void {
  if (fact === from) report(where, `${fact} cannot differ from itself`);
  else if (!needs.some((one) => one.fact === from)) report(where, `${from} is not asked for beside it`);
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
