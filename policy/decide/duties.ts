import type { Act } from '../decision.ts';
import type { Deadline, DeadlineStart, Duty, GroundRule } from '../packs/pack.ts';
import { assertNever } from '../assert-never.ts';
import type { Question } from './finding.ts';
import { printMoment, type Moment } from './moment.ts';
import type { DecisionRequest } from './request.ts';
import { nextWeekdayAt } from './station-clock.ts';
import { factsHold, type Weighed } from './weigh.ts';
import { counts } from './when.ts';

export interface Due {
  readonly duty: string;
  readonly by: string;
}

const NOTHING_DUE: readonly Due[] = [];

/** What must be done, in the order of the pack. Only an act that opens brings duties, but for those that stand by themselves. */
export function dutiesOf(question: Omit<Question, 'rule'>, answer: Weighed | undefined): readonly Due[] {
  let due: Due[] | undefined;
  for (const rule of question.pack.grounds) {
    for (const duty of rule.duties) {
      if (isDue(duty, { ...question, rule }, answer?.rule === rule ? answer : undefined)) {
        due ??= [];
        due.push({ duty: duty.duty, by: deadline(duty.by, question.request) });
      }
    }
  }
  return due ?? NOTHING_DUE;
}

function isDue(duty: Duty, question: Question, answer: Weighed | undefined): boolean {
  switch (duty.trigger) {
    case 'opens':
      return answer?.opens === true && opensDuty(duty, question, answer);
    case 'known':
      return isTried(question.rule, question.request) && startOf(duty.by, question.request) !== undefined;
    case 'past-release':
      return isHeldPastRelease(duty, question);
    default:
      return assertNever(duty.trigger);
  }
}

function opensDuty(duty: Duty, question: Question, answer: Weighed): boolean {
  if (!isFor(duty, question.request.act) || !counts(duty.when, question)) return false;
  if (duty.whileFactsAreMissing === true && answer.missing.length === 0) return false;
  return duty.until === undefined || question.request.facts.times[duty.until] === undefined;
}

function isFor(duty: Duty, act: Act | undefined): boolean {
  return duty.acts === undefined || (act !== undefined && duty.acts.includes(act));
}

function isTried(rule: GroundRule, request: DecisionRequest): boolean {
  return request.ground === undefined || request.ground === rule.ground;
}

function isHeldPastRelease(duty: Duty, question: Question): boolean {
  const start = startOf(duty.by, question.request);
  const late = start !== undefined && question.request.at.ms > start.ms;
  return late && isFor(duty, question.request.act) && !factsHold(question);
}

function deadline(by: Deadline, request: DecisionRequest): string {
  if ('nextWeekdayAt' in by) return printMoment(nextWeekdayAt(request.at, by.nextWeekdayAt));
  return printMoment(momentAt(by.from, request) ?? request.at, by.minutes);
}

function startOf(by: Deadline, request: DecisionRequest): Moment | undefined {
  return 'from' in by ? momentAt(by.from, request) : request.at;
}

function momentAt(from: DeadlineStart, request: DecisionRequest): Moment | undefined {
  switch (from) {
    case 'at':
      return request.at;
    case 'factsKnownAt':
      return request.facts.times.factsKnownAt;
    case 'instrument.requestedAt':
      return request.facts.objects.instrument?.requestedAt;
    case 'custody.releaseEligibleAt':
      return request.custody.releaseEligibleAt;
    default:
      return assertNever(from);
  }
}
