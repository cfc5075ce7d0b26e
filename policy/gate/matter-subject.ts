// Checks whom a matter is about, in the role of this record and no other: policy 1(a).
import type { SubjectRole } from '../decision.ts';
import type { MatterKind, MatterSubject } from '../matters/matter.ts';
import { MATTER_RULES } from '../matters/matter-rules.ts';
import type { Refusal } from '../refusal.ts';
import type { Checked } from './booking.ts';
import { refuseKey } from './fields.ts';
import { isAhead } from './matter-box.ts';
import { reportOn } from './records.ts';
import { refuseShape } from './refusals.ts';
import { isRecord, isText } from './shapes.ts';
import { isDate } from './times.ts';

const LONGEST_NAME = 120;

type Part<T> = Checked<T | undefined>;

const part = <T>(value?: T, ...refusals: readonly Refusal[]): Part<T> => ({ value, refusals, warnings: [] });

function checkRole(kind: MatterKind, role: unknown): Part<SubjectRole> {
  const { subjects, subjectMayBeUnknown } = MATTER_RULES[kind];
  const field = 'subject.role';
  if (role === undefined) {
    return subjectMayBeUnknown ? part() : part(undefined, { code: 'missing-value', field, clause: '1(a)' });
  }
  const found = subjects.find((one) => one === role);
  return found === undefined ? part(found, { code: 'wrong-value', field, params: { why: 'role' } }) : part(found);
}

/** A name of somebody; without it nobody is named. */
export function checkNameOf(name: 'lastName' | 'firstName', value: unknown): Part<string> {
  const path = `subject.${name}`;
  if (value === undefined) return part();
  if (!isText(value)) return part(undefined, refuseShape(path, value));
  const text = value.trim();
  if (text === '') return part();
  const long: readonly Refusal[] =
    text.length > LONGEST_NAME ? [{ code: 'wrong-value', field: path, params: { most: LONGEST_NAME } }] : [];
  const report = reportOn(text, { path, field: 'name' });
  return { value: text, refusals: [...report.refusals, ...long], warnings: report.warnings };
}

/** A day of birth that does not lie ahead of the clock. */
export function checkDay(dob: unknown, now: string | undefined): Part<string> {
  if (dob === undefined) return part();
  const fits = isText(dob) && isDate(dob) && !isAhead(`${dob}T00:00:00Z`, now);
  return fits ? part(dob) : part(undefined, { code: 'wrong-value', field: 'subject.dob' });
}

/** Checks the subject of a matter of this kind, whatever is handed in. */
export function checkSubject(kind: MatterKind, subject: unknown, now: string | undefined): Checked<MatterSubject> {
  if (!isRecord(subject)) return { value: {}, refusals: [refuseShape('subject', subject)], warnings: [] };
  const { role, lastName, firstName, dob, ...others } = subject;
  const parts = {
    role: checkRole(kind, role),
    lastName: checkNameOf('lastName', lastName),
    firstName: checkNameOf('firstName', firstName),
    dob: checkDay(dob, now),
  };
  const checks = Object.values(parts);
  return {
    value: {
      ...(parts.role.value === undefined ? {} : { role: parts.role.value }),
      ...(parts.lastName.value === undefined ? {} : { lastName: parts.lastName.value }),
      ...(parts.firstName.value === undefined ? {} : { firstName: parts.firstName.value }),
      ...(parts.dob.value === undefined ? {} : { dob: parts.dob.value }),
    },
    refusals: [
      ...Object.entries(others).map(([name, value]) => refuseKey('subject', name, value)),
      ...checks.flatMap((check) => check.refusals),
    ],
    warnings: checks.flatMap((check) => check.warnings),
  };
}
