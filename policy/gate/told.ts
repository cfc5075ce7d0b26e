// Of what was told on "May we …?", the part that passes: a fact alone, a name alone. Status is never a fact: policy 2,
// exceptions 1 and 2; a part of a record that nobody may be in is no part either: policy 1(a).
import { SUBJECT_ROLES } from '../decision.ts';
import { readFacts } from '../decide/read-facts.ts';
import type { Faults } from '../decide/read-value.ts';
import type { MatterSubject } from '../matters/matter.ts';
import { findOffense } from '../offenses/catalogue.ts';
import type { Refusal } from '../refusal.ts';
import { checkFacts } from './facts.ts';
import { checkNameOf, checkDay } from './matter-subject.ts';
import { refuseName, refuseShape } from './refusals.ts';
import { isRecord } from './shapes.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What was told: facts by name, and whom they are about where no record says so. */
export interface ToldDraft {
  readonly subject: MatterSubject;
  readonly facts: Facts;
}

/** What passed, and what must not be kept. */
export interface Kept<T> {
  readonly value: T;
  readonly refusals: readonly Refusal[];
}

/** What the policy itself says of a fact that it cannot read. */
function unread(name: string, value: unknown): readonly Refusal[] {
  const faults: Faults = { first: null };
  readFacts({ value: { [name]: value }, where: 'facts', faults }, findOffense);
  return faults.first === null ? [] : [{ code: 'wrong-value', field: `facts.${name}`, params: { why: faults.first } }];
}

function keepFacts(facts: unknown): Kept<Facts> {
  if (!isRecord(facts)) return { value: {}, refusals: [refuseShape('facts', facts)] };
  const checked = Object.entries(facts).map(([name, value]: readonly [string, unknown]) => {
    const { refusals } = checkFacts({ [name]: value });
    return { name, value, refusals: refusals.length > 0 ? refusals : unread(name, value) };
  });
  return {
    value: Object.fromEntries(checked.flatMap((one) => (one.refusals.length > 0 ? [] : [[one.name, one.value]]))),
    refusals: checked.flatMap((one) => one.refusals),
  };
}

function keepRole(role: unknown): Kept<Pick<MatterSubject, 'role'>> {
  if (role === undefined) return { value: {}, refusals: [] };
  const found = SUBJECT_ROLES.find((one) => one === role);
  if (found !== undefined) return { value: { role: found }, refusals: [] };
  return { value: {}, refusals: [{ code: 'wrong-value', field: 'subject.role', params: { why: 'role' } }] };
}

function passed<T>({ value, refusals }: Kept<T>): T | undefined {
  return refusals.length === 0 ? value : undefined;
}

/** Whom it is about, name by name. */
export function keepSubject(subject: unknown, now: string | undefined): Kept<MatterSubject> {
  if (!isRecord(subject)) return { value: {}, refusals: [refuseShape('subject', subject)] };
  const { role, lastName, firstName, dob, ...others } = subject;
  const part = keepRole(role);
  const last = checkNameOf('lastName', lastName);
  const first = checkNameOf('firstName', firstName);
  const family = passed(last);
  const given = passed(first);
  const born = checkDay(dob, now);
  return {
    value: {
      ...part.value,
      ...(family === undefined ? {} : { lastName: family }),
      ...(given === undefined ? {} : { firstName: given }),
      ...(born.value === undefined ? {} : { dob: born.value }),
    },
    refusals: [
      ...Object.keys(others).map((name) => refuseName('subject', name)),
      ...[part, last, first, born].flatMap(({ refusals }) => refusals),
    ],
  };
}

/** Keeps what passes, name by name; the rest is named in `refusals` and must not be kept. */
export function checkTold(told: unknown, now: string | undefined): Kept<ToldDraft> {
  const { subject, facts } = isRecord(told) ? told : {};
  const about = keepSubject(subject ?? {}, now);
  const kept = keepFacts(facts);
  return { value: { subject: about.value, facts: kept.value }, refusals: [...about.refusals, ...kept.refusals] };
}
