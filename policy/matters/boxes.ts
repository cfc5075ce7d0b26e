// The boxes and events of which the course of a matter is made.
import type { SubjectRole } from '../decision.ts';
import type { MatterEventRule, MatterField } from './matter.ts';

export const ANYBODY: readonly SubjectRole[] = [
  'arrestee',
  'suspect',
  'victim',
  'witness',
  'reporting-party',
  'visitor',
];
/** Whom an act of the policy may be about at all. */
export const ARRESTEE_OR_SUSPECT: readonly SubjectRole[] = ['arrestee', 'suspect'];

export const WMS_STATUS = ['active', 'recalled', 'served'] as const;
export const LANGUAGES = ['en', 'es', 'pt', 'other'] as const;

type Told = 'required' | 'optional';

/** Text that may name an agency and its papers. */
export function contact(name: string, told: Told, most = 400): MatterField {
  return {
    name,
    type: 'text',
    about: 'contact',
    most,
    required: told === 'required',
  };
}

/** Text that may not. */
export function plain(name: string, told: Told, most = 400): MatterField {
  return {
    name,
    type: 'text',
    about: 'plain',
    most,
    required: told === 'required',
  };
}

export function choice(name: string, told: Told, options: readonly string[]): MatterField {
  return { name, type: 'choice', options, required: told === 'required' };
}

export function choices(name: string, told: Told, options: readonly string[]): MatterField {
  return { name, type: 'choices', options, required: told === 'required' };
}

export function flag(name: string, told: Told): MatterField {
  return { name, type: 'flag', required: told === 'required' };
}

/** A time that may lie ahead. */
export function timeAhead(name: string, told: Told): MatterField {
  return { name, type: 'time', ahead: true, required: told === 'required' };
}

export const SCAN: MatterField = {
  name: 'scan',
  type: 'scan',
  required: false,
};
export const LAST_FOUR: MatterField = {
  name: 'lastFour',
  type: 'last-four',
  required: false,
};

/** What an event does beside being recorded. */
interface Course {
  readonly act?: MatterEventRule['act'];
  readonly closes?: boolean;
  readonly ends?: readonly string[];
}

export function event(kind: string, fields: readonly MatterField[], course: Course = {}): MatterEventRule {
  return {
    kind,
    fields,
    act: course.act ?? null,
    closes: course.closes ?? false,
    ends: course.ends ?? [],
  };
}
